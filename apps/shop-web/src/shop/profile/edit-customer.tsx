import { Button, Card, Group, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '../../api/api.http.ts';
import type { Customer } from '../../api/bodies.ts';
import { fieldErrors, hasCode } from '../../api/problem.ts';
import { useApi } from '../../shell/shop.context.ts';
import { say } from '../../shell/states/notices.ts';
import { ProblemAlert } from '../../shell/states/problem-alert.tsx';
import { CustomerFields } from '../customer-form/customer-fields.tsx';
import { type Details, detailsOf, inputOf } from '../customer-form/details.ts';
import { Conflict } from './conflict.tsx';

/** Saves only over the version that was read; who was overtaken sees both, and takes theirs or saves his own changes over them. */
export function EditCustomer({ customer: read }: { customer: Customer }) {
  const { t } = useTranslation('shop');
  const api = useApi();
  const queries = useQueryClient();
  const { customerId } = read;
  const [base, setBase] = useState(read);
  const [details, setDetails] = useState(() => detailsOf(read));
  const [theirs, setTheirs] = useState<Customer>();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  async function save(mine: Details, version: number): Promise<void> {
    setBusy(true);
    setError(undefined);
    const params = { path: { customerId } };
    try {
      const header = { 'If-Match': `"${version}"` };
      const body = inputOf(mine);
      const saved = api.PUT('/api/customers/{customerId}', { params: { ...params, header }, body });
      become(await answer(saved));
      say(t('profile.saved'));
    } catch (problem) {
      if (!hasCode(problem, 'version-conflict')) return setError(problem);
      setTheirs(await answer(api.GET('/api/customers/{customerId}', { params })));
    } finally {
      setBusy(false);
    }
  }

  function become(customer: Customer): void {
    queries.setQueryData(['customer', customerId], customer);
    setBase(customer);
    setDetails(detailsOf(customer));
    setTheirs(undefined);
  }

  const isChanged = JSON.stringify(details) !== JSON.stringify(detailsOf(base));
  return (
    <Card withBorder maw={720}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save(details, base.version).catch(setError);
        }}
      >
        <Stack gap="lg">
          <CustomerFields details={details} onChange={setDetails} errors={fieldErrors(error)} disabled={isBusy} />
          {theirs && (
            <Conflict
              read={detailsOf(base)}
              theirs={detailsOf(theirs)}
              mine={details}
              onTheirs={() => become(theirs)}
              onMine={(mine) => void save(mine, theirs.version).catch(setError)}
            />
          )}
          {error !== undefined && <ProblemAlert error={error} />}
          {!theirs && (
            <Group>
              <Button type="submit" loading={isBusy} disabled={!isChanged}>
                {t('profile.save')}
              </Button>
              {isChanged && (
                <Button variant="subtle" color="gray" onClick={() => setDetails(detailsOf(base))}>
                  {t('profile.undo')}
                </Button>
              )}
            </Group>
          )}
        </Stack>
      </form>
    </Card>
  );
}
