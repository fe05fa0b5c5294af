import { Button, Checkbox, Group, Loader, Modal, Radio, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { MergePreview } from '#shared/features/customer/customer.contract.ts';
import { customerFields } from '#shared/features/customer/customer.fields.ts';
import type { Field } from '#shared/kernel/field.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { valueText } from '#renderer/components/fields/field-value.tsx';
import { useRecord } from '#renderer/components/record-list/record.queries.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useMerge, useMergePreview, type MergePair } from './duplicate.queries.ts';
import classes from './duplicates.module.css';

/** 合并客户: which one stays, value by value, and what moves along. */
export function MergeDialog(props: {
  readonly pair: MergePair;
  /** The other one is to stay. */
  readonly onTurn: (pair: MergePair) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { pair, onTurn, onClose } = props;
  const { t } = useTexts();
  const { data, error } = useMergePreview(pair);
  return (
    <Modal opened onClose={onClose} size="xl" title={t('customer.dialog')}>
      <Stack gap="md">
        <WhichStays pair={pair} onTurn={onTurn} />
        <ErrorNote error={error} />
        {data || error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
        {data ? (
          <Differences key={`${pair.keptId} ${pair.goneId}`} pair={pair} preview={data} onClose={onClose} />
        ) : null}
      </Stack>
    </Modal>
  );
}

function WhichStays({
  pair,
  onTurn,
}: {
  readonly pair: MergePair;
  readonly onTurn: (pair: MergePair) => void;
}): ReactNode {
  const { t } = useTexts();
  const ids = [pair.keptId, pair.goneId].toSorted((a, b) => a - b);
  return (
    <Radio.Group
      label={t('customer.keep')}
      value={String(pair.keptId)}
      onChange={(value) => {
        if (Number(value) !== pair.keptId) onTurn({ keptId: pair.goneId, goneId: pair.keptId });
      }}
    >
      <Stack gap="sm" mt={6}>
        {ids.map((id) => (
          <StayingChoice key={id} id={id} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function StayingChoice({ id }: { readonly id: number }): ReactNode {
  const { t, instant } = useTexts();
  const { data } = useRecord('customer', id);
  const record = data?.record;
  return (
    <Radio
      value={String(id)}
      label={
        record
          ? t('customer.keepThis', { name: String(record['name']), day: instant(record.createdAt) })
          : t('common.loading')
      }
    />
  );
}

function Differences(props: {
  readonly pair: MergePair;
  readonly preview: MergePreview;
  readonly onClose: () => void;
}): ReactNode {
  const { pair, preview, onClose } = props;
  const { t, record } = useTexts();
  const [take, setTake] = useState<ReadonlySet<string>>(
    () => new Set(preview.fields.filter((field) => field.take).map(({ field }) => field)),
  );
  const [keepPhone, setKeepPhone] = useState(preview.mayKeepPhone);
  const merge = useMerge();
  const toggle = (field: string, other: boolean): void => {
    const next = new Set(take);
    if (other) next.add(field);
    else next.delete(field);
    setTake(next);
  };
  const stays = preview.stays.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <Table aria-label={t('customer.dialog')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('customer.field')}</Table.Th>
            <Table.Th scope="col">{t('customer.kept')}</Table.Th>
            <Table.Th scope="col">{t('customer.gone')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.fields.map((line) => (
            <FieldLine
              key={line.field}
              line={line}
              labels={preview.labels}
              other={take.has(line.field)}
              onChange={(other) => toggle(line.field, other)}
            />
          ))}
        </Table.Tbody>
      </Table>
      {preview.mayKeepPhone && !take.has('secondPhone') ? (
        <Checkbox
          label={t('customer.keepPhone')}
          checked={keepPhone}
          onChange={(event) => setKeepPhone(event.currentTarget.checked)}
        />
      ) : null}
      <div>
        <Text fw={600}>{t('customer.moves')}</Text>
        <Text size="sm">
          {preview.moves.length === 0
            ? t('customer.nothingMoves')
            : preview.moves
                .map(({ feature, count }) => t('customer.moveLine', { what: record(feature, 'many'), count }))
                .join(' · ')}
        </Text>
        {stays > 0 ? <Text size="sm">{t('customer.stays', { count: stays })}</Text> : null}
        <Text size="sm" c="dimmed">
          {t('customer.refusal')} {t('customer.toBin')}
        </Text>
      </div>
      <ErrorNote error={merge.error} />
      <Group justify="flex-end" gap="xs" className={classes['decide']}>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          loading={merge.isPending}
          onClick={() =>
            merge.mutate(
              { ...pair, take: [...take], keepPhone: keepPhone && preview.mayKeepPhone },
              {
                onSuccess: ({ moved }) => {
                  notifications.show({ message: t('customer.merged', { count: moved }) });
                  onClose();
                },
              },
            )
          }
        >
          {t('customer.confirm')}
        </Button>
      </Group>
    </>
  );
}

/** One field of both: where they differ, a choice. */
function FieldLine(props: {
  readonly line: MergePreview['fields'][number];
  readonly labels: MergePreview['labels'];
  readonly other: boolean;
  readonly onChange: (other: boolean) => void;
}): ReactNode {
  const { line, labels, other, onChange } = props;
  const texts = useTexts();
  const name = texts.field('customer', line.field);
  const field = (customerFields as Readonly<Record<string, Field>>)[line.field];
  const text = (value: MergePreview['fields'][number]['kept']): string =>
    field ? valueText(texts, { feature: 'customer', name: line.field, field, labels }, value) || '—' : '—';
  if (line.kept === line.gone)
    return (
      <Table.Tr>
        <Table.Th scope="row">{name}</Table.Th>
        <Table.Td colSpan={2}>{text(line.kept)}</Table.Td>
      </Table.Tr>
    );
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      {[false, true].map((isOther) => (
        <Table.Td key={String(isOther)}>
          <Radio
            name={`merge-${line.field}`}
            label={text(isOther ? line.gone : line.kept)}
            aria-label={`${name}：${text(isOther ? line.gone : line.kept)}`}
            checked={other === isOther}
            onChange={() => onChange(isOther)}
          />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
