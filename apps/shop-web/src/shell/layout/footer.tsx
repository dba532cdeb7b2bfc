import { Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './footer.module.css';

export function Footer() {
  const { t } = useTranslation();
  return (
    <footer className={classes.footer}>
      <Group justify="space-between" gap="md">
        <Text size="sm" c="dimmed">
          {t('footer.what')}
        </Text>
        <Group gap="lg">
          <Anchor href="/docs" size="sm" c="dimmed">
            {t('footer.api')}
          </Anchor>
          <Anchor href="/asyncapi" size="sm" c="dimmed">
            {t('footer.topics')}
          </Anchor>
          <Anchor href="/apis" size="sm" c="dimmed">
            {t('footer.services')}
          </Anchor>
        </Group>
      </Group>
    </footer>
  );
}
