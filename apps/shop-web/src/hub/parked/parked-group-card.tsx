import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfirm } from '../../shell/states/confirm.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import { InspectDrawer } from './inspect-drawer.tsx';
import type { ParkedGroup, ParkedKey } from './parked.ts';
import { ParkedRow } from './parked-row.tsx';
import { useRedrive } from './use-redrive.ts';

interface Props {
  service: string;
  group: ParkedGroup;
}

/** What one subscription could not handle. */
export function ParkedGroupCard({ service, group }: Props) {
  const { t } = useTranslation('hub');
  const { subscription, topic, parked, waiting, keys } = group;
  const redrive = useRedrive(service);
  const [inspected, inspect] = useState<ParkedKey>();
  const [discarded, discard] = useState<ParkedKey>();
  const { dialog, ask } = useConfirm({
    title: t('parked.redriveAll'),
    children: <Text>{t('parked.redriveAllText', { count: parked + waiting, subscription })}</Text>,
    confirm: t('parked.redriveAll'),
    onConfirm: () => redrive.mutateAsync({ subscription }),
  });
  return (
    <Card component="section" withBorder padding={0} aria-label={t('parked.of', { service, subscription })}>
      <Group justify="space-between" p="lg" pb="sm">
        <div>
          <Title order={2} size="h3">
            {service}
          </Title>
          <Text size="sm" c="dimmed">
            {t('parked.subscription', { subscription, topic })}
          </Text>
        </div>
        <Group gap="sm">
          {parked > 0 && (
            <Badge color="ember" variant="light">
              {t('parked.count', { count: parked })}
            </Badge>
          )}
          {waiting > 0 && (
            <Badge color="yellow" variant="light">
              {t('parked.waiting', { count: waiting })}
            </Badge>
          )}
          <Button size="compact-md" variant="light" onClick={ask} leftSection={<IconRefresh size={16} aria-hidden />}>
            {t('parked.redriveAll')}
          </Button>
        </Group>
      </Group>
      <Stack component="ul" gap={0} m={0} p={0}>
        {keys.map((each) => (
          <ParkedRow
            key={`${each.first.partition}/${each.first.offset}`}
            line={each}
            isBusy={redrive.isPending}
            onInspect={() => inspect(each)}
            onRedrive={() => redrive.mutate(messageOf(each))}
            onDiscard={() => discard(each)}
          />
        ))}
      </Stack>
      {dialog}
      <InspectDrawer service={service} line={inspected} onClose={() => inspect(undefined)} onDiscard={discard} />
      <DiscardDialog service={service} line={discarded} onClose={() => discard(undefined)} />
    </Card>
  );
}

/** The whole line of a key, or, where there is no key, the one message. */
const messageOf = ({ key, first }: ParkedKey) =>
  key === null
    ? { subscription: first.subscription, partition: first.partition, offset: first.offset }
    : { subscription: first.subscription, key };
