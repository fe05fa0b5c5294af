import { ActionIcon, Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { clsx } from 'clsx';
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { Fields } from '#shared/kernel/field.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { FieldInput } from '#renderer/components/fields/field-input.tsx';
import { FieldValue } from '#renderer/components/fields/field-value.tsx';
import { isRight } from '#renderer/components/record-list/list-columns.ts';
import { rightOf, type RecordFeature } from '#renderer/components/record-list/record-feature.ts';
import {
  clientOf,
  useRecordPage,
  useRefresh,
  type Row,
} from '#renderer/components/record-list/record.queries.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import type { FormValues } from './draft-store.ts';
import { focusFirst, focusNext, isFieldOf } from './form-keys.ts';
import type { GroupName } from './record-layout.ts';
import { useLatest } from './use-latest.ts';
import { useRecordForm } from './use-record-form.ts';
import { RevealButton } from './reveal-button.tsx';
import classes from './record-form.module.css';

/* eslint-disable jsx-a11y/control-has-associated-label -- cells of a table are no controls */

const noLabels = {};

export type SubRecordsProps = {
  readonly heading: GroupName;
  readonly feature: RecordFeature;
  readonly fields: Fields;
  /** Field that refers to the parent, and the parent's id. */
  readonly parent: { readonly field: string; readonly id: number };
  readonly columns: readonly string[];
  /** Widths of columns in px; the others share the rest. */
  readonly widths?: Readonly<Record<string, number>>;
  readonly readOnly: boolean;
  /** Values of a new line. */
  readonly given?: FormValues;
  readonly derive?: (values: FormValues, changed: string) => FormValues;
  readonly sort?: string;
  readonly descending?: boolean;
  /** The lines changed: the parent's own figures may follow. */
  readonly onSaved?: () => void;
  /** Below the table, given the sums over all lines. */
  readonly renderNote?: (sums: Readonly<Record<string, number>>) => ReactNode;
};

/** 明细: records inside their parent, written in the table itself. One line is open at a time; leaving it saves it. */
export function SubRecords(props: SubRecordsProps): ReactNode {
  const {
    heading,
    feature,
    fields,
    parent,
    columns,
    widths = {},
    sort = 'id',
    descending = false,
    renderNote,
    onSaved,
  } = props;
  const { t, record, field: fieldName, error: sentence, money } = useTexts();
  const { may } = useSession();
  const refresh = useRefresh();
  const headingId = useId();
  const [editing, setEditing] = useState<number | 'new' | null>(null);
  const [turn, setTurn] = useState(0);
  const { data, error } = useRecordPage(feature, {
    pageSize: 200,
    sort: [{ field: sort, descending }],
    filters: [{ field: parent.field, operator: 'is', value: parent.id }],
  });
  const rows = data?.rows ?? [];
  const mayAdd = !props.readOnly && may(rightOf(feature, 'create'));
  const mayChange = !props.readOnly && may(rightOf(feature, 'update'));
  const mayRemove = !props.readOnly && may(rightOf(feature, 'remove'));

  const done = async (again: boolean): Promise<void> => {
    setEditing(again ? 'new' : null);
    setTurn((all) => all + 1);
    await refresh(feature);
    onSaved?.();
  };
  const remove = (id: number): void => {
    void (async (): Promise<void> => {
      try {
        await clientOf(feature).remove({ ids: [id] });
        await done(false);
      } catch (caught) {
        notifications.show({ message: sentence(errorData(caught)), color: 'red' });
      }
    })();
  };

  return (
    <section className={clsx(classes.sheet, classes.section)} aria-labelledby={headingId}>
      <div className={classes.sectionHead}>
        <Text component="h2" id={headingId} fw={600}>
          {t(`form.groups.${heading}`)}
        </Text>
        {mayAdd ? (
          <Button
            size="compact-xs"
            variant="light"
            leftSection={<IconPlus size={14} />}
            disabled={editing === 'new'}
            onClick={() => setEditing('new')}
          >
            {t('form.addLine')}
          </Button>
        ) : null}
        {editing === null ? null : <span className={classes.hint}>{t('form.lineHint')}</span>}
      </div>
      <ErrorNote error={error} />
      <table className={classes.lines}>
        <colgroup>
          {columns.map((name) => (
            <col key={name} style={widths[name] ? { width: widths[name] } : undefined} />
          ))}
          <col className={classes.tail} />
        </colgroup>
        <thead>
          <tr>
            {columns.map((name) => (
              <th
                key={name}
                scope="col"
                className={clsx(isRight(fields[name]?.kind ?? 'text') && classes.right)}
              >
                {fieldName(feature, name)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            editing === row.id ? (
              <EditLine
                key={`${row.id} ${row.version}`}
                {...props}
                row={row}
                labels={data?.labels ?? noLabels}
                onDone={done}
              />
            ) : (
              <tr
                key={row.id}
                tabIndex={mayChange ? 0 : undefined}
                onClick={() => mayChange && setEditing(row.id)}
                onKeyDown={(event) => {
                  if (!mayChange || event.target !== event.currentTarget) return;
                  if (event.key !== 'Enter' && event.key !== 'F2') return;
                  event.preventDefault();
                  setEditing(row.id);
                }}
              >
                {columns.map((name) => {
                  const field = fields[name];
                  return (
                    <td key={name} className={clsx(isRight(field?.kind ?? 'text') && classes.right)}>
                      {field ? (
                        <FieldValue
                          feature={feature}
                          name={name}
                          field={field}
                          value={row[name]}
                          labels={data?.labels}
                        />
                      ) : null}
                    </td>
                  );
                })}
                <td className={classes.tail}>
                  {mayRemove ? (
                    <ActionIcon
                      size="sm"
                      color="gray"
                      aria-label={t('form.removeLine')}
                      title={t('form.removeLine')}
                      onClick={(event) => {
                        event.stopPropagation();
                        remove(row.id);
                      }}
                    >
                      <IconTrash size={14} />
                    </ActionIcon>
                  ) : null}
                </td>
              </tr>
            ),
          )}
          {editing === 'new' ? (
            <EditLine
              key={`new ${turn}`}
              {...props}
              row={undefined}
              labels={data?.labels ?? noLabels}
              onDone={done}
            />
          ) : null}
          {rows.length === 0 && editing === null ? (
            <tr>
              <td colSpan={columns.length + 1}>
                <Text size="xs" c="dimmed">
                  {record(feature, 'empty')}
                </Text>
              </td>
            </tr>
          ) : null}
        </tbody>
        {rows.length > 0 && Object.keys(data?.sums ?? {}).length > 0 ? (
          <tfoot>
            <tr>
              {columns.map((name, at) => {
                const sum = data?.sums[name];
                return (
                  <td key={name} className={clsx(isRight(fields[name]?.kind ?? 'text') && classes.right)}>
                    {sum === undefined ? (at === 0 ? t('list.total') : null) : money(sum)}
                  </td>
                );
              })}
              <td />
            </tr>
          </tfoot>
        ) : null}
      </table>
      {data && renderNote ? renderNote(data.sums) : null}
    </section>
  );
}

function EditLine(
  props: SubRecordsProps & {
    readonly row: Row | undefined;
    readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
    readonly onDone: (again: boolean) => Promise<void>;
  },
): ReactNode {
  const { feature, fields, parent, columns, given = {}, derive, row, labels, onDone } = props;
  const { t, field: fieldName, issue, error: sentence } = useTexts();
  const { may } = useSession();
  const line = useRef<HTMLTableRowElement>(null);
  const record = useMemo(() => (row ? { record: row, labels } : undefined), [row, labels]);
  const form = useRecordForm(
    { feature, fields, derive },
    row?.id ?? 'new',
    record,
    { ...given, [parent.field]: parent.id },
    `${parent.field}-${parent.id}`,
  );

  useEffect(() => {
    if (line.current) focusFirst(line.current);
  }, []);

  const save = async (again: boolean): Promise<void> => {
    if (!form.dirty && row) return onDone(false);
    if ((await form.save()) !== undefined) await onDone(again);
    return undefined;
  };
  const cancel = (): void => {
    form.reset();
    void onDone(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>): void => {
    const { target, nativeEvent } = event;
    if (nativeEvent.isComposing || nativeEvent.keyCode === 229) return;
    if (!(target instanceof Node) || !event.currentTarget.contains(target)) return;
    if (event.key === 'Escape' || (event.ctrlKey && event.key.toLowerCase() === 's')) {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') cancel();
      else void save(false);
      return;
    }
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey) return;
    if (!isFieldOf(event.currentTarget, target)) return;
    if (target.getAttribute('aria-expanded') === 'true') return;
    event.preventDefault();
    event.stopPropagation();
    if (!focusNext(event.currentTarget, target, event.shiftKey ? -1 : 1) && !event.shiftKey) {
      target.blur();
      setTimeout(() => saving.current(row === undefined), 0);
    }
  };
  const saving = useLatest((again: boolean): void => void save(again));

  // Going elsewhere with the mouse saves what was changed; a list of choices lies outside of the row but belongs to it.
  const onBlur = (event: FocusEvent<HTMLTableRowElement>): void => {
    const to = event.relatedTarget;
    if (!(to instanceof HTMLElement) || line.current?.contains(to) || to.closest('#portals')) return;
    if (form.dirty) setTimeout(() => saving.current(false), 0);
    else void onDone(false);
  };

  const loose = form.issues[''] ?? form.issues[parent.field];
  return (
    <>
      <tr ref={line} data-editing onKeyDownCapture={onKeyDown} onBlur={onBlur}>
        {columns.map((name) => {
          const field = fields[name];
          if (!field) return <td key={name} />;
          const problem = form.problems[name];
          const found = form.issues[name];
          return (
            <td key={name} data-field={name}>
              <FieldInput
                compact
                feature={feature}
                name={name}
                field={field}
                labels={form.labels}
                aria-label={fieldName(feature, name)}
                value={form.values[name] ?? null}
                error={problem ? t(`form.${problem}`) : found ? issue(found) : undefined}
                reveal={
                  row && may('customer.reveal') ? (
                    <RevealButton feature={feature} id={row.id} field={name} />
                  ) : undefined
                }
                onChange={(value) => form.set(name, value)}
                onProblem={(next) => form.setProblem(name, next)}
                onBlur={() => form.leave(name)}
              />
            </td>
          );
        })}
        <td className={classes.tail} />
      </tr>
      {loose || form.error || form.stale ? (
        <tr>
          <td colSpan={columns.length + 1}>
            <Text size="xs" c="red" role="alert">
              {loose
                ? issue(loose)
                : form.error
                  ? sentence(form.error)
                  : t('form.changedMeanwhile', { by: form.stale?.by ?? t('form.someone') })}
              {form.stale ? (
                <Button size="compact-xs" variant="subtle" onClick={cancel}>
                  {t('form.takeNew')}
                </Button>
              ) : null}
            </Text>
          </td>
        </tr>
      ) : null}
    </>
  );
}
