import { Badge, Card, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/generated/openapi.d.ts';
import { useLabels } from '../../editing/use-labels.ts';
import { PlainLink } from '../../shell/links.tsx';
import classes from '../desk.module.css';

type Listed = Pick<components['schemas']['FoundCustomer'], 'customerId' | 'name' | 'email' | 'category'> & {
  address: components['schemas']['FoundAddress'];
};

interface Props {
  customers: readonly Listed[];
  /** What was found for the letters before; the answer for those typed since is on its way. */
  isOld?: boolean;
}

export function CustomerList({ customers, isOld = false }: Props) {
  const { t } = useTranslation('desk');
  const label = useLabels();
  return (
    <Card withBorder padding={0} opacity={isOld ? 0.6 : 1} aria-busy={isOld}>
      <ul className={classes.list} aria-label={t('customers.title')}>
        {customers.map(({ customerId, name, email, category, address }) => (
          <li key={customerId}>
            <PlainLink to="/desk/customers/$id" params={{ id: customerId }} className={classes.row}>
              <span className={classes.main}>
                <Text span fw={600}>
                  {name}
                </Text>
                <Text span size="sm" c="dimmed">
                  {email}
                </Text>
              </span>
              <Text span size="sm" className={classes.side}>
                {address.postalCode} {address.city}, {address.country}
              </Text>
              <Badge variant="light" title={label('category')}>
                {category}
              </Badge>
              <IconChevronRight size={18} aria-hidden />
            </PlainLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
