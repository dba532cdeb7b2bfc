import { useTranslation } from 'react-i18next';
import type { Order } from '../../api/bodies.ts';

/** Why an order was refused, and for want of which product, where that is known; a code without a text is shown itself. */
export function useReasonText(lines: Order['lines']): (reason: string, productId?: string) => string {
  const { t, i18n } = useTranslation('shop');
  return (reason, productId) => {
    const product = lines.find((line) => line.productId === productId)?.name;
    if (product !== undefined && i18n.exists(`shop:reasonOf.${reason}`)) {
      return t(`reasonOf.${reason as 'unknown-product'}`, { product });
    }
    return i18n.exists(`shop:reason.${reason}`) ? t(`reason.${reason as 'other'}`) : reason;
  };
}
