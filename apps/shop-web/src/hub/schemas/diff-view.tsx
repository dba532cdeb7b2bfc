import { VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import classes from './diff.module.css';
import { diffLines, type DiffLine, sideBySide } from './line-diff.ts';

interface Props {
  before: string[];
  after: string[];
  look: 'columns' | 'unified';
}

/** Two versions line by line: in two columns, or in one where there is no room for two. */
export function DiffView({ before, after, look }: Props) {
  const { t } = useTranslation('hub');
  const isNarrow = useMediaQuery('(max-width: 48em)');
  const lines = diffLines(before, after);
  return (
    <div className={classes.frame} role="region" aria-label={t('schemas.differences')}>
      <table className={classes.diff}>
        <tbody>
          {look === 'columns' && !isNarrow
            ? sideBySide(lines).map(({ left, right }, index) => (
                <tr key={index}>
                  <Side line={left} number={left?.before} />
                  <Side line={right} number={right?.after} />
                </tr>
              ))
            : lines.map((line, index) => (
                <tr key={index}>
                  <td className={classes.number}>{line.before}</td>
                  <Side line={line} number={line.after} />
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  );
}

const SIGN = { same: ' ', removed: '−', added: '+' } as const;

function Side({ line, number }: { line: DiffLine | undefined; number: number | undefined }) {
  const { t } = useTranslation('hub');
  const kind = line?.kind ?? 'nothing';
  return (
    <>
      <td className={classes.number}>{number}</td>
      <td className={classes.line} data-kind={kind}>
        {line && (
          <>
            <span aria-hidden className={classes.sign}>
              {SIGN[line.kind]}
            </span>
            {line.kind !== 'same' && <VisuallyHidden>{t(`schemas.${line.kind}`)} </VisuallyHidden>}
            {line.text}
          </>
        )}
      </td>
    </>
  );
}
