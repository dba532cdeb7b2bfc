import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../shell/links.tsx';
import { useNumbers } from '../use-numbers.ts';
import type { Graph } from './graph.ts';

/** What the picture says of the topics, in words. */
export function TopicTable({ graph }: { graph: Graph }) {
  const { t } = useTranslation('hub');
  const { count, rate } = useNumbers();
  const topics = graph.nodes.filter((node) => node.kind === 'topic');
  const columns = ['topic', 'kind', 'writer', 'readers', 'rate', 'offsets', 'partitions'] as const;
  const servicesOn = (name: string, kind: 'writes' | 'reads'): string =>
    graph.links.flatMap((link) => (link.topic === name && link.kind === kind ? link.service : [])).join(', ');
  return (
    <Stack gap="sm">
      <Table.ScrollContainer minWidth={760}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {topics.map(({ id, topic, perSecond, offsets }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row" maw={280}>
                  <TextLink to="/hub/topics/$topic" params={{ topic: topic.name }}>
                    {topic.name}
                  </TextLink>
                  <Text size="xs" c="dimmed" fw={400}>
                    {topic.summary}
                  </Text>
                </Table.Th>
                <Table.Td>{t(`kind.${topic.kind}`)}</Table.Td>
                <Table.Td>{servicesOn(topic.name, 'writes')}</Table.Td>
                <Table.Td>{servicesOn(topic.name, 'reads') || t('nobody')}</Table.Td>
                <Table.Td className="numbers">{rate(perSecond)}</Table.Td>
                <Table.Td className="numbers">{count(offsets)}</Table.Td>
                <Table.Td className="numbers">{topic.partitions}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" c="dimmed">
        {t('offsetsAre')}
      </Text>
    </Stack>
  );
}
