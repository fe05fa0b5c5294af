import { describe, expect, it } from 'vitest';
import { campaignFields } from '#shared/features/campaign/campaign.fields.ts';
import { responseOfCall, type OpenTouch } from '#shared/features/reminder/reminder-campaign.rules.ts';
import { kindIndex } from '#shared/features/reminder/reminder-facts.ts';
import { callListOf, reasonKey } from '#shared/features/reminder/reminder-list.rules.ts';
import { noMembers } from '#shared/features/reminder/reminder-member.rules.ts';
import {
  fieldsWithoutEffect,
  reminderPlan,
  type ReminderRule,
} from '#shared/features/reminder/reminder-plan.rules.ts';
import { groupOf, usualTerms } from '#shared/features/reminder/reminder-call.rules.ts';
import { callCodes, reminderRuleFields } from '#shared/features/reminder/reminder.fields.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { dayNumber, type Day } from '#shared/kernel/day.ts';
import { fieldNames, type InputOf } from '#shared/kernel/field.ts';
import { fleetLetter } from '#electron/features/reminder/reminder.letter.ts';
import { fixedClock } from '#electron/kernel/clock.ts';
import {
  carriers,
  openTestCore,
  ownerWindow,
  password,
  personWindow,
  type Window,
} from '#tests/support/core.ts';
import { newCustomer, newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';
import { reminderRule } from '#tests/support/reminder.ts';

const broken = (reason: string) => expect.objectContaining({ code: 'rule-violated', reason });
const list = { page: 1, pageSize: 50, sort: [], search: '', filters: [], bin: false };

/** A campaign over all customers that runs from today on, a fifth of them in the control group. */
async function startedCampaign(
  { client }: Window,
  heads: number,
  given: Partial<InputOf<typeof campaignFields>> = {},
): Promise<{ id: number; treated: number[]; control: number[] }> {
  const source = { feature: 'customer', list };
  const days = { startsOn: '2026-11-18', endsOn: '2026-12-17' };
  const { id } = await client.campaign.make({ source, controlBp: 2000, name: '冬检', ...days });
  const { record } = await client.campaign.get({ id });
  const names = fieldNames(campaignFields).filter((name) => !('computed' in campaignFields[name]));
  const values = Object.fromEntries(names.map((name) => [name, record[name]])) as InputOf<
    typeof campaignFields
  >;
  await client.campaign.update({
    id,
    version: record.version,
    values: { ...values, offer: '免费冬检', script: '〔客户〕您好，冬检免费。', ...given },
  });
  await client.campaign.start({ id, controlBp: 2000, seen: heads });
  const groupOfCampaign = async (group: 'treated' | 'control'): Promise<number[]> =>
    (await client.campaign.audience({ id, group })).lines.map(({ customerId }) => customerId ?? 0);
  return { id, treated: await groupOfCampaign('treated'), control: await groupOfCampaign('control') };
}

describe('what a result says of a campaign', () => {
  it.each(callCodes)('%s: nobody was reached just where it says so', (code) => {
    const said = responseOfCall(code);
    expect(said === 'noAnswer' || said === 'wrongNumber').toBe(groupOf(code) === 'notReached');
    expect(said === 'refused').toBe(code === 'refused');
    expect(said === 'notRaised').toBe(groupOf(code) === 'void' && code !== 'refused');
  });
});

describe('a campaign as a reason', () => {
  const today = '2026-11-18';
  const touch = { campaignId: 1, triggerId: null, lastDay: dayNumber('2026-12-17'), valueFen: 0 };
  const trigger = { ...touch, campaignId: null, triggerId: 2, valueFen: 90_000 };
  const listOn = (
    day: Day,
    touches: readonly OpenTouch[],
    { rule = {}, silent = [] }: { rule?: Partial<ReminderRule>; silent?: readonly number[] } = {},
  ) => {
    const rules = [reminderRule({ kind: 'campaign', leadDays: 366, valueFen: 20_000, ...rule })];
    const store = {
      rows: new Int32Array(0),
      births: new Map<number, number>(),
      members: noMembers,
      touches: new Map([[5, touches]]),
    };
    // A campaign of before was refused: that says nothing of this one.
    const refused = { on: '2026-10-01', code: 'refused', nextOn: null, dueOn: '2026-12-17' } as const;
    const history = {
      silent: new Set(silent),
      reasons: new Map([[reasonKey(kindIndex.campaign, 0, 5), refused]]),
      talks: new Map(),
      booked: new Set<number>(),
    };
    const options = { today: day, terms: usualTerms, carePeople: [] };
    return callListOf(store, reminderPlan(rules, day), history, options).entries.map(
      ({ customerId, reasonCount, valueFen }) => [customerId, reasonCount, valueFen],
    );
  };
  const unseen = Object.fromEntries(
    fieldsWithoutEffect('campaign').map((name) => [name, name === 'vehicleKind' ? 'tractor' : 1]),
  );
  it('of two rules the later counts, whatever else stands in the older', () => {
    const older = reminderRule({ id: 1, kind: 'campaign', ...unseen });
    const later = reminderRule({ id: 2, kind: 'campaign', validFrom: '2026-01-01' });
    expect(reminderPlan([older, later], today).own.get('campaign')?.id).toBe(2);
  });
  it.each([
    ['its value is that of the rule', today, [touch], {}, [[5, 1, 20_000]]],
    ['or of the trigger, and several add up', today, [touch, trigger], {}, [[5, 2, 110_000]]],
    ['its last day counts', '2026-12-17', [touch], {}, [[5, 1, 20_000]]],
    ['the day after does not', '2026-12-18', [touch], {}, []],
    ['only so many days before its end', today, [touch], { rule: { leadDays: 28 } }, []],
    ['from that day on', '2026-11-19', [touch], { rule: { leadDays: 28 } }, [[5, 1, 20_000]]],
    ['not where the rule is off', today, [touch], { rule: { active: false } }, []],
    ['what its editor does not show changes nothing', today, [touch], { rule: unseen }, [[5, 1, 20_000]]],
    ['not who is not to be called', today, [touch], { silent: [5] }, []],
  ] as const)('%s', (_name, day, touches, given, expected) => {
    expect(listOn(day, touches, given)).toEqual(expected);
  });
});

describe.each(carriers)('campaigns in the call list over %s', (carrier) => {
  it('is one more reason of the one entry; a result here settles it there, and the other way round', async () => {
    const clock = fixedClock('2026-11-18T01:00:00.000Z');
    const core = await openTestCore({ clock });
    const owner = await ownerWindow(core, carrier);
    const care = await personWindow(core, carrier, owner, '周客服', ['customerCare']);
    const ids: number[] = [];
    for (let at = 0; at < 10; at += 1)
      ids.push((await owner.client.customer.create({ values: newCustomer({ name: `客户${at}` }) })).id);
    await owner.client.customer.create({ values: newCustomer({ name: '免打扰', doNotCall: true }) });
    const gift = { giftKind: 'voucher', giftName: '冬检券', giftFen: 9_900 } as const;
    const { id, treated, control } = await startedCampaign(owner, 10, gift);
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = treated;
    const { id: vehicleId } = await owner.client.vehicle.create({
      values: newValues(vehicleFields, {
        plate: '粤B10001',
        customerId: a,
        kind: 'heavyTruck',
        use: 'private',
        annualTestDueOn: '2026-11-30',
      }),
    });
    await owner.client.membership.enrol({ customerId: a, note: null });
    const listed = async (): Promise<Map<number, string[]>> =>
      new Map(
        (await care.client.reminder.calls({ whose: 'all', pageSize: 200 })).lines.map(
          ({ customerId, reasons }) => [customerId, reasons.map(({ kind }) => kind)],
        ),
      );
    const touched = async (): Promise<number[]> =>
      (await care.client.campaign.touches({ pageSize: 200 })).lines.map(({ customerId }) => customerId);

    // Nobody of the control group, nobody who is not to be called; one entry with both reasons.
    expect(new Set((await listed()).keys())).toEqual(new Set(treated));
    expect((await listed()).get(a)).toEqual(['annualTest', 'campaign']);
    expect(control).toHaveLength(2);
    const entry = await care.client.reminder.entry({ customerId: a });
    expect(entry).toMatchObject({ isMember: true, script: { plate: expect.stringContaining('粤B') } });
    expect(entry.reasons[1]).toMatchObject({
      kind: 'campaign',
      dueOn: '2026-12-17',
      basis: 'campaign',
      valueFen: 20_000,
      touch: { campaignId: id, name: '冬检', offer: '免费冬检', giftKind: 'voucher' },
    });
    const alone = await care.client.reminder.entry({ customerId: b });
    expect(alone.script).toMatchObject({ text: '〔客户〕您好，冬检免费。', dueOn: '2026-12-17' });

    const said = { campaignId: id, triggerId: null };
    const fleet = await owner.client.reminder.fleet({ customerId: a });
    expect(fleet.touches).toEqual([{ ...said, name: '冬检', offer: '免费冬检', until: '2026-12-17' }]);
    const letter = fleetLetter(fleet, {
      store: '门店',
      auditCode: '',
      personName: '周客服',
      language: 'zh-CN',
      today: '2026-11-18',
      until: '2026-12-31',
      now: clock.now(),
    });
    expect(JSON.stringify(letter)).toContain('冬检：免费冬检，到 2026年12月17日 为止');

    // Booked here, the offer taken with its gift: settled on both pages, one talk.
    expect(
      await failure(
        care.client.reminder.enter({
          customerId: a,
          code: 'willing',
          answers: [{ campaignId: id + 1, triggerId: null, code: 'accepted' }],
        }),
      ),
    ).toEqual(broken('campaign-not-asked'));
    await care.client.reminder.enter({
      customerId: a,
      code: 'booked',
      appointment: { onDay: '2026-11-20', hour: 9, vehicleId },
      ruleId: entry.script?.ruleId ?? null,
      answers: [{ ...said, code: 'accepted', gives: true }],
    });
    expect((await owner.client.followUp.list({})).total).toBe(1);
    const { lines } = await care.client.campaign.audience({ id, group: 'treated' });
    expect(lines.find(({ customerId }) => customerId === a)?.last).toMatchObject({ code: 'accepted' });
    expect(
      (await owner.client.campaign.resultRows({ id, part: 'gifts' })).map((row) => row.customerId),
    ).toEqual([a]);
    // The result speaks for the campaign where nothing else is said.
    await care.client.reminder.enter({ customerId: b, code: 'refused' });
    await care.client.reminder.enter({ customerId: c, code: 'noAnswer' });
    // Handed on: nothing was said of the campaign, which rests as long as its rule says and is no answer.
    const { id: sold } = await owner.client.vehicle.create({
      values: newValues(vehicleFields, { plate: '粤B10002', customerId: e, kind: 'heavyTruck' }),
    });
    await care.client.reminder.enter({ customerId: e, code: 'transferred', goneVehicleIds: [sold] });
    expect(await owner.client.campaign.result({ id })).toMatchObject({ asked: 3, reached: 2 });
    const { lines: told } = await care.client.campaign.audience({ id, group: 'treated' });
    expect(told.find(({ customerId }) => customerId === e)?.last).toMatchObject({ code: 'notRaised' });
    // Told on the page of the campaigns: rests here.
    const answer = { ...said, words: '', nextOn: null, gives: false };
    await care.client.campaign.enter({ ...answer, customerId: d, code: 'thinking' });
    for (const shown of [[...(await listed()).keys()], await touched()])
      expect(new Set(shown)).toEqual(new Set(treated.filter((one) => ![a, b, c, d, e].includes(one))));

    // The words of the campaign are a script of their own, those of the test another.
    const span = { from: '2026-11-01', to: '2026-11-30', by: 'script' } as const;
    const { lines: scripts, all } = await owner.client.reminder.figures(span);
    expect(scripts.find(({ name }) => name === '冬检')).toMatchObject({
      key: `campaign-${id}`,
      called: 3,
      willing: 1,
    });
    expect(scripts.map(({ name }) => name)).not.toContain('进行中的活动');
    expect(all.called).toBe(4);
    expect(
      (await owner.client.reminder.figureRows({ ...span, key: `campaign-${id}`, step: 'booked' })).map(
        ({ customerId }) => customerId,
      ),
    ).toEqual([a]);

    // Tomorrow who did not answer is asked again, on both.
    clock.set('2026-11-19T01:00:00.000Z');
    for (const [window, login] of [
      [owner, '王总'],
      [care, '周客服'],
    ] as const)
      window.token = (await window.client.session.signIn({ login, password })).token;
    expect((await listed()).has(c)).toBe(true);
    expect(await touched()).toContain(c);
    // Another call of who refused the campaign is about other things alone.
    clock.set('2026-11-28T01:00:00.000Z');
    for (const [window, login] of [
      [owner, '王总'],
      [care, '周客服'],
    ] as const)
      window.token = (await window.client.session.signIn({ login, password })).token;
    expect((await listed()).has(b)).toBe(false);
    expect((await listed()).get(d)).toEqual(['campaign']);
    expect((await listed()).get(e)).toEqual(['campaign']);
    // The rule decides whether campaigns come here at all.
    const { rows } = await owner.client.reminderRule.list({ pageSize: 200 });
    const rule = rows.find(({ kind }) => kind === 'campaign')?.id ?? 0;
    // So are the days until a customer is asked again, on both pages.
    const { record } = await owner.client.reminderRule.get({ id: rule });
    const kept = fieldNames(reminderRuleFields).filter((name) => !('computed' in reminderRuleFields[name]));
    const values = Object.fromEntries(kept.map((name) => [name, record[name]])) as InputOf<
      typeof reminderRuleFields
    >;
    const { version } = record;
    await owner.client.reminderRule.update({ id: rule, version, values: { ...values, repeatDays: 15 } });
    expect([(await listed()).has(d), (await listed()).has(e)]).toEqual([false, false]);
    expect(await touched()).not.toContain(d);
    const { after } = await owner.client.reminderRule.preview({ id: rule });
    await owner.client.reminderRule.switch({ id: rule, active: false, seen: after.reasons });
    expect([...(await listed()).keys()]).toEqual([]);
    expect((await touched()).length).toBeGreaterThan(0);
  });
});
