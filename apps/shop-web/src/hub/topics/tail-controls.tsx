import { Button, Group, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveRecord } from '@offset-zero/live';
import type { StreamState } from '../../live/stream.ts';
import { StreamMark } from '../stream-mark.tsx';
import type { Tail, TailAction } from './tail.ts';

interface Props {
  tail: Tail<LiveRecord>;
  state: StreamState;
  act: (action: TailAction<LiveRecord>) => void;
  onClear: () => void;
}

export function TailControls({ tail, state, act, onClear }: Props) {
  const { t } = useTranslation('hub');
  const { paused, held, dropped } = tail;
  const clear = () => {
    act({ type: 'cleared' });
    onClear();
  };
  return (
    <Group gap="sm">
      <Button
        variant={paused ? 'filled' : 'default'}
        leftSection={paused ? <IconPlayerPlay size={16} aria-hidden /> : <IconPlayerPause size={16} aria-hidden />}
        onClick={() => act({ type: paused ? 'resumed' : 'paused' })}
      >
        {paused ? t('tail.resume', { count: held.length }) : t('tail.pause')}
      </Button>
      <Button variant="subtle" color="gray" leftSection={<IconTrash size={16} aria-hidden />} onClick={clear}>
        {t('tail.clear')}
      </Button>
      <StreamMark state={state} />
      {dropped > 0 && (
        <Text size="sm" c="dimmed">
          {t('tail.dropped', { count: dropped })}
        </Text>
      )}
    </Group>
  );
}
