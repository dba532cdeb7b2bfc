import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../api/bodies.ts';
import { useApi } from '../../shell/shop.context.ts';
import { useConfirm } from '../../shell/states/confirm.tsx';
import { say } from '../../shell/states/notices.ts';
import { cancel } from './order.http.ts';

/** A placed order and a confirmed one can be taken back. */
export function CancelOrder({ order: { orderId, status } }: { order: Order }) {
  const { t } = useTranslation('shop');
  const api = useApi();
  const queries = useQueryClient();
  const { dialog, ask } = useConfirm({
    title: t('cancel.title'),
    children: <Text>{t('cancel.what')}</Text>,
    confirm: t('cancel.confirm'),
    async onConfirm() {
      queries.setQueryData(['order', orderId], await cancel(api, orderId));
      say(t('cancel.done'));
    },
  });
  if (status !== 'PLACED' && status !== 'CONFIRMED') return null;
  return (
    <>
      <Button variant="default" onClick={ask}>
        {t('cancel.ask')}
      </Button>
      {dialog}
    </>
  );
}
