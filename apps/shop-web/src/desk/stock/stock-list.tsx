import { Button, Card, Table, Text, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconPackageOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../shell/shop.context.ts';
import { Empty } from '../../shell/states/empty.tsx';
import { QueryView } from '../../shell/states/query-view.tsx';
import classes from '../desk.module.css';
import { More } from '../more.tsx';
import type { Product } from '../products/product.ts';
import { productsQuery } from '../products/products.http.ts';
import { LevelCells } from './level-cells.tsx';
import { useLevels } from './use-levels.ts';

interface Props {
  q: string;
  onReceive: (product: Product) => void;
}

export function StockList({ q, onReceive }: Props) {
  const { t } = useTranslation('desk');
  const products = useInfiniteQuery(productsQuery(useApi(), q));
  const pages = products.data?.pages ?? [];
  const levels = useLevels(pages.map(({ items }) => items.map(({ productId }) => productId)));
  return (
    <QueryView query={products}>
      {() => {
        const all = pages.flatMap(({ items }) => items);
        if (all.length === 0) {
          return <Empty icon={IconPackageOff} title={q === '' ? t('products.none') : t('products.notFound', { q })} />;
        }
        return (
          <>
            <Card withBorder padding={0}>
              <Table.ScrollContainer minWidth={300}>
                <Table verticalSpacing="sm" horizontalSpacing="sm">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('stock.product')}</Table.Th>
                      <Table.Th ta="end" visibleFrom="xs">
                        {t('stock.onHand')}
                      </Table.Th>
                      <Table.Th ta="end" visibleFrom="xs">
                        {t('stock.reserved')}
                      </Table.Th>
                      <Table.Th ta="end">{t('stock.available')}</Table.Th>
                      <Table.Th>
                        <VisuallyHidden>{t('stock.receive')}</VisuallyHidden>
                      </Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {all.map((product) => (
                      <Table.Tr key={product.productId}>
                        <Table.Th scope="row" className={classes.name}>
                          {product.name}
                          <Text className={classes.id} c="dimmed" fw={400}>
                            {product.productId}
                          </Text>
                        </Table.Th>
                        <LevelCells level={levels.get(product.productId)} allFrom="xs" />
                        <Table.Td ta="end">
                          <Button
                            size="compact-md"
                            variant="light"
                            onClick={() => onReceive(product)}
                            aria-label={t('stock.receiveOf', { name: product.name })}
                          >
                            {t('stock.receiveShort')}
                          </Button>
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            </Card>
            <More {...products} />
          </>
        );
      }}
    </QueryView>
  );
}
