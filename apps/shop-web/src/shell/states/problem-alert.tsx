import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/problem.ts';
import classes from './problem-alert.module.css';
import { useProblemText } from './problem-text.ts';

interface Props {
  error: unknown;
  onRetry?: () => void;
  retrying?: boolean;
}

/**
 * An error as a person can use it: what is wrong, what can be done, and the trace id for whoever has to find the cause. What
 * a service says beyond that is for him as well, and English; of a refusal the text says it already.
 */
export function ProblemAlert({ error, onRetry, retrying = false }: Props) {
  const { t } = useTranslation();
  const text = useProblemText();
  const { status, detail, traceId, code } = problemOf(error);
  return (
    <Alert
      color="ember"
      variant="light"
      radius="lg"
      icon={<IconAlertTriangle aria-hidden />}
      title={text(error)}
      classNames={{ body: classes.body, label: classes.label }}
    >
      <Stack gap="sm" align="flex-start">
        {detail !== undefined && status >= 500 && (
          <Text size="sm" lang="en">
            {detail}
          </Text>
        )}
        <Group gap="md">
          {onRetry && (
            <Button
              size="compact-sm"
              variant="default"
              loading={retrying}
              leftSection={<IconRefresh size={15} aria-hidden />}
              onClick={onRetry}
            >
              {t('retry')}
            </Button>
          )}
          <Text size="xs" className={classes.codes}>
            {t('problemCode')} <Code>{code}</Code>
            {traceId !== undefined && (
              <>
                {' · '}
                {t('traceId')} <Code>{traceId}</Code>
              </>
            )}
          </Text>
        </Group>
      </Stack>
    </Alert>
  );
}
