import '#electron/features/action/action.table.ts';
import '#electron/features/decision/decision.table.ts';
import '#electron/features/event/event.table.ts';
import '#electron/features/meeting/meeting.table.ts';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { eventPhases } from '#shared/features/event/event.fields.ts';
import { readYear } from '#electron/features/channel-plan/channel-plan.repository.ts';
import { readEvent } from '#electron/features/event/event.repository.ts';
import { readResult } from '#electron/features/event/event.result.ts';
import { readMeeting } from '#electron/features/meeting/meeting.repository.ts';
import { verifyMeeting } from '#electron/features/meeting/meeting.signature.ts';
import { writeSample } from '#electron/features/sample/sample-writer.ts';
import { attachmentStore } from '#electron/kernel/attachment-store.ts';
import { openDatabase } from '#electron/kernel/database.ts';
import { migrate } from '#electron/kernel/migrate.ts';
import { tempFolder } from '#tests/support/core.ts';
import { sampleOptions } from './sample-options.ts';

it('the sample works: signed meetings with decisions and items, events in five phases, channel plans of two years', async () => {
  const folder = tempFolder();
  const path = join(folder, 'sample.db');
  await migrate(path);
  const database = openDatabase(path);
  try {
    const options = sampleOptions();
    await writeSample({ database, attachments: attachmentStore(join(folder, 'attachments')) }, options);
    const { reader } = database;

    const meetings = await reader.selectFrom('meeting').select(['id', 'number']).orderBy('id').execute();
    expect(meetings.map(({ number }) => number)).toEqual(['2026-W40', '2026-W43', '2026-W46']);
    for (const { id } of meetings)
      expect(await verifyMeeting(reader, await readMeeting(reader, id))).toMatchObject({ state: 'valid' });
    const decisions = await reader.selectFrom('decision').selectAll().orderBy('id').execute();
    expect(decisions.map(({ number, state }) => `${number} ${state}`)).toEqual([
      '2026-D001 inForce',
      '2026-D002 replaced',
      '2026-D003 inForce',
      '2026-D004 inForce',
      '2026-D005 inForce',
    ]);
    expect(decisions[1]?.replacedById).toBe(decisions[3]?.id);
    const items = await reader
      .selectFrom('action')
      .select(['decisionId', 'eventId', 'eventPhase', 'channelPlanId', 'state', 'dueOn'])
      .execute();
    for (const { id } of decisions)
      expect(items.filter(({ decisionId }) => decisionId === id).length).toBeGreaterThan(0);

    const [latest, ...older] = await reader
      .selectFrom('event')
      .select('id')
      .where('reviewGood', 'is not', null)
      .orderBy('startsOn', 'desc')
      .execute();
    expect(older).toHaveLength(3);
    for (const { id } of [latest ?? { id: 0 }, ...older]) {
      const tasks = items.filter(({ eventId }) => eventId === id);
      expect([...new Set(tasks.map(({ eventPhase }) => eventPhase))]).toEqual([...eventPhases]);
      const { effects, cost } = await readResult(reader, await readEvent(reader, id), {
        seesCost: true,
        today: options.today,
      });
      expect(effects[0]?.leads).toBeGreaterThan(0);
      expect([cost?.budgetFen, cost?.spentFen].every((fen) => (fen ?? 0) > 0)).toBe(true);
    }
    expect(items.some(({ channelPlanId, state }) => channelPlanId !== null && state === 'open')).toBe(true);
    expect(items.some(({ channelPlanId, state }) => channelPlanId !== null && state === 'closed')).toBe(true);

    for (const year of [2025, 2026])
      for (const channel of ['showroom', 'online', 'secondDealer', 'fleet', 'referral', 'event'] as const) {
        const { months } = await readYear(reader, year, channel);
        expect(months.filter(({ planId }) => planId === null)).toEqual([]);
        const past = months.filter(({ month }) => month < '2026-11');
        expect(past.every(({ costFen, goalLeads }) => costFen !== null && goalLeads !== null)).toBe(true);
      }
  } finally {
    await database.close();
  }
});
