/** One place where a law of the shop does not hold. */
export interface Breach {
  check: string;
  /** What it is about: a key, a partition, a service. */
  key: string;
  /** One sentence. */
  what: string;
  evidence: unknown;
}

/** What a rule looked at, and what it found. */
export interface Finding {
  examined: number;
  breaches: Omit<Breach, 'check'>[];
}

export interface Check {
  name: string;
  examined: number;
  breaches: Breach[];
}

export interface Report {
  checks: Check[];
}

export const breachesOf = ({ checks }: Report): Breach[] => checks.flatMap(({ breaches }) => breaches);

const SHOWN = 5;

/** The report as lines of text: a check each, and of what it found the first few. */
export function describeReport({ checks }: Report): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  return checks
    .flatMap(({ name, examined, breaches }) => [
      `${breaches.length === 0 ? '✓' : '✗'} ${name.padEnd(width)}  ${examined} examined, ${breaches.length} breaches`,
      ...breaches.slice(0, SHOWN).map(({ key, what, evidence }) => `    ${key}: ${what} ${JSON.stringify(evidence)}`),
      ...(breaches.length > SHOWN ? [`    and ${breaches.length - SHOWN} more`] : []),
    ])
    .join('\n');
}
