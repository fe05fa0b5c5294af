import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import '#electron/features/emergency/emergency.table.ts';
import '#electron/features/exam/exam.table.ts';
import { readAppointments, readSlots } from '#electron/features/reminder/reminder.appointments.ts';
import { readFigures } from '#electron/features/reminder/reminder.figures.ts';
import { readHistory } from '#electron/features/reminder/reminder.history.ts';
import { writeSample } from '#electron/features/sample/sample-writer.ts';
import { listSeats, listSessions } from '#electron/features/training/training.repository.ts';
import { attachmentStore } from '#electron/kernel/attachment-store.ts';
import { verifyAudit } from '#electron/kernel/audit.ts';
import { fixedClock } from '#electron/kernel/clock.ts';
import { openDatabase, type DeskDatabase } from '#electron/kernel/database.ts';
import { migrate } from '#electron/kernel/migrate.ts';
import { clashesOf, ranked } from '#shared/features/training/training.rules.ts';
import { ledgerSums } from '#tests/support/membership.ts';
import { sampleOptions } from './sample-options.ts';

let database: DeskDatabase;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const path = join(folder, 'sample.db');
  await migrate(path);
  database = openDatabase(path);
  await writeSample(
    { database, attachments: attachmentStore(join(folder, 'attachments')) },
    sampleOptions({ customers: 60, years: 1 }),
  );
}, 60_000);
afterAll(async () => {
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('the members of the sample were booked by the program: lots, entries, balances and audit agree', async () => {
  const sqlite = database.raw.reader;
  const ids = sqlite.prepare('select id from membership').pluck().all() as number[];
  expect(ids.length).toBeGreaterThan(10);
  const kinds = sqlite.prepare('select distinct kind from membership_entry').pluck().all();
  expect(kinds).toEqual(expect.arrayContaining(['earn', 'issue', 'pay', 'topUp', 'use']));
  const held = { points: 0, principalFen: 0 };
  for (const id of ids) {
    const { lots, chain, balance, audit } = ledgerSums({ database }, id);
    expect({ chain, balance, audit }).toEqual({ chain: lots, balance: lots, audit: lots });
    held.points += lots['points'] ?? 0;
    held.principalFen += lots['principalFen'] ?? 0;
  }
  expect(held.points).toBeGreaterThan(0);
  expect(held.principalFen).toBeGreaterThan(0);
  expect(await verifyAudit(database.reader)).toMatchObject({ brokenAt: null });
});

it('the sample has a year of training: sessions without clashes, a contest, exams, certificates, and a drill', async () => {
  const { reader } = database;
  const span = { first: '2026-01-01', last: '2026-12-31' };
  const sessions = await listSessions(reader, span);
  const seats = await listSeats(reader, { span });
  expect(sessions.map(({ state }) => state).filter((state) => state === 'held')).toHaveLength(13);
  expect(sessions).toHaveLength(15);
  const peopleIn = (id: number) =>
    seats.filter((seat) => seat.trainingId === id).map((seat) => seat.personId);
  expect(clashesOf(sessions.map((one) => ({ ...one, people: peopleIn(one.id) })))).toEqual([]);
  const contest = sessions.find(({ isContest }) => isContest === 1);
  const marks = seats.flatMap(({ trainingId, personId, score }) =>
    trainingId === contest?.id && score !== null ? [{ personId, score }] : [],
  );
  expect(ranked(marks)[0]?.place).toBe(1);
  const sittings = await reader
    .selectFrom('examSitting')
    .innerJoin('exam', 'exam.id', 'examSitting.examId')
    .select(['exam.state as examState', 'examSitting.state', 'examSitting.score', 'examSitting.passed'])
    .execute();
  expect(new Set(sittings.map(({ examState, state }) => `${examState} ${state}`))).toEqual(
    new Set(['closed marked', 'open handedIn', 'open invited']),
  );
  expect(sittings.every(({ score, passed }) => score === null || (score >= 60 ? 1 : 0) === passed)).toBe(
    true,
  );
  const passed = sittings.filter((one) => one.passed === 1).length;
  const issued = await reader
    .selectFrom('trainingCertificate')
    .select('number')
    .where('issuer', 'is', null)
    .execute();
  expect(issued.map(({ number }) => number)).toEqual(
    Array.from({ length: passed }, (_, at) => `2026-Z00${at + 1}`),
  );
  const drilled = await reader
    .selectFrom('emergency')
    .select(['name', 'lastDrillOn', 'nextDrillOn'])
    .where('lastDrillOn', 'is not', null)
    .execute();
  expect(drilled).toEqual([{ name: '火灾', lastDrillOn: '2026-09-18', nextDrillOn: '2027-03-18' }]);
});

it('three months of calls with the visits that followed, appointments to come, and trailers with their tractors', async () => {
  const { reader } = database;
  const context = {
    reader,
    actor: { personId: 1, name: '', roles: ['owner' as const], language: 'zh-CN' as const, sessionKey: '' },
    clock: fixedClock('2026-11-18T01:00:00.000Z'),
    scope: 'all' as const,
    signal: undefined,
  };
  const span = { from: '2026-08-19', to: '2026-11-18' };
  for (const by of ['reason', 'person', 'script'] as const) {
    const { lines, all } = await readFigures(context, { ...span, by });
    expect(all.called).toBeGreaterThan(8);
    expect(all.came).toBeGreaterThan(2);
    expect(all.booked).toBeGreaterThan(0);
    expect(lines.filter(({ came }) => came > 0).length).toBeGreaterThan(0);
    expect(lines.every(({ name }) => name !== '')).toBe(true);
  }
  const { talks } = await readHistory(reader, '2026-11-18');
  expect([...talks.values()].every(({ on }) => on <= '2026-11-18')).toBe(true);
  const coming = await readAppointments(context, { from: '2026-11-19', to: '2026-11-25' });
  expect(coming.length).toBeGreaterThan(4);
  const days = new Set(coming.map(({ onDay }) => onDay));
  for (const onDay of days)
    expect((await readSlots(context, onDay)).slots.every(({ bays, taken }) => taken <= bays)).toBe(true);
  const pairs = database.raw.reader
    .prepare(
      `select trailer.kind as kind, tractor.kind as mate, trailer.customer_id = tractor.customer_id as same
      from vehicle as trailer join vehicle as tractor on tractor.id = trailer.paired_id`,
    )
    .all();
  expect(pairs.length).toBeGreaterThan(0);
  for (const pair of pairs) expect(pair).toEqual({ kind: 'trailer', mate: 'tractor', same: 1 });
});
