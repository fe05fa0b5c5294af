import { read, utils, write, type CellObject, type WorkBook } from '@e965/xlsx';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentFields } from '#shared/features/department/department.fields.ts';
import { eventCostFields, eventFields } from '#shared/features/event/event.fields.ts';
import type { GoalGrid } from '#shared/features/goal/goal.contract.ts';
import { goalIndicatorName } from '#shared/features/goal/goal-indicator.ts';
import { totalsOf } from '#shared/features/goal/goal-tree.rules.ts';
import { personFields } from '#shared/features/person/person.fields.ts';
import { planParts, type PartChange } from '#shared/features/plan/plan.content.ts';
import type { BookFormat, PlanView } from '#shared/features/plan/plan.contract.ts';
import { cashFlow, staffFigures } from '#shared/features/plan/plan.rules.ts';
import { postFields } from '#shared/features/post/post.fields.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import type { Core } from '#electron/core.ts';
import type { DeskClient } from '#renderer/transport/client.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { convertedByOffice, hasLibreOffice } from '#tests/support/libre-office.ts';
import { fillSources } from '#tests/support/meeting.ts';
import { paperBytes } from '#tests/support/paper.ts';
import { pdfLines, pdfTools } from '#tests/support/pdf-text.ts';
import { completePlan } from '#tests/support/plan.ts';
import { newValues } from '#tests/support/records.ts';

/** The three exports of a plan, opened by other programs and compared with what the database holds. */

let worker: BundledWorker;
beforeAll(async () => {
  worker = await bundledWorker('electron/workers/report-worker.ts');
});
afterAll(() => worker?.remove());

const year = 2027;
const at = (month: number): string => `${year}-${String(month).padStart(2, '0')}`;

/** Departments, people, goals of everybody, a pay rule, an event with its budget, and every part of the plan. */
async function writeStore(core: Core, client: DeskClient): Promise<number> {
  await fillSources(
    core,
    { first: '2025-01-01', days: 680 },
    { orders: 300, repairs: 400, cash: 300, receivables: 60, leads: 200, stock: 10 },
  );
  const { id: sales } = await client.department.create({
    values: newValues(departmentFields, { name: '销售部' }),
  });
  const { id: service } = await client.department.create({
    values: newValues(departmentFields, { name: '售后部' }),
  });
  const people: number[] = [];
  for (const name of ['陈明', '李梅', '赵强'])
    people.push(
      (await client.person.create({ values: newValues(personFields, { name, departmentId: sales }) })).id,
    );
  const { id: planId, version } = await client.goal.openDraft({ year, reason: '年度' });
  const cells = Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) => {
    const cell = (indicator: string, row: string, value: number) => ({
      indicator,
      row,
      period: at(month),
      value,
      seen: null,
    });
    return [
      ...people.map((id, index) => cell('orders', `d${sales}.p${id}`, 3 + index + (month % 3))),
      cell('serviceRevenue', `d${service}`, 123_456_78 + month),
      cell('cashIn', 'store', 80_000_050),
      cell('absorptionRate', 'store', 5800 + month),
    ];
  });
  await client.goal.set({ planId, mode: 'bottomUp', cells });
  await client.goal.enforce({ planId, version, reason: '年度' });
  const { id: postId } = await client.post.create({
    values: newValues(postFields, { name: '销售顾问', departmentId: sales }),
  });
  await client.pay.save({
    id: null,
    postId,
    fromMonth: at(1),
    toMonth: null,
    note: null,
    content: {
      unit: 'deal',
      baseFen: 412_345,
      stepKind: 'all',
      steps: [
        { from: 1, to: 5, amountFen: 80_025 },
        { from: 6, to: null, amountFen: 120_050 },
      ],
      shares: [{ of: 'insurance', basisPoints: 525 }],
      coefficients: [],
      coefficientOn: 'commission',
      capFen: null,
      welfare: [],
    },
  });
  const { id: eventId } = await client.event.create({
    values: newValues(eventFields, { name: '春季车展', startsOn: `${at(4)}-10` }),
  });
  await client.eventCost.create({
    values: newValues(eventCostFields, { eventId, name: '展位', budgetFen: 3_512_345 }),
  });
  const { id } = await client.plan.open({ year });
  const parts = completePlan(1);
  for (const part of planParts) {
    const { edits } = await client.plan.get({ id });
    const change = { part, content: parts[part] } as PartChange; // the content of this part
    await client.plan.savePart({ id, version: edits[part]?.version ?? 0, change });
  }
  return id;
}

