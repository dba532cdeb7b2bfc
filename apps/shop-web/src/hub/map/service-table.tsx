import { Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HealthMark } from '../health-mark.tsx';
import { serviceHealth } from '../health.ts';
import { useNumbers } from '../use-numbers.ts';
import type { Graph, MapLink, ServiceNode } from './graph.ts';

/** What the picture says of the services, in words. */
export function ServiceTable({ graph }: { graph: Graph }) {
  const { t } = useTranslation('hub');
  const services = graph.nodes.filter((node) => node.kind === 'service');
  const columns = ['service', 'state', 'writes', 'reads', 'behind', 'stuck', 'outbox'] as const;
  return (
    <Stack component="section" gap="sm" aria-labelledby="hub-services">
      <Title order={2} id="hub-services">
        {t('services')}
      </Title>
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
            {services.map((node) => (
              <ServiceRow key={node.id} node={node} links={graph.links} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}

function ServiceRow({ node, links }: { node: ServiceNode; links: MapLink[] }) {
  const { count, rate } = useNumbers();
  const { name, summary } = node.service;
  const writes = links.filter((link) => link.kind === 'writes' && link.service === name);
  const reads = links.filter((link) => link.kind === 'reads' && link.service === name);
  const flows = (each: MapLink[]) =>
    each.map(({ id, topic, perSecond }) => (
      <div key={id}>
        {topic}{' '}
        <Text span size="xs" c="dimmed">
          {rate(perSecond)}
        </Text>
      </div>
    ));
  const total = (of: 'lag' | 'parked') => (reads.length === 0 ? undefined : sum(reads.map((each) => each[of])));
  return (
    <Table.Tr>
      <Table.Th scope="row" maw={280}>
        {name}
        <Text size="xs" c="dimmed" fw={400}>
          {summary}
        </Text>
      </Table.Th>
      <Table.Td>
        <HealthMark health={serviceHealth(node)} />
      </Table.Td>
      <Table.Td>{flows(writes)}</Table.Td>
      <Table.Td>{flows(reads)}</Table.Td>
      <Table.Td className="numbers">{count(total('lag'))}</Table.Td>
      <Table.Td className="numbers">{count(total('parked'))}</Table.Td>
      <Table.Td className="numbers">{count(node.outbox)}</Table.Td>
    </Table.Tr>
  );
}

const sum = (numbers: (number | undefined)[]): number | undefined =>
  numbers.reduce((total, each) => (total === undefined || each === undefined ? undefined : total + each), 0);
