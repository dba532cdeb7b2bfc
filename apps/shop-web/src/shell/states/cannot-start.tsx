import { Container, Stack, Title } from '@mantine/core';
import { Logo } from '../layout/logo.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import { useTranslation } from 'react-i18next';

/** Instead of everything, when the gateway does not even say who the identity provider is. */
export function CannotStart({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <Container size="sm" py={80} component="main">
      <Stack gap="xl">
        <Logo />
        <Title order={1}>{t('cannotStart')}</Title>
        <ProblemAlert error={error} onRetry={onRetry} />
      </Stack>
    </Container>
  );
}
