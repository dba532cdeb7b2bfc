import { Tabs, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import { useApi } from '../../shell/shop.context.ts';
import { QueryView } from '../../shell/states/query-view.tsx';
import { mapQuery } from '../hub.http.ts';
import { Audit } from './audit.tsx';
import { readersIn } from './ops.http.ts';
import { ParkedOfAll } from './parked-of-all.tsx';

/** The messages that could not be handled: looking at them, trying again, giving up; and who did that. */
export default function ParkedPage() {
  const { t } = useTranslation('hub');
  const map = useQuery(mapQuery(useApi()));
  const [key, setKey] = useState('');
  return (
    <Page title={t('parked.title')} lead={t('parked.lead')}>
      <QueryView query={map}>
        {(found) => (
          <Tabs defaultValue="parked" keepMounted={false}>
            <Tabs.List mb="lg">
              <Tabs.Tab value="parked">{t('parked.messages')}</Tabs.Tab>
              <Tabs.Tab value="audit">{t('parked.audit')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="parked">
              <TextInput
                label={t('parked.filter')}
                value={key}
                onChange={({ currentTarget }) => setKey(currentTarget.value)}
                leftSection={<IconSearch size={16} aria-hidden />}
                maw="26rem"
                mb="lg"
                autoComplete="off"
              />
              <ParkedOfAll services={readersIn(found)} filter={key.trim()} />
            </Tabs.Panel>
            <Tabs.Panel value="audit">
              <Audit services={readersIn(found)} />
            </Tabs.Panel>
          </Tabs>
        )}
      </QueryView>
    </Page>
  );
}
