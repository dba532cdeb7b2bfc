import { Group } from '@mantine/core';
import { LanguageSwitch } from './language-switch.tsx';
import { SchemeSwitch } from './scheme-switch.tsx';

export const Preferences = () => (
  <Group gap={4} wrap="nowrap">
    <LanguageSwitch />
    <SchemeSwitch />
  </Group>
);
