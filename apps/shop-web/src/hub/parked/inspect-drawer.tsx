import { Button, Drawer, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../shell/shop.context.ts';
import { QueryView } from '../../shell/states/query-view.tsx';
import { opsOf } from './ops.http.ts';
import type { ParkedKey, ParkedMessage } from './parked.ts';
import { ParkedDetailView } from './parked-detail.tsx';
import { useRedrive } from './use-redrive.ts';

interface Props {
  service: string;
  line: ParkedKey | undefined;
  onClose: () => void;
  onDiscard: (line: ParkedKey) => void;
}

/** All there is of a parked message, and what can be done with it. */
export function InspectDrawer({ service, line, onClose, onDiscard }: Props) {
  const { t } = useTranslation('hub');
  const { t: shell } = useTranslation();
  const redrive = useRedrive(service);
  const again = ({ subscription, partition, offset }: ParkedMessage) =>
    redrive.mutate({ subscription, partition, offset }, { onSuccess: ({ failed }) => failed === 0 && onClose() });
  return (
    <Drawer
      opened={line !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('parked.inspected')}
      closeButtonProps={{ 'aria-label': shell('close') }}
    >
      {line && (
        <Stack>
          <Group>
            <Button onClick={() => again(line.first)} loading={redrive.isPending}>
              {t('parked.redriveOne')}
            </Button>
            <Button variant="light" color="ember" onClick={() => (onClose(), onDiscard(line))}>
              {t('parked.discard')}
            </Button>
          </Group>
          <Inspected service={service} message={line.first} />
        </Stack>
      )}
    </Drawer>
  );
}

function Inspected({ service, message }: { service: string; message: ParkedMessage }) {
  const api = useApi();
  const { subscription, partition, offset } = message;
  const detail = useQuery({
    queryKey: ['ops', service, 'parked', subscription, partition, offset],
    queryFn: ({ signal }) => opsOf(api, service).inspect({ subscription, partition, offset }, signal),
  });
  return <QueryView query={detail}>{(found) => <ParkedDetailView detail={found} />}</QueryView>;
}
