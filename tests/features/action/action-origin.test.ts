import { expect, it } from 'vitest';
import { actionFields } from '#shared/features/action/action.fields.ts';
import { channelPlanFields } from '#shared/features/channel-plan/channel-plan.fields.ts';
import { decisionFields } from '#shared/features/decision/decision.fields.ts';
import { eventFields } from '#shared/features/event/event.fields.ts';
import { actionOriginText } from '#shared/text/action-origin.ts';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { newValues } from '#tests/support/records.ts';

it('items of an event, a channel plan and a decision name it, in the list and in the meeting that follows them', async () => {
  const core = await openTestCore();
  const { client } = await ownerWindow(core, 'port');
  const what = { text: '做', ownerId: 1, dueOn: '2026-11-20', check: '看' };
  const { id } = await client.event.create({
    values: newValues(eventFields, { name: '店庆', startsOn: '2026-11-20' }),
  });
  await client.event.addTask({ id, phase: 'planning', ...what });
  const plan = newValues(channelPlanFields, { month: '2026-11', channel: 'online' });
  await client.channelPlan.addAction({ id: (await client.channelPlan.create({ values: plan })).id, ...what });
  const { id: meetingId } = await client.meeting.open({ week: '2026-W47' });
  const decision = newValues(decisionFields, { text: '每日盘点' });
  const { id: decisionId } = await client.decision.create({ meetingId, values: decision });
  await client.action.create({ values: newValues(actionFields, { ...what, decisionId }) });
  await client.action.create({ values: newValues(actionFields, what) });

  const open = await client.action.open({});
  const words = (language: 'zh-CN' | 'en') =>
    open.map(({ origin }) => (origin ? actionOriginText(origin, language) : null));
  expect(words('zh-CN')).toEqual([
    '来自关键事项 店庆',
    '来自渠道计划 2026年11月 网销电销',
    '来自决议 2026-D001',
    null,
  ]);
  expect(words('en')).toEqual([
    'from event 店庆',
    'from channel plan Nov 2026 Telephone/online',
    'from decision 2026-D001',
    null,
  ]);
  const { carried } = (await client.meeting.get({ id: meetingId })).content;
  expect(carried.map(({ origin }) => origin?.feature)).toEqual([
    'event',
    'channelPlan',
    'decision',
    undefined,
  ]);
});
