export const SERVERS = ['kafka', 'registry', 'postgres'] as const;

export type Server = (typeof SERVERS)[number];

/** What goes wrong. `target` is a service or a server; `seconds` is how long it lasts. */
export type Fault =
  | { kind: 'kill'; target: string }
  | { kind: 'pause'; target: string; seconds: number }
  /** A second instance of a service on the same database, which leaves in good order or is killed. */
  | { kind: 'second'; target: string; seconds: number; end: 'stop' | 'kill' }
  /** The connections from a service to a server are reset, and no new one is to be had. */
  | { kind: 'cut'; target: string; server: Server; seconds: number }
  /** Nothing goes through and nobody is told; what was on its way arrives afterwards. */
  | { kind: 'stall'; target: string; server: Server; seconds: number };

/** `at`: seconds from the start of the faults. */
export type Planned = Fault & { at: number };

const isServer = (target: string) => (SERVERS as readonly string[]).includes(target);

/** Under which name it is counted: `kill service`, `kill kafka`, `pause postgres`, `cut`. */
export const kindOf = ({ kind, target }: Fault): string => {
  if (kind === 'kill' || kind === 'pause') return `${kind} ${isServer(target) ? target : 'service'}`;
  return kind === 'second' ? 'second instance' : kind;
};

/** `pause order-service for 17 s`. */
export function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case 'kill':
      return `kill -9 ${fault.target}`;
    case 'pause':
      return `pause ${fault.target} for ${fault.seconds} s`;
    case 'second':
      return `a second ${fault.target} for ${fault.seconds} s, then ${fault.end === 'stop' ? 'stop' : 'kill -9'}`;
    case 'cut':
    case 'stall':
      return `${fault.kind} ${fault.target} → ${fault.server} for ${fault.seconds} s`;
  }
}
