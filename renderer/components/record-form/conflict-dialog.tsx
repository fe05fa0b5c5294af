import { Alert, Badge, Button, Group, Modal, Radio, Stack, Table, Text } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { FieldValue } from '#renderer/components/fields/field-value.tsx';
import { useHistory } from '#renderer/components/record-list/record.queries.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { FormValue, FormValues } from './draft-store.ts';
import { inputNames, valuesOfRecord } from './form-values.ts';
import { differences, merged, usualSide, type Side } from './merge.ts';
import type { RecordLayout } from './record-layout.ts';
import type { Stale } from './use-record-form.ts';

/** 修改冲突: who changed what, beside the person's own values; each field is kept from one side. */
export function ConflictDialog(props: {
  readonly layout: RecordLayout;
  readonly base: FormValues;
  readonly mine: FormValues;
  readonly stale: Stale;
  readonly busy: boolean;
  readonly onMerge: (values: FormValues, version: number) => void;
  readonly onTheirs: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { layout, base, mine, stale, busy, onMerge, onTheirs, onClose } = props;
  const { feature, fields } = layout;
  const { t, field: fieldName, instant } = useTexts();
  const { record, labels } = stale.latest;
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({});
  const history = useHistory(feature, record.id, stale.by === undefined);
  const by = stale.by ?? history.data?.[0]?.personName ?? t('form.someone');
  const at = stale.at ?? record.updatedAt;
  const theirs = valuesOfRecord(fields, record);
  const found = differences(inputNames(fields), base, mine, theirs);

  const cell = (name: string, value: FormValue): ReactNode => {
    const field = fields[name];
    return field ? (
      <FieldValue feature={feature} name={name} field={field} value={value} labels={labels} />
    ) : null;
  };

  return (
    <Modal opened onClose={onClose} size="xl" title={t('form.conflictTitle', { by })}>
      <Stack gap="sm">
        <Text size="sm">{t('form.conflictLead', { by, at: instant(at) })}</Text>
        {found.some((one) => one.clash) ? null : (
          <Alert color="blue" p="xs" icon={<IconGitMerge size={16} />}>
            {t('form.conflictNothing')}
          </Alert>
        )}
        <Table withTableBorder withColumnBorders verticalSpacing={4} fz="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('form.field')}</Table.Th>
              <Table.Th>{t('form.before')}</Table.Th>
              <Table.Th>{t('form.mine')}</Table.Th>
              <Table.Th>{t('form.theirs')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.map((one) => {
              const side = sides[one.field] ?? usualSide(one);
              const name = fieldName(feature, one.field);
              const radio = (which: Side, value: FormValue): ReactNode => (
                <Radio
                  size="xs"
                  name={`side-${one.field}`}
                  checked={side === which}
                  onChange={() => setSides((all) => ({ ...all, [one.field]: which }))}
                  aria-label={`${name} ${t(which === 'mine' ? 'form.mine' : 'form.theirs')}`}
                  label={cell(one.field, value) ?? t('common.none')}
                />
              );
              return (
                <Table.Tr key={one.field}>
                  <Table.Th scope="row">
                    {name} {one.clash ? <Badge color="orange">{t('form.both')}</Badge> : null}
                  </Table.Th>
                  <Table.Td>{cell(one.field, one.base)}</Table.Td>
                  <Table.Td>{radio('mine', one.mine)}</Table.Td>
                  <Table.Td>{radio('theirs', one.theirs)}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onTheirs}>
            {t('form.takeTheirs')}
          </Button>
          <Button
            data-autofocus
            loading={busy}
            onClick={() => onMerge(merged(theirs, found, sides), record.version)}
          >
            {t('form.mergeSave')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
