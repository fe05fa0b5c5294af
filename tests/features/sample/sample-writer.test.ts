import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sampleTotals } from '#electron/features/sample/sample-totals.ts';
import { writeSample } from '#electron/features/sample/sample-writer.ts';
import { verifyAudit } from '#electron/kernel/audit.ts';
import { openDatabase, type DeskDatabase } from '#electron/kernel/database.ts';
import { migrate } from '#electron/kernel/migrate.ts';
import { findRecords } from '#electron/kernel/search-index.ts';
import { fullSight } from '#electron/kernel/search-tokens.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import { tempFolder } from '#tests/support/core.ts';
import { sampleOptions } from './sample-options.ts';

async function emptyDatabase(): Promise<DeskDatabase> {
  const path = join(tempFolder(), 'sample.db');
  await migrate(path);
  const database = openDatabase(path);
  onTestFinished(() => database.close());
  return database;
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
  it('fills an empty database with every record, indexed and with one audit row', async () => {
    const database = await emptyDatabase();
    const { writer } = database.raw;
    const indexes = writer
      .prepare("select name from sqlite_master where type = 'index' order by name")
      .pluck()
      .all();
    const percents: number[] = [];
    const totals = await writeSample(database, sampleOptions(), {
      progress: (percent) => void percents.push(percent),
    });
    expect(totals).toEqual(sampleTotals(sampleOptions()));
    const counts = tables.map((table) => writer.prepare(`select count(*) from "${table}"`).pluck().get());
    expect(counts).toEqual(Object.values(totals.counts));
    expect(writer.pragma('foreign_key_check')).toEqual([]);
    expect(writer.pragma('quick_check', { simple: true })).toBe('ok');
    expect(
      writer.prepare("select name from sqlite_master where type = 'index' order by name").pluck().all(),
    ).toEqual(indexes);
    expect(percents.at(-1)).toBe(100);
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));

    const audit = await database.reader.selectFrom('audit').select('call').execute();
    expect(audit).toEqual([{ call: 'sample.create' }]);
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
    const database = await emptyDatabase();
    await writeSample(database, sampleOptions({ customers: 40 }));
    const { lastInsertRowid } = database.raw.writer
      .prepare(
        "insert into customer (created_at, updated_at, name, kind, consent) values ('', '', '新', 'person', 'unknown')",
      )
      .run();
    expect(Number(lastInsertRowid)).toBe(41);
  });

  it('is refused where there are records, and writes nothing when it is cancelled', async () => {
    const database = await emptyDatabase();
    const abort = new AbortController();
    const cancelled = writeSample(database, sampleOptions({ customers: 800 }), {
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
    await writeSample(database, sampleOptions({ customers: 20 }));
    expect(await problemOf(writeSample(database, sampleOptions()))).toEqual({
      code: 'rule-violated',
      reason: 'store-not-empty',
    });
  });
});
