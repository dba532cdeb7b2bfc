import { Badge, Group, Radio, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './conflict.module.css';
import type { Difference, Side } from './merge.ts';

interface Props {
  difference: Difference;
  name: string;
  side: Side | undefined;
  onChoose: (side: Side) => void;
}

/** One field: what was typed beside what is saved. */
export function ConflictChoice({ difference: { field, mine, theirs, isConflict }, name, side, onChoose }: Props) {
  const { t } = useTranslation('form');
  const shown = (text: string) => (text === '' ? t('conflict.empty') : text);
  return (
    <Radio.Group
      name={`conflict-${field}`}
      value={side ?? ''}
      onChange={(value) => onChoose(value as Side)}
      label={
        <Group component="span" gap="xs">
          {name}
          {isConflict && (
            <Badge component="span" color="ember" variant="light">
              {t('conflict.both')}
            </Badge>
          )}
        </Group>
      }
    >
      <div className={classes.sides}>
        {(['mine', 'theirs'] as const).map((each) => (
          <Radio.Card key={each} value={each} className={classes.side}>
            <Group wrap="nowrap" align="flex-start" gap="sm">
              <Radio.Indicator />
              <div className={classes.text}>
                <Text size="xs" c="dimmed">
                  {t(`conflict.${each}`)}
                </Text>
                <Text className={classes.value}>{shown(each === 'mine' ? mine : theirs)}</Text>
              </div>
            </Group>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
