import { Text, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './goal-grid.module.css';
import { columnAmount } from './grid-days.ts';
import { columnAt, type ColumnKind, type GridLine, type GridModel, type GridView } from './grid-model.ts';
import { amountShown } from './grid-typing.ts';
import { useRowName } from './row-name.ts';
import type { Place } from './use-grid-place.ts';
import type { GridWriting } from './use-grid-writing.ts';

/** Sum of the chosen cells, what rounding did, and the keys. */
export function GridStatus(props: {
  readonly model: GridModel;
  readonly lines: readonly GridLine[];
  readonly places: readonly Place[];
  readonly view: GridView;
  readonly columns: ColumnKind;
  readonly writing: GridWriting;
}): ReactNode {
  const { model, lines, places, view, columns, writing } = props;
  const { t, language } = useTexts();
  const nameOf = useRowName();
  const first = lines[places[0]?.line ?? 0];
  const sheetOf = first && model.sheets[first.sheet];
  const unit = sheetOf?.view.unit;
  let sum = 0;
  let count = 0;
  for (const { line, column } of places.slice(0, 5000)) {
    const one = lines[line];
    if (!one || model.sheets[one.sheet]?.view.unit !== unit) continue;
    const at = columnAt(model, column);
    const value = at ? columnAmount(model, one, at, view) : null;
    if (value === null) continue;
    sum += value;
    count += 1;
  }
  const raised = writing.last?.raised ?? [];
  const rows = new Map(model.rows.map((row) => [row.key, row]));
  const named = raised.slice(0, 4).map(({ row, period }) => {
    const one = rows.get(row);
    return `${one ? nameOf.row(one) : row} ${nameOf.period(period)}`;
  });
  const promised = model.sheets
    .flatMap((sheet) => sheet.view.promised)
    .filter((value) => value !== null).length;
  return (
    <div className={classes['status']} role="status">
      {sheetOf && sheetOf.kind !== 'sum' ? (
        <Text span size="xs" fw={600}>
          {t(`goal.kinds.${sheetOf.kind}`, { indicator: sheetOf.view.name[language] })}
        </Text>
      ) : null}
      {writing.last && writing.last.changes.length > 0 ? (
        <span>{t('goal.saved', { count: writing.last.changes.length })}</span>
      ) : null}
      {count > 1 && unit && sheetOf?.kind === 'sum' ? (
        <span>{t('goal.sum', { sum: amountShown(sum, unit), count })}</span>
      ) : null}
      {named.length > 0 ? (
        <Tooltip label={t('goal.raisedHint')} multiline maw={420}>
          <Text span size="xs" td="underline dotted" tabIndex={0}>
            {t('goal.raised', { places: named.join(t('common.between')) })}
            {raised.length > named.length ? t('goal.raisedMore', { count: raised.length }) : ''}
          </Text>
        </Tooltip>
      ) : null}
      {promised > 0 ? <span>{t('goal.differenceHint', { count: promised })}</span> : null}
      <Text span size="xs" c="dimmed">
        {columns === 'months' ? t('goal.keys') : t('goal.weeksHint')}
      </Text>
    </div>
  );
}
