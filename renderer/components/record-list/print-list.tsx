import { clsx } from 'clsx';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Fields } from '#shared/kernel/field.ts';
import type { Page } from '#shared/rpc/record.contract.ts';
import { FieldValue } from '#renderer/components/fields/field-value.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { platform } from '#renderer/platform/platform.ts';
import { fieldNamed, isRight, type Column } from './list-columns.ts';
import type { Row } from './record.queries.ts';
import { useFieldName } from './use-field-name.ts';
import classes from './print-list.module.css';

/** Names and notes take several lines on paper; the rest stays on one. */
const wraps = (kind: Column['kind']): boolean => kind === 'text' || kind === 'note' || kind === 'reference';

/** The list on A4 landscape with a repeated head; prints as soon as it stands, then tells that it is done. */
export function PrintList(props: {
  readonly feature: string;
  readonly fields: Fields;
  readonly columns: readonly Column[];
  readonly page: Page<Row>;
  /** What narrows the list, in words. */
  readonly conditions: string;
  readonly onDone: () => void;
}): ReactNode {
  const { feature, fields, columns, page, conditions, onDone } = props;
  const { t, record, money, instant } = useTexts();
  const { state } = useSession();
  const fieldName = useFieldName(feature);
  const [at] = useState(() => new Date().toISOString());
  const print = useEffectEvent(() => {
    platform.print();
    onDone();
  });
  useEffect(() => {
    // The sheet must stand before the browser takes its picture of the page.
    const timer = setTimeout(() => print(), 50);
    return () => clearTimeout(timer);
  }, []);
  const lines = [
    state.storeName,
    conditions,
    t('list.printedAt', { at: instant(at) }),
    page.total > page.rows.length ? t('list.printCut', { total: page.total, count: page.rows.length }) : null,
  ].filter(Boolean);
  return createPortal(
    <div className={classes.sheet} data-testid="printed-list">
      <h1>{record(feature, 'many')}</h1>
      <p>{lines.join(' · ')}</p>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.field} className={clsx(isRight(column.kind) && classes.right)}>
                {fieldName(column.field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => {
                const field = fieldNamed(fields, column.field);
                return (
                  <td
                    key={column.field}
                    className={clsx(
                      isRight(column.kind) && classes.right,
                      !wraps(column.kind) && classes.short,
                    )}
                  >
                    {field ? (
                      <FieldValue
                        feature={feature}
                        name={column.field}
                        field={field}
                        value={row[column.field]}
                        labels={page.labels}
                      />
                    ) : null}
                  </td>
                );
              })}
            </tr>
          ))}
          {Object.keys(page.sums).length > 0 ? (
            <tr>
              {columns.map((column, at) => {
                const sum = page.sums[column.field];
                return (
                  <td key={column.field} className={clsx(isRight(column.kind) && classes.right)}>
                    <strong>
                      {sum === undefined
                        ? at === 0
                          ? t('list.total')
                          : null
                        : column.kind === 'money'
                          ? money(sum)
                          : sum}
                    </strong>
                  </td>
                );
              })}
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}
