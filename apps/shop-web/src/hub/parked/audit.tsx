import { Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AuditTable } from './audit-table.tsx';

/** What operators did, service by service: each keeps its own trail. */
export function Audit({ services }: { services: string[] }) {
  const { t } = useTranslation('hub');
  const [chosen, choose] = useState(services[0]);
  if (chosen === undefined) return null;
  return (
    <Stack>
      <Select
        label={t('service')}
        data={services}
        value={chosen}
        onChange={(value) => value !== null && choose(value)}
        allowDeselect={false}
        maw="20rem"
      />
      <AuditTable key={chosen} service={chosen} />
    </Stack>
  );
}
