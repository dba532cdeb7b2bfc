import { Button, Group, Text, Title } from '@mantine/core';
import { IconArrowRight, IconDatabase, IconRoute, IconShoppingBag } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './landing.module.css';
import { TravellingOrder } from './travelling-order.tsx';
import { useSignIn } from './session/use-sign-in.ts';
import { ProblemAlert } from './states/problem-alert.tsx';

const points = [
  { name: 'buy', icon: IconShoppingBag },
  { name: 'watch', icon: IconRoute },
  { name: 'replay', icon: IconDatabase },
] as const;

/** What whoever is not signed in sees at `/`. */
export function Landing({ returnTo }: { returnTo: string }) {
  const { t } = useTranslation();
  const { signIn, isLeaving, error } = useSignIn(returnTo);
  return (
    <div className={classes.landing}>
      <section className={classes.hero}>
        <div>
          <Title order={1} tabIndex={-1} className={classes.title}>
            {t('landing.title')}
          </Title>
          <Text size="lg" c="dimmed" mt="md" mb="xl">
            {t('landing.lead')}
          </Text>
          <Group>
            <Button
              size="lg"
              onClick={() => signIn()}
              loading={isLeaving}
              rightSection={<IconArrowRight size={20} aria-hidden />}
            >
              {t('signIn')}
            </Button>
          </Group>
          <Text size="sm" c="dimmed" mt="md">
            {t('landing.accounts')} <code className={classes.command}>{'npm run -s accounts'}</code>
          </Text>
          {error !== null && <ProblemAlert error={error} />}
        </div>
        <TravellingOrder />
      </section>
      <ul className={classes.points}>
        {points.map(({ name, icon: Icon }) => (
          <li key={name}>
            <Icon size={26} stroke={1.6} aria-hidden className={classes.icon} />
            <Title order={2} size="h3" mb={4}>
              {t(`landing.${name}.title`)}
            </Title>
            <Text c="dimmed">{t(`landing.${name}.text`)}</Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
