import { Button, Group, NumberInput, Stack, Table, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeyring } from '../../api/use-keyring.ts';
import { useApi } from '../../shell/shop.context.ts';
import { say } from '../../shell/states/notices.ts';
import { ProblemAlert } from '../../shell/states/problem-alert.tsx';
import type { Product } from '../products/product.ts';
import { LevelCells } from './level-cells.tsx';
import { receive } from './stock.http.ts';
import { useLevels } from './use-levels.ts';

/** The most that stock-service takes at once. */
const MOST = 1_000_000_000;

/** Pieces that came in, beside the level that they raise. */
export function ReceiptForm({ product: { productId, name }, onDone }: { product: Product; onDone: () => void }) {
  const { t } = useTranslation('desk');
  const api = useApi();
  const keyOf = useKeyring();
  const level = useLevels([[productId]]).get(productId);
  const [quantity, setQuantity] = useState<number | string>('');
  const [isWrong, setWrong] = useState(false);
  const receipt = useMutation({
    mutationFn: (pieces: number) => receive(api, productId, pieces, keyOf(pieces)),
    onSuccess(_, pieces) {
      say(t('stock.received', { count: pieces, name }));
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!Number.isInteger(quantity) || Number(quantity) < 1) return setWrong(true);
    receipt.mutate(Number(quantity));
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text fw={600}>{name}</Text>
        <Table withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="end">{t('stock.onHand')}</Table.Th>
              <Table.Th ta="end">{t('stock.reserved')}</Table.Th>
              <Table.Th ta="end">{t('stock.available')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody aria-live="polite">
            <Table.Tr>
              <LevelCells level={level} />
            </Table.Tr>
          </Table.Tbody>
        </Table>
        <NumberInput
          label={t('stock.quantity')}
          value={quantity}
          onChange={(value) => (setQuantity(value), setWrong(false))}
          error={isWrong && t('stock.notAQuantity')}
          min={1}
          max={MOST}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          data-autofocus
        />
        {receipt.error && <ProblemAlert error={receipt.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={receipt.isPending}>
            {t('stock.receive')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
