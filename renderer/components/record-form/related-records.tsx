import { Anchor, Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { clsx } from 'clsx';
import { useId, type ReactNode } from 'react';
import type { Fields } from '#shared/kernel/field.ts';
import type { ListFilter, ListInput } from '#shared/rpc/record.contract.ts';
import { FieldValue } from '#renderer/components/fields/field-value.tsx';
import {
  listAddress,
  newRecordAddress,
  recordAddress,
} from '#renderer/components/record-list/list-address.ts';
import { fieldNamed, isRight } from '#renderer/components/record-list/list-columns.ts';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { mayUse, type RecordFeature } from '#renderer/components/record-list/record-feature.ts';
import { useRecordPage } from '#renderer/components/record-list/record.queries.ts';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './record-form.module.css';

/** Records of another feature that belong to this one: the latest, with a way to all of them and to a new one. */
export function RelatedRecords(props: {
  readonly feature: RecordFeature;
  readonly fields: Fields;
  readonly columns: readonly string[];
  /** Field that refers to the present record, and its id. */
  readonly of: { readonly field: string; readonly id: number };
  readonly sort: ListInput['sort'];
  readonly cells?: Cells;
  /** Values of a new record beside the reference; undefined: none can be made from here. */
  readonly newValues?: Readonly<Record<string, string | number>>;
  readonly heading?: string;
}): ReactNode {
  const { feature, fields, columns, of, sort, cells, newValues, heading } = props;
  const { t, record, field: fieldName, money } = useTexts();
  const { may } = useSession();
  const go = useGo();
  const link = useLink();
  const headingId = useId();
  const filters: ListFilter[] = [{ field: of.field, operator: 'is', value: of.id }];
  const readable = mayUse(may, feature, 'list');
  const { data } = useRecordPage(feature, { pageSize: 10, sort, filters }, readable);
  if (!readable) return null;
  const rows = data?.rows ?? [];
  return (
    <section className={clsx(classes.sheet, classes.section)} aria-labelledby={headingId}>
      <div className={classes.sectionHead}>
        <Text component="h2" id={headingId} fw={600}>
          {heading ?? record(feature, 'many')}
        </Text>
        {newValues && mayUse(may, feature, 'create') ? (
          <Button
            component="a"
            size="compact-xs"
            variant="light"
            leftSection={<IconPlus size={14} />}
            {...link(newRecordAddress(feature, { ...newValues, [of.field]: of.id }))}
          >
            {t('form.newOne', { one: record(feature, 'one') })}
          </Button>
        ) : null}
        {data && data.total > rows.length ? (
          <Anchor size="xs" ml="auto" {...link(listAddress(feature, { filters, sort }))}>
            {t('list.related', { count: data.total })}
          </Anchor>
        ) : null}
      </div>
      <table className={classes.lines}>
        <thead>
          <tr>
            {columns.map((name) => (
              <th
                key={name}
                scope="col"
                className={clsx(isRight(fieldNamed(fields, name)?.kind ?? 'text') && classes.right)}
              >
                {fieldName(feature, name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} onClick={() => go(recordAddress(feature, row.id, { filters, sort }))}>
              {columns.map((name, at) => {
                const field = fieldNamed(fields, name);
                const shown = field
                  ? (cells?.[name]?.(row, data?.labels ?? {}) ?? (
                      <FieldValue
                        feature={feature}
                        name={name}
                        field={field}
                        value={row[name]}
                        labels={data?.labels}
                      />
                    ))
                  : null;
                return (
                  <td key={name} className={clsx(isRight(field?.kind ?? 'text') && classes.right)}>
                    {at === 0 ? (
                      <Anchor inherit {...link(recordAddress(feature, row.id, { filters, sort }))}>
                        {row[name] === null ? `#${row.id}` : shown}
                      </Anchor>
                    ) : (
                      shown
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
          {data && rows.length === 0 ? (
            <tr>
              <td colSpan={columns.length}>
                <Text size="xs" c="dimmed">
                  {t('form.consumption.none')}
                </Text>
              </td>
            </tr>
          ) : null}
        </tbody>
        {rows.length > 0 && Object.keys(data?.sums ?? {}).some((name) => columns.includes(name)) ? (
          <tfoot>
            <tr>
              {columns.map((name, at) => {
                const sum = data?.sums[name];
                const shown = sum === undefined ? null : fields[name]?.kind === 'money' ? money(sum) : sum;
                return (
                  <td
                    key={name}
                    className={clsx(isRight(fieldNamed(fields, name)?.kind ?? 'text') && classes.right)}
                  >
                    {shown ?? (at === 0 ? t('list.total') : null)}
                  </td>
                );
              })}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  );
}
