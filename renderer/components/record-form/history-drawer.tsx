import { Drawer, Loader, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Fields } from '#shared/kernel/field.ts';
import type { HistoryLine, Labels } from '#shared/rpc/record.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { FieldValue } from '#renderer/components/fields/field-value.tsx';
import { fieldNamed } from '#renderer/components/record-list/list-columns.ts';
import type { RecordFeature } from '#renderer/components/record-list/record-feature.ts';
import { useHistory } from '#renderer/components/record-list/record.queries.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './record-form.module.css';

const verbs = ['create', 'update', 'remove', 'restore', 'reveal', 'run', 'undo'] as const;

/** 修改历史: what the audit tells of one record, newest first. */
export function HistoryDrawer(props: {
  readonly feature: RecordFeature;
  readonly fields: Fields;
  readonly id: number;
  readonly labels: Labels;
  readonly opened: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { feature, fields, id, labels, opened, onClose } = props;
  const { t } = useTexts();
  const { data, error, isLoading, refetch } = useHistory(feature, id, opened);
  return (
    <Drawer opened={opened} onClose={onClose} title={t('form.history')} size={460}>
      {isLoading ? <Loader size="sm" /> : null}
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data?.length === 0 ? <Text c="dimmed">{t('form.historyEmpty')}</Text> : null}
      <Stack gap={0}>
        {data?.map((line) => (
          <Line key={line.seq} line={line} feature={feature} fields={fields} labels={labels} />
        ))}
      </Stack>
    </Drawer>
  );
}

function Line(props: {
  readonly line: HistoryLine;
  readonly feature: RecordFeature;
  readonly fields: Fields;
  readonly labels: Labels;
}): ReactNode {
  const { line, feature, fields, labels } = props;
  const { t, field: fieldName, instant } = useTexts();
  const verb = verbs.find((one) => line.call.endsWith(`.${one}`)) ?? 'other';
  const shown = line.changes.filter(({ field }) => field !== 'removedAt' && fieldNamed(fields, field));
  const value = (name: string, one: HistoryLine['changes'][number]['before']): ReactNode => {
    const field = fieldNamed(fields, name);
    return field ? (
      <FieldValue feature={feature} name={name} field={field} value={one} labels={labels} />
    ) : null;
  };
  return (
    <div className={classes.historyLine}>
      <Text size="xs">
        <strong>{line.personName}</strong> {t(`form.historyVerbs.${verb}`)}
      </Text>
      <Text size="xs" c="dimmed">
        {instant(line.at)}
      </Text>
      {shown.length > 0 ? (
        <dl className={classes.historyChanges}>
          {shown.map((change) => (
            <div key={change.field}>
              <dt>{fieldName(feature, change.field)}</dt>
              <dd>
                {change.before === null ? null : (
                  <>
                    <s>{value(change.field, change.before)}</s>
                    {' → '}
                  </>
                )}
                {value(change.field, change.after) ?? t('common.none')}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
}
