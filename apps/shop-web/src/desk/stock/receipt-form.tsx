import { Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeyring } from '../../api/use-keyring.ts';
import { piecesIn } from '../../editing/pieces.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useApi } from '../../shell/shop.context.ts';
import { say } from '../../shell/states/notices.ts';
import { ProblemAlert } from '../../shell/states/problem-alert.tsx';
import type { Product } from '../products/product.ts';
import { LevelCells } from './level-cells.tsx';
import { receive } from './stock.http.ts';
import { useLevels } from './use-levels.ts';

/** The most that stock-service takes at once. */
const MOST = 1_000_000_000;

/** Pieces that came in, beside the level that they raise. The button says how many it will book. */
export function ReceiptForm({ product: { productId, name }, onDone }: { product: Product; onDone: () => void }) {
  const { t } = useTranslation('desk');
  const api = useApi();
  const keyOf = useKeyring();
  const level = useLevels([[productId]]).get(productId);
  const { number } = useFormats();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const quantity = piecesIn(typed, MOST);
  const receipt = useMutation({
    mutationFn: (pieces: number) => receive(api, productId, pieces, keyOf(pieces)),
    onSuccess(_, pieces) {
      say(t('stock.received', { count: pieces, pieces: number(pieces), name }));
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (quantity !== undefined) return receipt.mutate(quantity);
    setWrong(true);
    field.current?.focus();
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
        <TextInput
          ref={field}
          label={t('stock.quantity')}
          value={typed}
          onChange={({ currentTarget: { value } }) => (setTyped(value), setWrong(false))}
          error={isWrong && t('stock.notAQuantity', { most: number(MOST) })}
          inputMode="numeric"
          autoComplete="off"
          data-autofocus
        />
        {receipt.error && <ProblemAlert error={receipt.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={receipt.isPending}>
            {quantity === undefined
              ? t('stock.receive')
              : t('stock.receivePieces', { count: quantity, pieces: number(quantity) })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
