import { Badge, Button, Card, Text, UnstyledButton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconPackageOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { useApi } from '../../shell/shop.context.ts';
import { Empty } from '../../shell/states/empty.tsx';
import { QueryView } from '../../shell/states/query-view.tsx';
import classes from '../desk.module.css';
import { More } from '../more.tsx';
import type { Product } from './product.ts';
import { productsQuery } from './products.http.ts';

interface Props {
  q: string;
  onOpen: (product: Product) => void;
  onNew: () => void;
}

export function ProductList({ q, onOpen, onNew }: Props) {
  const { t } = useTranslation('desk');
  const { money } = useFormats();
  const products = useInfiniteQuery(productsQuery(useApi(), q));
  return (
    <QueryView query={products}>
      {({ pages }) => {
        const all = pages.flatMap(({ items }) => items);
        if (all.length === 0) {
          return (
            <Empty
              icon={IconPackageOff}
              title={q === '' ? t('products.none') : t('products.notFound', { q })}
              action={<Button onClick={onNew}>{t('products.new')}</Button>}
            />
          );
        }
        return (
          <>
            <Card withBorder padding={0} opacity={products.isPlaceholderData ? 0.6 : 1}>
              <ul className={classes.list} aria-label={t('products.title')}>
                {all.map((product) => (
                  <li key={product.productId}>
                    <UnstyledButton className={classes.row} onClick={() => onOpen(product)}>
                      <span className={classes.main}>
                        <Text span fw={600}>
                          {product.name}
                        </Text>
                        <Text span className={classes.id} c="dimmed">
                          {product.productId}
                        </Text>
                      </span>
                      <Badge variant="light" tt="none" visibleFrom="xs">
                        {product.category}
                      </Badge>
                      <Text span className="numbers">
                        {money(product.price)}
                      </Text>
                    </UnstyledButton>
                  </li>
                ))}
              </ul>
            </Card>
            <More {...products} />
          </>
        );
      }}
    </QueryView>
  );
}
