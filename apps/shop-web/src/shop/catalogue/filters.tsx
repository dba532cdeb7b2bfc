import { CloseButton, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { PlainLink } from '../../shell/links.tsx';
import { useSearchText } from '../../shell/use-search-text.ts';
import type { Categories } from './categories.ts';
import classes from './filters.module.css';
import { useCategories } from './products.http.ts';

const route = getRouteApi('/shopper/');
const NONE: Categories = { names: [], ofFirst: undefined };

/** Search as you type, and the categories. Both lie in the address. */
export function Filters() {
  const { t } = useTranslation('shop');
  const { category } = route.useSearch();
  const { number } = useFormats();
  const { data: { names, ofFirst } = NONE } = useCategories();
  const [text, type] = useSearchText();
  const shown = category === undefined || names.includes(category) ? names : [category, ...names];
  return (
    <search className={classes.filters}>
      <TextInput
        type="search"
        size="md"
        radius="xl"
        value={text}
        maxLength={200}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        aria-label={t('catalogue.search')}
        placeholder={t('catalogue.searchHint')}
        leftSection={<IconSearch size={19} aria-hidden />}
        rightSection={
          text !== '' && <CloseButton radius="xl" aria-label={t('catalogue.clear')} onClick={() => type('')} />
        }
        className={classes.search}
      />
      <ul className={classes.categories} aria-label={t('catalogue.categories')}>
        {[undefined, ...shown].map((each) => (
          <li key={each ?? ''}>
            <PlainLink
              to="/"
              search={(before) => ({ ...before, category: each })}
              replace
              resetScroll={false}
              className={classes.category}
              aria-current={each === category ? 'true' : undefined}
            >
              {each ?? t('catalogue.all')}
            </PlainLink>
          </li>
        ))}
        {ofFirst !== undefined && (
          <li className={classes.note}>{t('catalogue.categoriesOfFirst', { products: number(ofFirst) })}</li>
        )}
      </ul>
    </search>
  );
}
