import { Indicator } from '@mantine/core';
import { IconShoppingBag } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconLink } from '../../shell/links.tsx';
import { piecesIn } from './basket.ts';
import { useBasket } from './basket.storage.ts';

/** In the header: the way to the basket, and how much lies in it. */
export function BasketLink() {
  const { t } = useTranslation();
  const pieces = piecesIn(useBasket().basket);
  const label = pieces === 0 ? t('basket.empty') : t('basket.pieces', { count: pieces });
  return (
    <Indicator label={pieces > 99 ? '99+' : pieces} size={18} offset={5} disabled={pieces === 0} color="ember.7">
      <IconLink to="/basket" variant="subtle" color="gray" size={40} radius="xl" aria-label={label}>
        <IconShoppingBag size={23} stroke={1.6} aria-hidden />
      </IconLink>
    </Indicator>
  );
}
