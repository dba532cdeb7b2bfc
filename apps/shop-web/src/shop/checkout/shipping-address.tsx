import { Card, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../customer/customer.ts';
import { TextLink } from '../../shell/links.tsx';

export function ShippingAddress({ customer: { firstName, lastName, email, address } }: { customer: Customer }) {
  const { t } = useTranslation('shop');
  return (
    <Card withBorder>
      <address style={{ fontStyle: 'normal' }}>
        <Text fw={600}>{[firstName, lastName].join(' ')}</Text>
        <Text>{address.street}</Text>
        <Text>{[address.country, '-', address.postalCode, ' ', address.city].join('')}</Text>
        <Text c="dimmed" mt="xs">
          {email}
        </Text>
      </address>
      <TextLink to="/profile" mt="sm" size="sm">
        {t('checkout.editAddress')}
      </TextLink>
    </Card>
  );
}
