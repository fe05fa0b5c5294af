import type { DefectKey, qualityContract } from '#shared/features/quality/quality.contract.ts';
import { mendingTimes, monthsOfSpan, pareto } from '#shared/features/quality/quality.rules.ts';
import { passRate } from '#shared/features/repair/repair.rules.ts';
import { compareDays, daysBetween } from '#shared/kernel/day.ts';
import { monthDays, monthOf } from '#shared/kernel/period.ts';
import { may } from '#shared/rpc/rights.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { readCoverage } from '../inspection/inspection.coverage.ts';
import { readPassRate } from '../repair/repair.figures.ts';
import {
  countChecks,
  readComplaints,
  readDefects,
  readMending,
  readReworks,
  type Defect,
} from './quality.repository.ts';

const shownRows = 200;

/** What a defect is counted under; a model or maker that nobody knows under an empty word. */
const keyOf: Readonly<Record<DefectKey, (defect: Defect) => string>> = {
  item: ({ item }) => item,
  model: ({ model }) => model ?? '',
  brand: ({ brand }) => brand ?? '',
};
const named: Readonly<Record<DefectKey, (defect: Defect) => string>> = {
  ...keyOf,
  item: (one) => one.itemName,
};

export const qualityHandlers: HandlersOf<typeof qualityContract> = {
  async trend(span, { reader, actor }) {
    const orders = may(actor.roles, 'repair.read') ? (await readPassRate(reader, span)).orders : [];
    const byMonth = Map.groupBy(orders, ({ finishedOn }) => monthOf(finishedOn));
    const months = [];
    for (const month of monthsOfSpan(span)) {
      const { first, last } = monthDays(month);
      const within = { from: first > span.from ? first : span.from, to: last < span.to ? last : span.to };
      const coverage = await readCoverage(reader, within);
      const { checked, rateBasisPoints } = passRate(byMonth.get(month) ?? []);
      months.push({
        month,
        handedOver: coverage.handedOver,
        coverageBasisPoints: coverage.rateBasisPoints,
        checked,
        firstPassBasisPoints: rateBasisPoints,
      });
    }
    return months;
  },

  async defects(span, { reader, actor }) {
    const rows = await readDefects(reader, span, actor.language);
    const by = (key: DefectKey) =>
      pareto(rows.map((row) => ({ key: keyOf[key](row), name: named[key](row) })));
    return {
      ...(await countChecks(reader, span)),
      defects: rows.length,
      by: { item: by('item'), model: by('model'), brand: by('brand') },
    };
  },

  async defectRows({ by, key, ...span }, { reader, actor }) {
    const rows = await readDefects(reader, span, actor.language);
    return rows
      .filter((row) => keyOf[by](row) === key)
      .slice(-shownRows)
      .reverse()
      .map(({ item: _item, ...row }) => row);
  },

  async mending(span, { reader }) {
    const rows = await readMending(reader, span);
    const open = rows.filter(({ mendedOn }) => mendedOn === null);
    const mended = rows.filter(({ mendedOn }) => mendedOn !== null);
    const took = ({ raisedOn, mendedOn }: (typeof rows)[number]): number =>
      daysBetween(raisedOn, mendedOn ?? raisedOn);
    return {
      ...mendingTimes(rows),
      rows: [
        ...open.sort((a, b) => compareDays(a.raisedOn, b.raisedOn)),
        ...mended.sort((a, b) => took(b) - took(a)),
      ].slice(0, shownRows),
    };
  },

  async rework(span, { reader }) {
    const rows = await readReworks(reader, span);
    const sum = (of: typeof rows, field: 'hoursHundredths' | 'costFen'): number =>
      of.reduce((total, row) => total + (row[field] ?? 0), 0);
    const byMonth = Map.groupBy(rows, ({ raisedOn }) => monthOf(raisedOn));
    const sums = (of: typeof rows) => ({
      raised: of.length,
      hoursHundredths: sum(of, 'hoursHundredths'),
      costFen: sum(of, 'costFen'),
    });
    return {
      ...sums(rows),
      open: rows.filter(({ state }) => state === 'open').length,
      untold: rows.filter(
        ({ state, hoursHundredths, costFen }) =>
          state === 'done' && (hoursHundredths === null || costFen === null),
      ).length,
      months: monthsOfSpan(span).map((month) => ({ month, ...sums(byMonth.get(month) ?? []) })),
    };
  },

  async complaints(span, { reader }) {
    const rows = await readComplaints(reader, span);
    const byMonth = Map.groupBy(rows, ({ receivedOn }) => monthOf(receivedOn));
    const { mended, open, averageTenths } = mendingTimes(
      rows.map(({ receivedOn, closedOn, state }) => ({
        raisedOn: receivedOn,
        mendedOn: state === 'closed' ? closedOn : null,
      })),
    );
    return {
      received: rows.length,
      open,
      closed: mended,
      averageTenths,
      kinds: pareto(rows.map(({ kind }) => ({ key: kind, name: kind }))) as Kinds, // keys are the kinds given
      months: monthsOfSpan(span).map((month) => ({ month, received: byMonth.get(month)?.length ?? 0 })),
    };
  },
};

type Kinds = Awaited<ReturnType<HandlersOf<typeof qualityContract>['complaints']>>['kinds'];
