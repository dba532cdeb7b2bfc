import { Button, Group, InputLabel, Text } from '@mantine/core';
import { IconShoppingBagPlus } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../api/bodies.ts';
import { piecesIn } from '../../editing/pieces.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { TextLink } from '../../shell/links.tsx';
import { usePerson } from '../../shell/shop.context.ts';
import { say } from '../../shell/states/notices.ts';
import { MOST_PIECES, piecesOf } from './basket.ts';
import { useBasket } from './basket.storage.ts';
import { PiecesField } from './pieces-field.tsx';

export function AddToBasket({ product, available }: { product: Product; available: number | undefined }) {
  const { t } = useTranslation('shop');
  const { productId, name } = product;
  const { basket, add } = useBasket();
  const { number } = useFormats();
  const fieldId = useId();
  const [typed, setTyped] = useState('1');
  const inBasket = piecesOf(basket, productId);
  const most = MOST_PIECES - inBasket;
  const pieces = piecesIn(typed, most);
  if (usePerson().customerId === undefined) return <Text c="dimmed">{t('checkout.noCustomer')}</Text>;
  return (
    <div>
      <InputLabel size="md" htmlFor={fieldId}>
        {t('quantity')}
      </InputLabel>
      <Group align="flex-start" gap="sm">
        <PiecesField
          size="md"
          id={fieldId}
          name={name}
          most={most}
          value={typed}
          onChange={setTyped}
          error={pieces === undefined && t(most > 0 ? 'basket.wholeNumber' : 'basket.full', { most: number(most) })}
        />
        <Button
          size="md"
          disabled={available === 0 || pieces === undefined}
          leftSection={<IconShoppingBagPlus size={20} aria-hidden />}
          onClick={() => {
            add(productId, pieces!);
            setTyped('1');
            say(t('basket.added', { name }));
          }}
        >
          {t('basket.put')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mt="xs" mih="1.4rem">
        {inBasket > 0 && (
          <>
            {t('basket.inIt', { count: inBasket, pieces: number(inBasket) })}{' '}
            <TextLink to="/basket" underline="always">
              {t('basket.toIt')}
            </TextLink>
          </>
        )}
      </Text>
    </div>
  );
}
