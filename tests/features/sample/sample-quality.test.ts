import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listSheets } from '#electron/features/delivery/delivery.repository.ts';
import { verifySheet } from '#electron/features/delivery/delivery.sheet.ts';
import { readCoverage } from '#electron/features/inspection/inspection.coverage.ts';
import { readCheck } from '#electron/features/inspection/inspection.repository.ts';
import { verifyCheck } from '#electron/features/inspection/inspection.view.ts';
import { readCertificates } from '#electron/features/repair/certificate.repository.ts';
import { readLeaving } from '#electron/features/repair/repair-check.repository.ts';
import { writeSample } from '#electron/features/sample/sample-writer.ts';
import { attachmentStore } from '#electron/kernel/attachment-store.ts';
import { openDatabase, type DeskDatabase } from '#electron/kernel/database.ts';
import { migrate } from '#electron/kernel/migrate.ts';
import { checkPurposes, type RepairClass } from '#shared/features/checklist/checklist.content.ts';
import { complaintStates } from '#shared/features/complaint/complaint.fields.ts';
import { leaveRefusal } from '#shared/features/repair/repair.rules.ts';
import { sampleOptions } from './sample-options.ts';

const { today } = sampleOptions();
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

async function sample(customers: number): Promise<{ database: DeskDatabase; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  folders.push(folder);
  const path = join(folder, 'sample.db');
  await migrate(path);
  const database = openDatabase(path);
  await writeSample(
    { database, attachments: attachmentStore(join(folder, 'attachments')) },
    sampleOptions({ customers }),
  );
  return { database, folder };
}

