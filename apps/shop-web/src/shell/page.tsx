import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './page.module.css';

interface Props {
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** Beside the title: what can be done on this page. */
  actions?: ReactNode;
  children?: ReactNode;
}

/** A page: its name in the tab and as the one h1, which gets the focus when somebody comes here by a link. */
export function Page({ title, lead, actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Offset Zero`;
  }, [title]);
  return (
    <Stack gap="xl" className={classes.page}>
      <Group justify="space-between" align="flex-end" gap="md">
        <div className={classes.head}>
          <Title order={1} tabIndex={-1} className={classes.title}>
            {title}
          </Title>
          {lead !== undefined && (
            <Text c="dimmed" mt={6} maw="42rem">
              {lead}
            </Text>
          )}
        </div>
        {actions}
      </Group>
      {children}
    </Stack>
  );
}
