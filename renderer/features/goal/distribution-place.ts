import { channels } from '#shared/features/order/order.fields.ts';
import { monthPeriod } from '#shared/features/goal/goal-period.rules.ts';
import type { DistributionPlace } from './distribution-drawer.tsx';
import { amountAt, wholeYear, type GridLine, type GridModel } from './grid-model.ts';
import type { useRowName } from './row-name.ts';

/** Indicators whose rows say by which channel and with which model. */
const byChannel: ReadonlySet<string> = new Set(['orders', 'deliveries', 'leads']);

/** What a distribution of the cell under the cursor is about, and who may take part. */
export function distributionPlace(options: {
  readonly model: GridModel;
  readonly line: GridLine;
  readonly column: number;
  readonly planId: number;
  readonly nameOf: ReturnType<typeof useRowName>;
}): DistributionPlace | null {
  const { model, line, column, planId, nameOf } = options;
  const sheet = model.sheets[line.sheet];
  const row = model.rows[line.row];
  if (!sheet || !row) return null;
  const { indicator, unit } = sheet.view;
  const one = column < 0 ? undefined : model.columns[column];
  const span = one?.span ?? wholeYear;
  const period = one?.span ? one.period : String(model.year);
  const below = model.rows.flatMap((child, at) => (child.parent === line.row ? [{ child, at }] : []));
  const isUsed = (at: number): boolean => {
    const total = amountAt(model, { ...line, row: at, isOwn: false }, span, 'given');
    return total !== null && total > 0;
  };
  const rows = below
    .filter(({ child }) => child.facet === null)
    .map(({ child, at }) => ({ key: child.key, name: nameOf.row(child), isUsual: isUsed(at) }));
  const months = Array.from({ length: span.to - span.from }, (_, at) => {
    const key = monthPeriod(model.year, span.from + at);
    return { key, name: nameOf.period(key), isUsual: true };
  });
  const facets = byChannel.has(indicator) && rows.every(({ isUsual }) => !isUsual);
  return {
    planId,
    indicator,
    unit,
    row: row.key,
    period,
    where: `${nameOf.row(row)} ${nameOf.period(period)} · ${nameOf.named(sheet.view.name)}`,
    total: amountAt(model, line, span, 'given'),
    overs: [
      ...(months.length > 1 ? (['months'] as const) : []),
      ...(rows.length > 0 ? (['rows'] as const) : []),
      ...(facets ? (['channel', 'model'] as const) : []),
    ],
    parts: {
      months,
      rows,
      channel: channels.map((name) => ({
        key: `${row.key}.channel.${name}`,
        name: nameOf.channel(name),
        isUsual: true,
      })),
      model: [],
    },
  };
}