async function fileOf(client: DeskClient, id: number, format: BookFormat): Promise<Uint8Array> {
  const { jobId } = await client.plan.print({ id, format });
  for (;;) {
    const { state } = await client.job.get({ id: jobId });
    if (state === 'done') return paperBytes(await client.job.file({ id: jobId }), `exports.${format}`);
    expect(state).toBe('running');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const percent = (value: number): string => `${(Math.round(value * 1000) / 10).toFixed(1)}%`;
const quotient = (above: number | null, below: number | null): string =>
  above === null || below === null || below === 0 ? '—' : percent(above / below);
const figure = (value: number | null, unit: string, none: string): string =>
  value === null
    ? none
    : unit === 'fen'
      ? formatMoney(value)
      : unit === 'rate'
        ? percent(value / 10_000)
        : value.toLocaleString('en-US');

/** Lines of the book's tables as they must read, from the rows of the plan. */
function expectedLines({ content }: PlanView): string[] {
  const name = (key: string): string => goalIndicatorName(key, 'zh-CN');
  const closing = content.closing.lines.map((one) => {
    const shown = (value: number | null): string => figure(value, one.unit, '未提供');
    const growth =
      one.value === null || !one.lastYearToDate ? '—' : percent(one.value / one.lastYearToDate - 1);
    return [
      name(one.key),
      shown(one.lastYearToDate),
      shown(one.lastYear),
      figure(one.goal, one.unit, '—'),
      shown(one.value),
      quotient(one.value, one.goal),
      growth,
    ];
  });
  const goals = content.goals.map((one) => [
    name(one.key),
    one.department ?? '全店',
    figure(one.year, one.unit, '—'),
  ]);
  const months = content.goals.map((one) =>
    one.months.map((value) =>
      value === null
        ? ''
        : one.unit === 'fen'
          ? (value / 1_000_000).toFixed(1)
          : one.unit === 'rate'
            ? percent(value / 10_000)
            : String(value),
    ),
  );
  const markets = content.parts.market.markets.map((row) => [
    row.name,
    figure(row.sizeNow, 'count', ''),
    figure(row.ownNow, 'count', ''),
    quotient(row.ownNow, row.sizeNow),
    figure(row.sizeNext, 'count', ''),
    figure(row.ownNext, 'count', ''),
    quotient(row.ownNext, row.sizeNext),
  ]);
  const posts = content.parts.staffing.posts.flatMap((row) => {
    const { start, hired, leaving, end, cost, ends } = staffFigures(row);
    return [
      [
        row.department,
        row.post,
        ...[start, hired, leaving, end].map(String),
        figure(row.monthlyCostFen, 'fen', ''),
        figure(cost, 'fen', ''),
      ],
      [row.post, ...ends.map(String)],
    ];
  });
  return [...closing, ...goals, ...months, ...markets, ...posts].map((cells) => cells.join(''));
}

/** Rows of all tables of an HTML page, each as its cells' text without blanks. */
const htmlRows = (html: string): string[] =>
  [...html.matchAll(/<tr[ >][^]*?<\/tr>/giu)].map(([row]) =>
    row
      .replaceAll(/<[^>]*>/gu, '')
      .replaceAll('&nbsp;', '')
      .replaceAll(/\s+/gu, ''),
  );

type Expected = readonly [sheet: string, row: number, column: number, value: number | null];

/** Figures of the workbook as they must be, with their places; rows and columns from 0. */
function expectedCells(view: PlanView, grid: GoalGrid, places: ReadonlyMap<string, number>): Expected[] {
  const { closing, parts } = view.content;
  const yuan = (fen: number | null): number | null => fen && fen / 100;
  const cells: Expected[] = [];
  closing.lines.forEach(({ months, value, lastYear, unit }, index) => {
    const scaled = (one: number | null): number | null => (unit === 'fen' ? yuan(one) : one);
    months.forEach((one, month) => cells.push(['决算', index + 1, month + 2, scaled(one)]));
    cells.push(['决算', index + 1, 14, scaled(value)], ['决算', index + 1, 16, scaled(lastYear)]);
  });
  const sumOf = (values: readonly (number | null)[]): number =>
    values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  for (const { indicator, unit, given } of grid.sheets) {
    const kind = unit === 'rate' ? 'rate' : 'sum';
    const totals = totalsOf({ kind, parents: grid.rows.map(({ parent }) => parent), own: given });
    grid.rows.forEach((row, index) => {
      const months = totals.slice(index * 12, index * 12 + 12);
      if (months.every((value) => value === null)) return;
      const place = places.get(
        `${goalIndicatorName(indicator, 'zh-CN')} ${row.kind === 'store' ? '全店' : row.name}`,
      );
      if (place === undefined) throw new Error(`no line of ${indicator} ${row.key}`);
      const scale = unit === 'fen' ? 100 : unit === 'rate' ? 10_000 : 1;
      months.forEach((value, month) =>
        cells.push(['目标', place, 4 + month + Math.floor(month / 3), value === null ? null : value / scale]),
      );
      if (kind === 'sum') {
        for (const quarter of [0, 1, 2, 3])
          cells.push([
            '目标',
            place,
            7 + quarter * 4,
            sumOf(months.slice(quarter * 3, quarter * 3 + 3)) / scale,
          ]);
        cells.push(['目标', place, 20, sumOf(months) / scale]);
      }
    });
  }
  parts.staffing.posts.forEach((post, index) => {
    const { ends, costs, cost } = staffFigures(post);
    ends.forEach((end, month) => cells.push(['人力', index + 1, 27 + month, end]));
    costs?.forEach((fen, month) => cells.push(['人力', index + 1, 40 + month, fen / 100]));
    cells.push(['人力', index + 1, 52, yuan(cost)]);
  });
  cashFlow(parts.investment.investments, year).forEach((one, index) =>
    cells.push(
      ['现金流', index + 1, 1, one.outFen / 100],
      ['现金流', index + 1, 2, one.netFen / 100],
      ['现金流', index + 1, 3, one.balanceFen / 100],
    ),
  );
  return cells;
}

/** The workbook without results, opened by LibreOffice: nothing is left to it but to compute them. */
function recalculated(bytes: Uint8Array): WorkBook {
  const book = read(bytes, { cellFormula: true });
  for (const name of book.SheetNames)
    for (const [address, cell] of Object.entries(book.Sheets[name] ?? {})) {
      const { f } = cell as Partial<CellObject>;
      if (address.startsWith('!') || f === undefined) continue;
      book.Sheets[name] = { ...book.Sheets[name], [address]: { t: 'n', f } };
    }
  const bare = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  return read(convertedByOffice(bare, 'xlsx', 'xlsx'));
}

const canOpen = pdfTools && hasLibreOffice;

describe(`the three exports${canOpen ? '' : ' (skipped: LibreOffice or poppler is not installed)'}`, () => {
  it.skipIf(!canOpen)(
    'opened by other programs show the figures of the database, figure by figure',
    async () => {
      const core = await openTestCore({ reports: { workerUrl: worker.url, fontFolder } });
      const { client } = await ownerWindow(core, 'port');
      const id = await writeStore(core, client);
      const view = await client.plan.get({ id });
      const lines = expectedLines(view);
      expect(lines.length).toBeGreaterThan(25);

      const pdf = pdfLines(await fileOf(client, id, 'pdf'));
      const missingIn = (found: readonly string[]): string[] =>
        lines.filter((line) => !found.some((one) => one.includes(line)));
      expect(missingIn(pdf), 'PDF').toEqual([]);

      const docx = convertedByOffice(await fileOf(client, id, 'docx'), 'docx', 'html');
      expect(missingIn(htmlRows(new TextDecoder().decode(docx))), 'Word').toEqual([]);

      const book = recalculated(await fileOf(client, id, 'xlsx'));
      const rows = new Map(
        book.SheetNames.map((name) => [
          name,
          utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1, raw: true }),
        ]),
      );
      const grid = await client.goal.grid({
        year,
        indicators: ['orders', 'serviceRevenue', 'cashIn', 'absorptionRate'],
      });
      const places = new Map(
        (rows.get('目标') ?? []).map((row, index) => [`${String(row[0])} ${String(row[2]).trim()}`, index]),
      );
      const cells = expectedCells(view, grid, places);
      expect(cells.length).toBeGreaterThan(350);
      const wrong = cells.filter(([sheet, row, column, value]) => {
        const found = rows.get(sheet)?.[row]?.[column] ?? null;
        if (value === null) return found !== null && found !== '';
        return typeof found !== 'number' || Math.abs(found - value) > 1e-6;
      });
      expect(wrong, 'Excel').toEqual([]);

      // What lies beside the plan: pay rules line by line, and the budget of events.
      const [rule] = await client.pay.list({});
      expect(
        (rows.get('薪酬') ?? []).slice(1).map((row) => [row[6] ?? null, row[8] ?? null, row[9] ?? null]),
      ).toEqual([
        [null, (rule?.content.baseFen ?? 0) / 100, null],
        ...(rule?.content.steps ?? []).map(({ from, amountFen }) => [from, amountFen / 100, null]),
        ...(rule?.content.shares ?? []).map(({ basisPoints }) => [null, null, basisPoints / 10_000]),
      ]);
      const { rows: costs } = await sql<{ fen: number }>`
        select sum(budget_fen) as fen from event_cost where removed_at is null`.execute(core.database.reader);
      const events = rows.get('预算')?.find((row) => row[1] === '活动预算');
      expect([events?.[5], events?.[14]]).toEqual([(costs[0]?.fen ?? 0) / 100, (costs[0]?.fen ?? 0) / 100]);
    },
    60_000,
  );
});
