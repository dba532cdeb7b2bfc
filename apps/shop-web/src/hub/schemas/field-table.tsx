import { Code, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Avro, fieldsOf } from './avro.ts';

export function FieldTable({ schema }: { schema: Avro }) {
  const { t } = useTranslation('hub');
  return (
    <Table.ScrollContainer minWidth={460}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('schemas.field')}</Table.Th>
            <Table.Th>{t('schemas.type')}</Table.Th>
            <Table.Th>{t('schemas.default')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fieldsOf(schema).map((field) => (
            <Table.Tr key={field.path}>
              <Table.Th scope="row">
                <Code>{field.path}</Code>
                <Text size="sm" c="dimmed" fw={400} mt={2} lang="en">
                  {field.doc}
                </Text>
              </Table.Th>
              <Table.Td>{field.type}</Table.Td>
              <Table.Td>{field.default !== undefined && <Code>{field.default}</Code>}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
