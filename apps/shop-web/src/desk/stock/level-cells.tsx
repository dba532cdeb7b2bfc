import { type MantineBreakpoint, Skeleton, Table } from '@mantine/core';
import { useFormats } from '../../i18n/use-formats.ts';
import type { Level } from './levels.ts';

interface Props {
  level: Level | undefined;
  /** On narrower windows there is only what is available. */
  allFrom?: MantineBreakpoint;
}

/** On hand, reserved, available; bars until they are known. */
export function LevelCells({ level, allFrom }: Props) {
  const { number } = useFormats();
  const numbers = level === undefined ? [0, 0, 0] : [level.onHand, level.reserved, level.available];
  return numbers.map((each, index) => (
    <Table.Td
      key={index}
      ta="end"
      className="numbers"
      {...(index === 2 ? { fw: 640 } : allFrom && { visibleFrom: allFrom })}
    >
      {level === undefined ? <Skeleton height={14} width={36} ml="auto" /> : number(each)}
    </Table.Td>
  ));
}
