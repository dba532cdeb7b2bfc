import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer } from '../../api/api.http.ts';
import type { Order } from '../../api/bodies.ts';
import { useApi } from '../../shell/shop.context.ts';
import { useConfirm } from '../../shell/states/confirm.tsx';
import { say } from '../../shell/states/notices.ts';

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
      const params = { path: { orderId } };
      queries.setQueryData(
        ['order', orderId],
        await answer(api.POST('/api/orders/{orderId}/cancellation', { params })),
      );
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
