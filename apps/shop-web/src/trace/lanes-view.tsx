import type { Row } from './lanes.ts';
import css from './time-line.module.css';

/** The lanes beside one row, for the eye only: the row's words say the same. */
export function Lanes({ row: { lane, readings }, count }: { row: Row; count: number }) {
  return (
    <div className={css.lanes} aria-hidden>
      {Array.from({ length: count }, (_, index) => (
        <span key={index} className={css.lane} data-lane={index % 6} style={{ '--at': index }} />
      ))}
      {readings
        .filter((reading) => reading.lane !== lane)
        .map((reading) => (
          <span
            key={reading.lane + reading.reader.subscription}
            className={css.reach}
            data-lane={lane % 6}
            data-applied={reading.reader.applied || undefined}
            style={{ '--from': Math.min(lane, reading.lane), '--to': Math.max(lane, reading.lane) }}
          />
        ))}
      {readings.map((reading) => (
        <span
          key={`at ${reading.lane} ${reading.reader.subscription}`}
          className={css.read}
          data-lane={reading.lane % 6}
          data-applied={reading.reader.applied || undefined}
          style={{ '--at': reading.lane }}
        />
      ))}
      <span className={css.dot} data-lane={lane % 6} style={{ '--at': lane }} />
    </div>
  );
}
