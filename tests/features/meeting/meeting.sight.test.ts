import { describe, expect, it } from 'vitest';
import type { MeetingContent } from '#shared/features/meeting/meeting.contract.ts';
import { meetingFields } from '#shared/features/meeting/meeting.fields.ts';
import { contentSeenBy, isInPart } from '#shared/features/meeting/meeting.sight.ts';
import type { WeeklyPack } from '#shared/features/meeting/meeting.pack.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import { may, roles } from '#shared/rpc/rights.ts';
import { minutesDocument } from '#electron/features/meeting/meeting.report.ts';
import { carriers, openTestCore, ownerWindow, password, personWindow } from '#tests/support/core.ts';
import { fillSources } from '#tests/support/meeting.ts';
import { newValues } from '#tests/support/records.ts';

const week = '2026-W47';
const guarded = ['cashIn', 'cash', 'receivablesCollected', 'receivables'] as const;

/** Sums of cash and receivables in a pack, as they would stand in an answer or on paper. */
function secrets({ progress, resources: { cash, receivables } }: WeeklyPack): number[] {
  const lines = progress.filter((line) => ['cashIn', 'receivablesCollected'].includes(line.indicator));
  const series = lines.flatMap((line) => line.series.map(({ value }) => value));
  const figures = [
    ...lines.flatMap((line) => [line.week, line.monthToDate, line.sameWeekLastYear]),
    receivables.open,
    receivables.overdue,
    receivables.dueLater,
    ...receivables.ages,
    cash.in,
    cash.out,
  ];
  const sums = [...series, ...figures.map(({ value }) => value), cash.change, cash.balance?.totalFen ?? null];
  return [...sums, ...receivables.lines.map(({ openFen }) => openFen)].filter(
    (value): value is number => value !== null && Math.abs(value) > 9999,
  );
}

describe('figures of cash and receivables in the minutes', () => {
  it.each(carriers)('are told over %s only to who may read them, drafts and signed ones', async (carrier) => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const technician = await personWindow(core, carrier, owner, '小钱', ['technician']);
    await fillSources(
      core,
      { first: '2025-10-01', days: 420 },
      { orders: 60, repairs: 60, cash: 2000, receivables: 300, leads: 20, stock: 20 },
    );
    await owner.client.cashBalance.create({
      values: { account: '工行8868', openedOn: '2026-11-01', amountFen: 77_665_544, note: null },
    });
    const { id } = await owner.client.meeting.open({ week });
    for (const topic of [...guarded, 'orders'] as const)
      await owner.client.meeting.savePart({
        id,
        version: 0,
        change: { part: 'comment', topic, text: `说明-${topic}` },
      });

    const check = async (): Promise<void> => {
      const whole = await owner.client.meeting.get({ id });
      const told = secrets(whole.content.pack);
      expect(told.length).toBeGreaterThan(40);
      expect(isInPart(whole.content)).toBe(false);
      const view = await technician.client.meeting.get({ id });
      const answers = JSON.stringify([view, await technician.client.meeting.pack({ week })]);
      const papers = JSON.stringify(minutesDocument(view, 'zh-CN', core.clock.now()));
      expect(told.filter((sum) => answers.includes(String(sum)))).toEqual([]);
      expect(told.filter((sum) => papers.includes(formatMoney(sum)))).toEqual([]);
      for (const text of [answers, papers]) {
        expect(text).not.toMatch(/工行8868|说明-(?:cash|receivables)/u);
        expect(text).toContain('说明-orders');
      }
      expect(papers).toContain('无权查看');
      expect(papers).toContain('不是纪要全文');
      const { resources, progress } = view.content.pack;
      expect([resources.cash.in.value, resources.cash.in.missing]).toEqual([null, 'no-right']);
      expect(resources.receivables.open).toMatchObject({ value: null, missing: 'no-right' });
      // What everybody reads is there, and signatures are those of the whole.
      expect(progress.find(({ indicator }) => indicator === 'orders')).toEqual(
        whole.content.pack.progress.find(({ indicator }) => indicator === 'orders'),
      );
      expect(view.verdict).toEqual(whole.verdict);
      const ownPapers = JSON.stringify(minutesDocument(whole, 'zh-CN', core.clock.now()));
      expect(ownPapers).toContain(formatMoney(whole.content.pack.resources.receivables.open.value ?? 0));
      expect(ownPapers).not.toContain('无权查看');
    };
    await check();
    await owner.client.meeting.savePart({
      id,
      version: 0,
      change: {
        part: 'head',
        values: newValues(meetingFields, {
          heldOn: '2026-11-18',
          startsAt: '08:30',
          endsAt: '10:00',
          place: '会议室',
          chairId: 1,
          recorderId: 1,
        }),
      },
    });
    await owner.client.meeting.signIn({ id });
    await owner.client.meeting.confirm({ id, secret: { password } });
    await check();
    expect((await technician.client.meeting.get({ id })).verdict.state).toBe('valid');
  });

  it('are whole for every role that writes, confirms or audits', () => {
    const content = { comments: { cash: 'x' }, pack: {} } as unknown as MeetingContent;
    const whole = roles.filter((role) => may([role], 'cash.read') && may([role], 'receivable.read'));
    expect(whole.map((role) => contentSeenBy(content, [role]))).toEqual(whole.map(() => content));
    // Who could not see a comment might write over it.
    expect(roles.filter((role) => may([role], 'meeting.write') && !whole.includes(role))).toEqual([]);
  });
});
