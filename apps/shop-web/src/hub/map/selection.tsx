import { Card, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shell/links.tsx';
import { HealthMark } from '../health-mark.tsx';
import { linkHealth, serviceHealth } from '../health.ts';
import { useNumbers } from '../use-numbers.ts';
import type { Graph, MapLink, MapNode } from './graph.ts';

/** What was clicked in the picture, and where to read on. Read out when it changes. */
export function Selection({ graph, id }: { graph: Graph; id: string | undefined }) {
  const { t } = useTranslation('hub');
  const node = graph.nodes.find((each) => each.id === id);
  return (
    <div aria-live="polite">
      {node === undefined ? (
        <Text c="dimmed" size="sm">
          {t('map.hint')}
        </Text>
      ) : (
        <Card withBorder>
          <Head node={node} />
          {graph.links
            .filter(({ from, to }) => from === node.id || to === node.id)
            .map((link) => (
              <LinkLine key={link.id} link={link} />
            ))}
        </Card>
      )}
    </div>
  );
}

function Head({ node }: { node: MapNode }) {
  const { t } = useTranslation('hub');
  const isTopic = node.kind === 'topic';
  return (
    <Group justify="space-between" align="flex-start" mb="xs">
      <div>
        <Title order={2}>{isTopic ? node.topic.name : node.service.name}</Title>
        <Text c="dimmed">{isTopic ? node.topic.summary : node.service.summary}</Text>
      </div>
      {isTopic ? (
        <ButtonLink to="/hub/topics/$topic" params={{ topic: node.topic.name }} variant="light">
          {t('map.watch')}
        </ButtonLink>
      ) : (
        <HealthMark health={serviceHealth(node)} />
      )}
    </Group>
  );
}

function LinkLine({ link }: { link: MapLink }) {
  const { t } = useTranslation('hub');
  const { rate } = useNumbers();
  const { kind, service, topic, views, reacts, lag, parked } = link;
  return (
    <Group gap="sm">
      <Text>{t(kind === 'writes' ? 'map.writes' : 'map.reads', { service, topic })}</Text>
      {views.length > 0 && <Text c="dimmed">{t('map.fills', { views: views.join(', ') })}</Text>}
      {reacts && <Text c="dimmed">{t('map.reacts')}</Text>}
      <Text className="numbers">{rate(link.perSecond)}</Text>
      {kind === 'reads' && <HealthMark health={linkHealth(link)} />}
      {!!lag && <Text size="sm">{t('map.lag', { count: lag })}</Text>}
      {!!parked && <Text size="sm">{t('map.parked', { count: parked })}</Text>}
    </Group>
  );
}
