import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Details, differences, merged } from '../customer-form/details.ts';

interface Props {
  /** As it was when I began. */
  read: Details;
  /** As somebody else saved it meanwhile. */
  theirs: Details;
  /** As I have it in the form. */
  mine: Details;
  onTheirs: () => void;
  onMine: (mine: Details) => void;
}

/** Somebody else saved first: nothing of mine was written, nothing of his is lost. */
export function Conflict({ read, theirs, mine, onTheirs, onMine }: Props) {
  const { t } = useTranslation('shop');
  const wanted = merged(read, theirs, mine);
  return (
    <Alert color="ember" variant="light" role="alert" icon={<IconGitMerge aria-hidden />} title={t('conflict.title')}>
      <Stack gap="sm">
        <Text size="sm">{t('conflict.what')}</Text>
        <Table.ScrollContainer minWidth={300}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('conflict.field')}</Table.Th>
                <Table.Th>{t('conflict.before')}</Table.Th>
                <Table.Th>{t('conflict.theirs')}</Table.Th>
                <Table.Th>{t('conflict.after')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {differences(read, theirs, wanted).map((each) => (
                <Table.Tr key={each.field}>
                  <Table.Th scope="row">{t(`customer.${each.field}`)}</Table.Th>
                  <Table.Td>{each.before}</Table.Td>
                  <Table.Td>{each.theirs}</Table.Td>
                  <Table.Td>{each.after}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Group>
          <Button color="ember" onClick={() => onMine(wanted)}>
            {t('conflict.keepMine')}
          </Button>
          <Button variant="default" onClick={onTheirs}>
            {t('conflict.takeTheirs')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
