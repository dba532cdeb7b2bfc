import type { Facts } from '../facts.ts';
import { placeOf } from '../log.ts';
import type { Finding } from '../report.ts';

/** Everything in the log is a value of a schema that the registry knows. */
export function decodable({ log }: Facts): Finding {
  const broken = log.filter(({ type }) => type === 'undecodable');
  return {
    examined: log.length,
    breaches: broken.map((record) => ({
      key: record.key,
      what: 'the bytes of a record are no value',
      evidence: { at: placeOf(record) },
    })),
  };
}
