import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sampleTotals } from '#electron/features/sample/sample-totals.ts';
import { writeSample } from '#electron/features/sample/sample-writer.ts';
import { verifyAudit } from '#electron/kernel/audit.ts';
import { attachmentStore, type AttachmentStore } from '#electron/kernel/attachment-store.ts';
import { openDatabase, type DeskDatabase } from '#electron/kernel/database.ts';
import { migrate } from '#electron/kernel/migrate.ts';
import { findRecords } from '#electron/kernel/search-index.ts';
import { fullSight } from '#electron/kernel/search-tokens.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import { tempFolder } from '#tests/support/core.ts';
import { sampleOptions } from './sample-options.ts';

async function emptyDatabase(): Promise<{ database: DeskDatabase; attachments: AttachmentStore }> {
  const folder = tempFolder();
  const path = join(folder, 'sample.db');
  await migrate(path);
  const database = openDatabase(path);
  onTestFinished(() => database.close());
  return { database, attachments: attachmentStore(join(folder, 'attachments')) };
}

const problemOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof DeskError ? error.data : error),
  );

const tables = [
  'department',
  'post',
  'person',
  'customer',
  'contact',
  'follow_up',
  'vehicle',
  'stock',
  'vehicle_order',
  'lead',
  'repair',
  'repair_line',
  'repair_part',
  'receivable',
  'payment',
  'cash',
  'cash_balance',
  'goal',
  'event',
];

describe('writeSample', () => {
  it('fills an empty database with every record, indexed, with the audit rows of its signatures and members and one of its own', async () => {
    const { database, attachments } = await emptyDatabase();
    const { writer } = database.raw;
    const indexes = writer
      .prepare("select name from sqlite_master where type = 'index' order by name")
      .pluck()
      .all();
    const percents: number[] = [];
    const totals = await writeSample({ database, attachments }, sampleOptions(), {
      progress: (percent) => void percents.push(percent),
    });
    expect(totals).toEqual(sampleTotals(sampleOptions()));
    const count = (from: string) => Number(writer.prepare(`select count(*) from ${from}`).pluck().get());
    // Repairs that are told at a hand-over come with the deliveries, talks of customer care with its lists, money with settlements.
    const apart: Readonly<Record<string, string>> = {
      repair: 'delivery_disclosure',
      follow_up: '(select follow_up_id from campaign_response union select follow_up_id from reminder_call)',
      cash: 'partner_settlement where cash_id is not null',
      receivable: 'partner_settlement where receivable_id is not null',
      payment: "partner_settlement where receivable_id is not null and state = 'paid'",
    };
    const counts = tables.map((table) => count(`"${table}"`) - (apart[table] ? count(apart[table]) : 0));
    expect(counts).toEqual(Object.values(totals.counts));
    expect(count("reminder_call where code = 'booked'")).toBeGreaterThan(0);
    expect(count('reminder_call')).toBeGreaterThan(20);
    expect(writer.pragma('foreign_key_check')).toEqual([]);
    expect(writer.pragma('quick_check', { simple: true })).toBe('ok');
    expect(
      writer.prepare("select name from sqlite_master where type = 'index' order by name").pluck().all(),
    ).toEqual(indexes);
    expect(percents.at(-1)).toBe(100);
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));

    // Days that were set by hand (the autumn show) add up to their month.
    const shaped = writer.prepare('select given, days from goal_cell where days is not null').all() as {
      given: number;
      days: string;
    }[];
    expect(shaped.length).toBeGreaterThan(4);
    expect(
      shaped.filter(
        ({ given, days }) => days.split(',').reduce((sum, day) => sum + Number(day), 0) !== given,
      ),
    ).toEqual([]);
    // Two years of goals in the tree, and every year of it is that of the goals it came from.
    const years = writer
      .prepare(
        `select goal.indicator, goal.period, goal.value, (select sum(given) from goal_cell join goal_plan on goal_plan.id = plan_id
          where year = goal.period and state = 'inForce' and goal_cell.indicator = goal.indicator) as tree
        from goal where period_kind = 'year' and level = 'store' and period in ('2025', '2026')`,
      )
      .all() as { value: number; tree: number }[];
    expect(years.length).toBe(14);
    expect(years.filter(({ value, tree }) => value !== tree)).toEqual([]);

    const audit = await database.reader.selectFrom('audit').select('call').orderBy('seq').execute();
    expect(audit.at(-1)).toEqual({ call: 'sample.create' });
    expect([...new Set(audit.map(({ call }) => call))].sort()).toEqual([
      'campaign.enter',
      'delivery.acknowledge',
      'delivery.handOver',
      'delivery.sign',
      'inspection.finish',
      'meeting.confirm',
      'membership.buyPackage',
      'membership.buyTier',
      'membership.earn',
      'membership.enrol',
      'membership.pay',
      'membership.redeem',
      'membership.saveDesign',
      'membership.topUp',
      'membership.use',
      'plan.approve',
      'repair.issueCertificate',
      'repair.voidCertificate',
      'sample.create',
    ]);
    expect((await verifyAudit(database.reader)).brokenAt).toBe(null);

    const { id, plate, vin } = writer
      .prepare('select id, plate, vin from vehicle where plate is not null limit 1')
      .get() as { id: number; plate: string; vin: string }; // three columns
    expect(await findRecords(database.reader, vin.slice(-6), ['vehicle'], fullSight, 50)).toContainEqual(
      expect.objectContaining({ feature: 'vehicle', id, title: plate }),
    );
    expect(await findRecords(database.reader, '王建国', ['person'], fullSight, 5)).toEqual([
      expect.objectContaining({ id: 1, title: '王建国' }),
    ]);
  });

  it('goes on counting ids where the sample ended', async () => {
    const { database, attachments } = await emptyDatabase();
    await writeSample({ database, attachments }, sampleOptions({ customers: 40 }));
    const { lastInsertRowid } = database.raw.writer
      .prepare(
        "insert into customer (created_at, updated_at, name, kind, consent) values ('', '', '新', 'person', 'unknown')",
      )
      .run();
    expect(Number(lastInsertRowid)).toBe(41);
  });

  it('is refused where there are records, and writes nothing when it is cancelled', async () => {
    const { database, attachments } = await emptyDatabase();
    const abort = new AbortController();
    const cancelled = writeSample({ database, attachments }, sampleOptions({ customers: 800 }), {
      signal: abort.signal,
      progress: () => abort.abort(),
    });
    expect(await problemOf(cancelled)).toEqual({ code: 'cancelled' });
    expect(database.raw.writer.prepare('select count(*) from customer').pluck().get()).toBe(0);
    expect(
      database.raw.writer
        .prepare("select count(*) from sqlite_master where name = 'vehicle_vin'")
        .pluck()
        .get(),
    ).toBe(1);
    await writeSample({ database, attachments }, sampleOptions({ customers: 20 }));
    expect(await problemOf(writeSample({ database, attachments }, sampleOptions()))).toEqual({
      code: 'rule-violated',
      reason: 'store-not-empty',
    });
  });
});
