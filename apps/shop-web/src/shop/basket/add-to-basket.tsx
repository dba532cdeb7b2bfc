import { Button, Group, NumberInput, Text } from '@mantine/core';
import { IconShoppingBagPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../api/bodies.ts';
import { TextLink } from '../../shell/links.tsx';
import { usePerson } from '../../shell/shop.context.ts';
import { say } from '../../shell/states/notices.ts';
import { MOST_PIECES, piecesOf } from './basket.ts';
import { useBasket } from './basket.storage.ts';

export function AddToBasket({ product, available }: { product: Product; available: number | undefined }) {
  const { t } = useTranslation('shop');
  const { productId, name } = product;
  const { basket, add } = useBasket();
  const [quantity, setQuantity] = useState<number | string>(1);
  const pieces = Number(quantity);
  const inBasket = piecesOf(basket, productId);
  if (usePerson().customerId === undefined) return <Text c="dimmed">{t('checkout.noCustomer')}</Text>;
  return (
    <div>
      <Group align="flex-end" gap="sm">
        <NumberInput
          w={110}
          size="md"
          label={t('quantity')}
          min={1}
          max={MOST_PIECES}
          allowDecimal={false}
          clampBehavior="blur"
          value={quantity}
          onChange={setQuantity}
        />
        <Button
          size="md"
          disabled={available === 0 || !(pieces >= 1)}
          leftSection={<IconShoppingBagPlus size={20} aria-hidden />}
          onClick={() => {
            add(productId, pieces);
            setQuantity(1);
            say(t('basket.added', { name }));
          }}
        >
          {t('basket.put')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mt="xs" mih="1.4rem">
        {inBasket > 0 && (
          <>
            {t('basket.inIt', { count: inBasket })}{' '}
            <TextLink to="/basket" underline="always">
              {t('basket.toIt')}
            </TextLink>
          </>
        )}
      </Text>
    </div>
  );
}
