import { Button, Menu } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Language, speak } from '../../i18n/texts.ts';

/** Each language in its own words. */
const names: Record<Language, string> = { en: 'English', de: 'Deutsch' };

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const current = i18n.resolvedLanguage as Language;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          leftSection={<IconLanguage size={18} aria-hidden />}
          aria-label={`${t('language')}: ${names[current]}`}
        >
          {current.toUpperCase()}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(names) as Language[]).map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            onClick={() => void speak(language)}
            rightSection={language === current && <IconCheck size={16} aria-hidden />}
            aria-current={language === current}
          >
            {names[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
