import { Button, Group, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../shell/page.tsx';
import { LatestOrders } from './latest-orders.tsx';

const ORDER_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Which order? Its id, or one of the latest. */
export default function TracePage() {
  const { t } = useTranslation('trace');
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const go = (event: FormEvent) => {
    event.preventDefault();
    const orderId = text.trim().toLowerCase();
    if (!ORDER_ID.test(orderId)) return setWrong(true);
    void navigate({ to: '/trace/$orderId', params: { orderId } });
  };
  return (
    <Page title={t('title')} lead={t('lead')}>
      <form onSubmit={go} noValidate>
        <Group align="flex-start">
          <TextInput
            label={t('orderId')}
            placeholder="0193…"
            value={text}
            error={isWrong && t('notAnId')}
            onChange={({ currentTarget: { value } }) => (setText(value), setWrong(false))}
            style={{ flex: '1 1 16rem', maxWidth: '28rem' }}
            autoComplete="off"
            spellCheck={false}
          />
          <Button type="submit" mt={25}>
            {t('show')}
          </Button>
        </Group>
      </form>
      <LatestOrders />
    </Page>
  );
}
