import { Skeleton, Table } from '@mantine/core';
import { useFormats } from '../../i18n/use-formats.ts';
import type { Level } from './levels.ts';

/** On hand, reserved, available; bars until they are known. */
export function LevelCells({ level }: { level: Level | undefined }) {
  const { number } = useFormats();
  const numbers = level === undefined ? [0, 0, 0] : [level.onHand, level.reserved, level.available];
  return numbers.map((each, index) => (
    <Table.Td key={index} ta="end" className="numbers" fw={index === 2 ? 640 : undefined}>
      {level === undefined ? <Skeleton height={14} width={36} ml="auto" /> : number(each)}
    </Table.Td>
  ));
}