describe('quality of the sample', () => {
  let database: DeskDatabase;
  let folder: string;
  const all = <Row>(sql: string, ...values: unknown[]): Row[] =>
    database.raw.reader.prepare(sql).all(...values) as Row[]; // as each statement selects

  beforeAll(async () => {
    ({ database, folder } = await sample(260));
  });
  afterAll(() => database.close());

  it('has three PDI of every vehicle that left, and names the few that lack one', async () => {
    const span = { from: '2023-01-01', to: today };
    const { handedOver, covered, rateBasisPoints, exceptions } = await readCoverage(database.reader, span);
    expect(handedOver).toBeGreaterThan(100);
    expect(exceptions.map(({ missing }) => missing)).toEqual([['quality']]);
    expect([covered, rateBasisPoints]).toEqual([
      handedOver - 1,
      Math.floor(((handedOver - 1) * 10_000) / handedOver),
    ]);
    const recent = await readCoverage(database.reader, { from: '2026-10-01', to: today });
    expect(recent.rateBasisPoints).toBe(10_000);
  });

  it('shows checks of every purpose and state, complaints in every state, tasks and rework open and done', () => {
    const states = all<{ purpose: string; state: string }>('select distinct purpose, state from inspection');
    expect(new Set(states.map(({ purpose }) => purpose))).toEqual(new Set(checkPurposes));
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['open', 'passed', 'failed']));
    const of = (table: string): Set<string> =>
      new Set(all<{ state: string }>(`select distinct state from ${table}`).map(({ state }) => state));
    expect(of('complaint')).toEqual(new Set(complaintStates));
    expect(of('action')).toEqual(new Set(['open', 'closed']));
    expect(of('rework')).toEqual(new Set(['open', 'done']));
    expect(of('certificate')).toEqual(new Set(['issued', 'void']));
    expect(all('select 1 from complaint_pause')).not.toEqual([]);
    expect(all('select 1 from complaint_extension where decision is null')).not.toEqual([]);
  });

  it('carries signatures that verify, on checks and certificates', async () => {
    const checks = all<{ id: number }>(
      'select id from inspection where id % 7 = 0 and finished_at is not null',
    );
    const verdicts = await Promise.all(
      checks.map(async ({ id }) => verifyCheck(database.reader, await readCheck(database.reader, id))),
    );
    expect(verdicts.filter(({ state }) => state !== 'valid')).toEqual([]);
    expect(verdicts.length).toBeGreaterThan(100);
    const spoilt = all<{ id: number }>(`select repair_id as id from certificate where state = 'void'`);
    for (const { id } of spoilt)
      expect(await readCertificates(database.reader, id)).toMatchObject([
        { state: 'void', verdict: { state: 'valid' } },
        { state: 'issued', verdict: { state: 'valid' } },
      ]);
  });

  it('numbers everything without gaps, and goes on where it ended', () => {
    for (const [table, letter] of [
      ['inspection', 'Q'],
      ['rework', 'F'],
      ['certificate', 'H'],
      ['complaint', 'T'],
      ['action', 'A'],
      ['delivery', 'J'],
      ['hand_over_sheet', 'P'],
      ['evaluation', 'E'],
    ] as const) {
      const numbers = all<{ number: string }>(`select number from ${table} order by id`).map(
        ({ number }) => number,
      );
      const byYear = Map.groupBy(numbers, (number) => number.slice(0, 4));
      for (const [year, list] of byYear) {
        expect(list).toEqual(list.map((_, at) => `${year}-${letter}${String(at + 1).padStart(3, '0')}`));
        expect(all('select last from number_series where name = ?', `${letter}-${year}`)).toEqual([
          { last: list.length },
        ]);
      }
    }
  });

  it('broke no rule: levels by three people in order, nothing signed after it left, quality by other eyes', async () => {
    const repairs = all<{ id: number; repairClass: RepairClass }>(
      `select distinct r.id, r.repair_class as repairClass from repair r join inspection i on i.repair_id = r.id
       where r.state = 'handedOver' and r.id % 3 = 0`,
    );
    for (const { id, repairClass } of repairs)
      expect([id, leaveRefusal({ ...(await readLeaving(database.reader, id)), repairClass })]).toEqual([
        id,
        null,
      ]);
    const signers = all<{ people: number; levels: number }>(
      `select count(distinct finished_by_id) as people, count(*) as levels from inspection
       where repair_id is not null and state != 'open' group by repair_id, round`,
    );
    expect(signers.filter(({ people, levels }) => people !== levels)).toEqual([]);
    expect(
      all(
        `select i.number from inspection i join stock s on s.id = i.stock_id where s.left_on < i.finished_on`,
      ),
    ).toEqual([]);
    expect(
      all(
        `select q.number from inspection q join inspection d on d.stock_id = q.stock_id and d.purpose = 'departure'
         where q.purpose = 'quality' and q.finished_by_id = d.finished_by_id`,
      ),
    ).toEqual([]);
    expect(all(`select id from inspection where finished_at > ?`, `${today}T16:00:00.000Z`)).toEqual([]);
    expect(all(`select id from action where closed_by_id = owner_id`)).toEqual([]);
  });

  it('hands vehicles over by sheets that verify, with more ahead', async () => {
    const deliveries = all<{ id: number; state: string; sheetId: number | null }>(
      `select d.id, d.state, s.id as sheetId from delivery d left join hand_over_sheet s on s.delivery_id = d.id`,
    );
    expect(new Set(deliveries.map(({ state }) => state))).toEqual(
      new Set(['planned', 'signing', 'handedOver']),
    );
    const signed = deliveries.filter(({ sheetId }) => sheetId !== null);
    expect(signed.length).toBeGreaterThan(5);
    for (const { id } of signed)
      for (const sheet of await listSheets(database.reader, id))
        expect(await verifySheet(database.reader, id, sheet)).toEqual({ state: 'valid', problems: [] });
    expect(all('select 1 from delivery_disclosure')).not.toEqual([]);
    expect(
      all(`select d.id from delivery d join vehicle_order o on o.id = d.order_id
        where (d.state = 'handedOver') != (o.state = 'delivered')`),
    ).toEqual([]);
  });

  it('asks customers after their visits: answers and waiting ones, each low score with its complaint', () => {
    const states = all<{ state: string; count: number }>(
      'select state, count(*) as count from evaluation group by state order by state',
    );
    expect(states.map(({ state }) => state)).toEqual(['answered', 'waiting']);
    expect(
      all(`select e.id from evaluation e where (e.complaint_id is not null) !=
        exists (select 1 from service_score s where s.evaluation_id = e.id and s.score <= 2)`),
    ).toEqual([]);
    expect(
      all(`select s.id from service_score s where s.evaluation_id is not null and not exists
        (select 1 from evaluation_question q
          where q.evaluation_id = s.evaluation_id and q.standard_id = s.standard_id)`),
    ).toEqual([]);
  });

  it('keeps its photos as files, and every NG has its remark', async () => {
    const files = all<{ hash: string }>('select hash from attachment order by hash').map(({ hash }) => hash);
    expect(await attachmentStore(join(folder, 'attachments')).list()).toEqual(files);
    expect(all(`select item from inspection_answer where verdict = 'ng' and note is null`)).toEqual([]);
  });
});

it('the quality of a sample is made again the same', async () => {
  const hashes: string[] = [];
  for (let turn = 0; turn < 2; turn += 1) {
    const { database } = await sample(30);
    const rows = [
      'signature',
      'inspection',
      'inspection_answer',
      'complaint',
      'delivery',
      'customer_signature',
      'spot_check_mark',
      'service_score',
      'evaluation',
      'evaluation_question',
    ].map((table) => database.raw.reader.prepare(`select * from ${table} order by 1, 2`).all());
    hashes.push(createHash('sha256').update(JSON.stringify(rows)).digest('hex'));
    await database.close();
  }
  expect(hashes[0]).toBe(hashes[1]);
});
