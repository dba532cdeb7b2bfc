import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface Props {
  icon: Icon;
  title: string;
  children?: ReactNode;
  /** What can be done about it. */
  action?: ReactNode;
}

/** Nothing is here, why that is, and what to do about it. */
export function Empty({ icon: IconHere, title, children, action }: Props) {
  return (
    <Stack align="center" gap="md" py={64} ta="center">
      <ThemeIcon size={72} radius="50%" variant="light">
        <IconHere size={34} stroke={1.5} aria-hidden />
      </ThemeIcon>
      <Title order={2}>{title}</Title>
      {children !== undefined && (
        <Text c="dimmed" maw="30rem">
          {children}
        </Text>
      )}
      {action}
    </Stack>
  );
}
