import { isIP } from 'node:net';

/**
 * Reads settings out of environment variables and collects every fault, so that all of them can be said at once.
 * An empty variable counts as not set. A setting without a fallback is required.
 */
export class Env {
  readonly faults: string[] = [];
  private readonly variables: Record<string, string | undefined>;

  constructor(variables: Record<string, string | undefined>) {
    this.variables = variables;
  }

  text(name: string, fallback?: string): string {
    return this.read(name, fallback, 'is required', (text) => text) ?? '';
  }

  integer(name: string, { min, max }: { min: number; max: number }, fallback?: number): number {
    return (
      this.read(name, fallback, `must be a whole number from ${min} to ${max}`, (text) => {
        const value = Number(text);
        return /^-?\d+$/.test(text) && value >= min && value <= max ? value : undefined;
      }) ?? 0
    );
  }

  number(name: string, { min, max }: { min: number; max: number }, fallback?: number): number {
    return (
      this.read(name, fallback, `must be a number from ${min} to ${max}`, (text) => {
        const value = Number(text);
        return value >= min && value <= max ? value : undefined;
      }) ?? 0
    );
  }

  oneOf<Word extends string>(name: string, words: readonly Word[], fallback?: Word): Word {
    return (
      this.read(name, fallback, `must be one of ${words.join(', ')}`, (text) => words.find((word) => word === text)) ??
      words[0]!
    );
  }

  /** An address like `http://host:port/path`, without the slash at its end. */
  url(name: string, protocols: readonly string[], fallback?: string): string {
    const expected = `must be an address that begins with ${protocols.map((each) => `${each}://`).join(' or ')}`;
    return (
      this.read(name, fallback, expected, (text) => (isUrl(text, protocols) ? text.replace(/\/+$/, '') : undefined)) ??
      ''
    );
  }

  /** Several of them, with commas between; none for an empty fallback. */
  urls(name: string, protocols: readonly string[], fallback: string): string[] {
    const expected = `must be a list of addresses that begin with ${protocols.map((each) => `${each}://`).join(' or ')}`;
    const parse = (text: string) => {
      const all = text.split(',').map((each) => each.trim());
      return all.every((each) => isUrl(each, protocols)) ? all.map((each) => each.replace(/\/+$/, '')) : undefined;
    };
    const found = this.read<string[]>(name, fallback === '' ? [] : [fallback], expected, parse);
    return found ?? [];
  }

  /** `host:port,host:port`. */
  brokers(name: string, fallback?: string[]): string[] {
    return (
      this.read(name, fallback, 'must be a list of host:port', (text) => {
        const brokers = text.split(',').map((broker) => broker.trim());
        return brokers.every((broker) => /^[^\s:]+:\d{1,5}$/.test(broker)) ? brokers : undefined;
      }) ?? []
    );
  }

  /** `10.0.0.7,10.1.0.0/16,fd00::/8`; none when it is not set. */
  networks(name: string): string[] {
    const parse = (text: string) => {
      const networks = text.split(',').map((network) => network.trim());
      return networks.every(isNetwork) ? networks : undefined;
    };
    return this.read<string[]>(name, [], 'must be a list of IP addresses or networks (10.1.0.0/16)', parse) ?? [];
  }

  private read<T>(name: string, fallback: T | undefined, expected: string, parse: (text: string) => T | undefined) {
    const text = this.variables[name]?.trim();
    if (!text) {
      if (fallback === undefined) this.faults.push(`${name} is not set: it ${expected}`);
      return fallback;
    }
    const value = parse(text);
    if (value === undefined) this.faults.push(`${name} ${expected}`);
    return value;
  }
}

/** One address, or all that begin with so many bits; not all there are. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)]!;
  return most > 0 && more.length === 0 && (bits === undefined || (/^[1-9]\d*$/.test(bits) && Number(bits) <= most));
}

function isUrl(text: string, protocols: readonly string[]): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && protocols.includes(url.protocol.slice(0, -1)) && url.hostname !== '';
}
