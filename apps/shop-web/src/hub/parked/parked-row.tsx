import { ActionIcon, Badge, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import classes from './parked.module.css';
import type { ParkedKey } from './parked.ts';

interface Props {
  line: ParkedKey;
  isBusy: boolean;
  onInspect: () => void;
  onRedrive: () => void;
  onDiscard: () => void;
}

/** A key: its first message, why that is parked, and what can be done. */
export function ParkedRow({ line: { key, first, behind }, isBusy, onInspect, onRedrive, onDiscard }: Props) {
  const { t } = useTranslation('hub');
  const { dateTime } = useFormats();
  const name = key ?? t('parked.noKey');
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Group gap="xs">
          <Text className={classes.key}>{name}</Text>
          <Badge variant="light" color={first.state === 'waiting' ? 'yellow' : 'ember'} tt="none">
            {first.code}
          </Badge>
          {behind.length > 0 && (
            <Badge variant="default" tt="none">
              {t('parked.behind', { count: behind.length })}
            </Badge>
          )}
        </Group>
        <Text size="sm" lineClamp={2} lang="en">
          {first.waitsFor === undefined ? first.error : t('parked.waitsFor', { what: first.waitsFor })}
        </Text>
        <Text size="xs" c="dimmed">
          {t('parked.since', { time: dateTime(first.parkedAt) })} ·{' '}
          {first.tries > 0 && `${t('parked.tries', { count: first.tries })} · `}
          {t('tail.place', { partition: first.partition, offset: first.offset })}
        </Text>
      </div>
      <Group gap={6} wrap="nowrap">
        <Button
          size="compact-sm"
          variant="default"
          onClick={onInspect}
          aria-label={t('parked.inspectKey', { key: name })}
        >
          {t('parked.inspect')}
        </Button>
        <Tooltip label={t('parked.redrive')}>
          <ActionIcon
            variant="light"
            onClick={onRedrive}
            loading={isBusy}
            aria-label={t('parked.redriveKey', { key: name })}
          >
            <IconRefresh size={17} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('parked.discard')}>
          <ActionIcon
            variant="light"
            color="ember"
            onClick={onDiscard}
            aria-label={t('parked.discardKey', { key: name })}
          >
            <IconTrash size={17} />
          </ActionIcon>
        </Tooltip>
      </Group>
    </li>
  );
}
