import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../shell/shop.context.ts';
import { say } from '../../shell/states/notices.ts';
import { ProblemAlert } from '../../shell/states/problem-alert.tsx';
import { opsOf } from './ops.http.ts';
import type { ParkedKey } from './parked.ts';

interface Props {
  service: string;
  line: ParkedKey | undefined;
  onClose: () => void;
}

/** Giving a message up needs a reason, which is kept with its bytes. */
export function DiscardDialog({ service, line, onClose }: Props) {
  const { t } = useTranslation('hub');
  const { t: shell } = useTranslation();
  return (
    <Modal
      opened={line !== undefined}
      onClose={onClose}
      title={t('parked.discardTitle')}
      closeButtonProps={{ 'aria-label': shell('close') }}
    >
      {line && <DiscardForm service={service} line={line} onDone={onClose} />}
    </Modal>
  );
}

function DiscardForm({ service, line, onDone }: { service: string; line: ParkedKey; onDone: () => void }) {
  const { t } = useTranslation('hub');
  const { t: shell } = useTranslation();
  const api = useApi();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { subscription, partition, offset } = line.first;
  const discard = useMutation({
    mutationFn: () => opsOf(api, service).discard({ subscription, partition, offset }, reason.trim()),
    onSuccess({ left }) {
      say(t('parked.discarded', { count: left }));
      onDone();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['ops', service] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return setMissing(true);
    discard.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text>{t('parked.discardText', { key: line.key ?? t('parked.noKey') })}</Text>
        {line.behind.length > 0 && <Text>{t('parked.discardBehind', { count: line.behind.length })}</Text>}
        <Textarea
          label={t('parked.reason')}
          description={t('parked.reasonKept')}
          value={reason}
          onChange={({ currentTarget }) => (setReason(currentTarget.value), setMissing(false))}
          error={isMissing && t('parked.reasonMissing')}
          maxLength={500}
          autosize
          minRows={2}
          required
          data-autofocus
        />
        {discard.error && <ProblemAlert error={discard.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {shell('leaveIt')}
          </Button>
          <Button type="submit" color="ember" loading={discard.isPending}>
            {t('parked.discard')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
