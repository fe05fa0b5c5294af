import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeSampleExports } from '#electron/features/sample/export/sample-exports.ts';
import { sampleTotals, type SampleWeek } from '#electron/features/sample/sample-totals.ts';
import type { Core } from '#electron/core.ts';
import { weekOf } from '#shared/kernel/period.ts';
import { ownerActor } from '#tests/support/actor.ts';
import { openTestCore, ownerWindow, tempFolder } from '#tests/support/core.ts';
import { sampleOptions } from './sample-options.ts';

/** Figures by week as a reader of the store computes them. */
function weeksOf(core: Core): Map<string, Record<string, number>> {
  const weeks = new Map<string, Record<string, number>>();
  const add = (figure: string, query: string): void => {
    // Two columns, as every query below says.
    const rows = core.database.raw.reader.prepare(query).all() as { day: string; amount: number }[];
    for (const { day, amount } of rows) {
      const week = weeks.get(weekOf(day)) ?? {};
      week[figure] = (week[figure] ?? 0) + amount;
      weeks.set(weekOf(day), week);
    }
  };
  add(
    'orders',
    "select ordered_on as day, count(*) as amount from vehicle_order where state <> 'cancelled' group by 1",
  );
  add(
    'orderUnits',
    "select ordered_on as day, sum(quantity) as amount from vehicle_order where state <> 'cancelled' group by 1",
  );
  add(
    'ordersCancelled',
    "select ordered_on as day, count(*) as amount from vehicle_order where state = 'cancelled' group by 1",
  );
  add(
    'deliveries',
    'select delivered_on as day, sum(quantity) as amount from vehicle_order where delivered_on is not null group by 1',
  );
  add('leads', 'select arrived_on as day, count(*) as amount from lead group by 1');
  add(
    'serviceVisits',
    "select checked_in_on as day, count(*) as amount from repair where state <> 'cancelled' group by 1",
  );
  add(
    'internalVisits',
    "select checked_in_on as day, count(*) as amount from repair where state <> 'cancelled' and type = 'internal' group by 1",
  );
  add(
    'serviceRevenueFen',
    'select handed_over_on as day, sum(total_fen) as amount from repair where handed_over_on is not null group by 1',
  );
  add(
    'internalRevenueFen',
    "select handed_over_on as day, sum(total_fen) as amount from repair where handed_over_on is not null and type = 'internal' group by 1",
  );
  add(
    'cashInFen',
    "select occurred_on as day, sum(amount_fen) as amount from cash where direction = 'in' group by 1",
  );
  add(
    'cashOutFen',
    "select occurred_on as day, sum(amount_fen) as amount from cash where direction = 'out' group by 1",
  );
  add('receivablesCollectedFen', 'select paid_on as day, sum(amount_fen) as amount from payment group by 1');
  return weeks;
}

describe('a store filled by importing the sample’s export files', () => {
  it('has the figures of the sample, week by week, and refuses exactly the broken rows', async () => {
    const options = sampleOptions({ years: 2 });
    const folder = tempFolder();
    const files = await writeSampleExports(folder, options);
    const core = await openTestCore();
    await ownerWindow(core, 'port');
    const job = { signal: new AbortController().signal, progress: () => undefined };
    for (const { file, kind, rows, broken } of files) {
      const { fileId } = await core.imports.takePath(join(folder, file));
      const look = await core.imports.look(fileId, {});
      expect([file, look.kind, look.missing]).toEqual([file, kind, []]);
      const { result } = await core.imports.run(fileId, {}, 'run', ownerActor, job);
      const { read, create, update, unchanged, refused } = result.counts;
      const problems = result.problems.filter((problem) => !problem.warning);
      expect(
        [file, read, refused, create + update + unchanged],
        JSON.stringify(problems.slice(0, 5)),
      ).toEqual([file, rows + broken, broken, rows]);
    }
    const truth = sampleTotals(options);
    const found = weeksOf(core);
    const toldOf = ({ week, ...figures }: SampleWeek): [string, Record<string, number>] => [
      week,
      Object.fromEntries(Object.entries(figures).filter(([, amount]) => amount !== 0)),
    ];
    expect(new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))).toEqual(
      new Map(truth.weeks.map(toldOf)),
    );
    const one = (query: string): unknown => core.database.raw.reader.prepare(query).pluck().get();
    expect({
      customer: one('select count(*) from customer'),
      vehicle: one('select count(*) from vehicle'),
      repairPart: one('select count(*) from repair_part'),
      openReceivableFen: one('select sum(open_fen) from receivable'),
    }).toEqual({
      customer: truth.counts.customer,
      vehicle: truth.counts.vehicle,
      repairPart: truth.counts.repairPart,
      openReceivableFen: truth.openReceivableFen,
    });
  }, 120_000);
});
