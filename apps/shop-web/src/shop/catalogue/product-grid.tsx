import { Button, Code, Group, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { IconBuildingStore, IconZoomCancel } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shell/links.tsx';
import { Empty } from '../../shell/states/empty.tsx';
import { ProblemAlert } from '../../shell/states/problem-alert.tsx';
import { ProductCard, ProductCardLoading } from './product-card.tsx';
import classes from './product-grid.module.css';
import { useCatalogue } from './products.http.ts';
import { ProductsOfPage } from './products-of-page.tsx';

const route = getRouteApi('/shopper/');

export function ProductGrid() {
  const { t } = useTranslation('shop');
  const search = route.useSearch();
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage, isFetchingNextPage } = useCatalogue(search);
  const pages = data?.pages;
  if (error !== null && pages === undefined) {
    return <ProblemAlert error={error} onRetry={() => void refetch()} retrying={isFetching} />;
  }
  const count = pages?.reduce((sum, { items }) => sum + items.length, 0);
  if (count === 0) return search.q || search.category ? <NothingFound /> : <NothingSold />;
  return (
    <div>
      <Text size="sm" c="dimmed" mb="sm" className={classes.count} role="status">
        {count !== undefined && t(hasNextPage ? 'catalogue.countMore' : 'catalogue.count', { count })}
      </Text>
      <ul className={classes.grid} aria-busy={pages === undefined}>
        {pages === undefined
          ? Array.from({ length: 12 }, (_, at) => <ProductCardLoading key={at} />)
          : pages.map(({ items }) => (
              <ProductsOfPage key={items[0]?.productId} products={items}>
                {(product, available) => (
                  <ProductCard key={product.productId} product={product} available={available} />
                )}
              </ProductsOfPage>
            ))}
      </ul>
      {hasNextPage && (
        <Group justify="center" mt="xl">
          <Button variant="default" size="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </Group>
      )}
    </div>
  );
}

function NothingFound() {
  const { t } = useTranslation('shop');
  return (
    <Empty
      icon={IconZoomCancel}
      title={t('catalogue.nothing')}
      action={
        <ButtonLink to="/" search={{}} variant="light">
          {t('catalogue.showAll')}
        </ButtonLink>
      }
    >
      {t('catalogue.nothingWhy')}
    </Empty>
  );
}

function NothingSold() {
  const { t } = useTranslation('shop');
  return (
    <Empty icon={IconBuildingStore} title={t('catalogue.empty')}>
      {t('catalogue.emptyWhy')} <Code>{'npm run seed'}</Code>
    </Empty>
  );
}
