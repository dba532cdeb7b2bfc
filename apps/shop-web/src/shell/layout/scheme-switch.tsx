import { ActionIcon, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** What comes after what, and how each looks. */
const schemes = {
  light: { next: 'dark', icon: IconSun },
  dark: { next: 'auto', icon: IconMoon },
  auto: { next: 'light', icon: IconDeviceDesktop },
} as const;

export function SchemeSwitch() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { next, icon: Icon } = schemes[colorScheme];
  const label = t('scheme.label', { now: t(`scheme.${colorScheme}`), next: t(`scheme.${next}`) });
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={40}
      radius="xl"
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(next)}
    >
      <Icon size={21} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}
