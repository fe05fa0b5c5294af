import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { clsx } from 'clsx';
import { useId, useState, type ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { isRight } from '#renderer/components/record-list/list-columns.ts';
import { mayUse } from '#renderer/components/record-list/record-feature.ts';
import { clientOf, useRecordPage, useRefresh } from '#renderer/components/record-list/record.queries.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { EditLine } from './edit-line.tsx';
import { ShownLine } from './shown-line.tsx';
import type { SubRecordsProps } from './sub-record-props.ts';
import classes from './record-form.module.css';

/* eslint-disable jsx-a11y/control-has-associated-label -- cells of a table are no controls */

const noLabels = {};
/** Pixels of a column without a width of its own, and of the button that removes a line. */
const leastWidth = 80;
const tailWidth = 40;

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
  const { data, error, refetch } = useRecordPage(feature, {
    pageSize: 200,
    sort: [{ field: sort, descending }],
    filters: [{ field: parent.field, operator: 'is', value: parent.id }],
  });
  // Below this a narrow window scrolls the table sideways instead of breaking words letter by letter.
  const minWidth = columns.reduce((sum, name) => sum + (widths[name] ?? leastWidth), tailWidth);
  const rows = data?.rows ?? [];
  const mayAdd = !props.readOnly && mayUse(may, feature, 'create');
  const mayChange = !props.readOnly && mayUse(may, feature, 'update');
  const mayRemove = !props.readOnly && mayUse(may, feature, 'remove');

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
      <ErrorNote error={error} onRetry={() => void refetch()} />
      <div className={classes.linesBox}>
        <table className={classes.lines} style={{ minWidth }}>
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
                <ShownLine
                  key={row.id}
                  {...props}
                  row={row}
                  labels={data?.labels ?? noLabels}
                  onEdit={mayChange ? () => setEditing(row.id) : undefined}
                  onRemove={mayRemove ? () => remove(row.id) : undefined}
                />
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
      </div>
      {data && renderNote ? renderNote(data.sums) : null}
    </section>
  );
}
