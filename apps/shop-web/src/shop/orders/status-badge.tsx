import { Badge, type MantineSize } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../api/bodies.ts';

const colours: Record<Order['status'], string> = {
  PLACED: 'gray',
  CONFIRMED: 'spruce',
  REJECTED: 'ember',
  CANCELLED: 'gray',
};

export function StatusBadge({ status, size = 'md' }: { status: Order['status']; size?: MantineSize }) {
  const { t } = useTranslation('shop');
  return (
    <Badge variant="light" color={colours[status]} size={size} tt="none" data-status={status}>
      {t(`status.${status}`)}
    </Badge>
  );
}
