import { Badge, type BadgeVariant, type MantineSize } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Order } from '../api/bodies.ts';

type Look = [variant: BadgeVariant, colour: string];

/** Green ends well, ember does not, grey was given up; an outline is not decided yet. */
const looks: Record<Order['status'], Look> = {
  PLACED: ['outline', 'spruce'],
  CONFIRMED: ['light', 'spruce'],
  REJECTED: ['light', 'ember'],
  CANCELLED: ['light', 'gray'],
};

/** What became of an order, in the same words and colours on every page. */
export function StatusBadge({ status, size = 'md' }: { status: Order['status']; size?: MantineSize }) {
  const { t } = useTranslation();
  const [variant, color] = looks[status];
  return (
    <Badge variant={variant} color={color} size={size} tt="none" data-status={status}>
      {t(`orderStatus.${status}`)}
    </Badge>
  );
}
