import { describe, expect, it } from 'vitest';
import { drawControl } from '#shared/features/campaign/campaign.rules.ts';
import type { ListFilter } from '#shared/rpc/record.contract.ts';
import { fixedClock } from '#electron/kernel/clock.ts';

import { carriers, openTestCore, password, ownerWindow, personWindow } from '#tests/support/core.ts';
import { importedRepair, newCustomer } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';
import { plan } from './campaign-plan.ts';

const broken = (reason: string) => expect.objectContaining({ code: 'rule-violated', reason });
const issue = (field: string, text: string) =>
  expect.objectContaining({ issues: [expect.objectContaining({ field, issue: text })] });
const list = (filters: readonly ListFilter[] = []) => ({
  page: 1,
  pageSize: 50,
  sort: [],
  search: '',
  filters: [...filters],
  bin: false,
});
const inNorth: ListFilter = { field: 'region', operator: 'is', value: '北区' };

describe.each(carriers)('campaigns over %s', (carrier) => {
  it('goes from a filter over the frozen audience to what it brought', async () => {
    const clock = fixedClock('2026-11-18T01:00:00.000Z');
    const core = await openTestCore({ clock });
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const nextDay = async (instant: string): Promise<void> => {
      clock.set(instant);
      owner.token = (await client.session.signIn({ login: '王总', password })).token;
    };
    const add = async (given: Parameters<typeof newCustomer>[0]): Promise<number> =>
      (await client.customer.create({ values: newCustomer({ region: '北区', ...given }) })).id;
    const ids: number[] = [];
    for (let at = 0; at < 10; at += 1) ids.push(await add({ name: `客户${at}` }));
    await add({ name: '别处', region: '南区' });
    await add({ name: '免打扰', doNotCall: true });
    await add({ name: '不同意', consent: 'refused' });
    const members: number[] = [];
    for (const customerId of ids)
      members.push((await client.membership.enrol({ customerId, note: null })).id);

    const source = { feature: 'customer', list: list([inNorth]) };
    expect(await client.campaign.previewList({ source, controlBp: 2000 })).toMatchObject({
      rows: 12,
      heads: 10,
      controlHeads: 2,
      members: 10,
      inOthers: 0,
      leftOut: [
        { reason: 'doNotCall', count: 1 },
        { reason: 'refused', count: 1 },
      ],
    });
    const made = { source, controlBp: 2000, name: '冬检', startsOn: '2026-11-18', endsOn: '2026-12-17' };
    expect(await failure(client.campaign.make({ ...made, endsOn: '2026-11-17' }))).toEqual(
      issue('values.endsOn', 'ends-before-start'),
    );
    expect(
      await failure(client.campaign.make({ ...made, source: { feature: 'person', list: list() } })),
    ).toEqual(broken('campaign-no-customers'));
    const { id } = await client.campaign.make(made);
    const start = { id, controlBp: 2000, seen: 10 };
    expect(await failure(client.campaign.start(start))).toEqual(broken('campaign-no-offer'));
    expect(await failure(client.campaign.result({ id }))).toEqual(broken('campaign-draft'));
    expect(await failure(plan(owner, id, { giftKind: 'voucher' }))).toEqual(
      issue('values.giftName', 'required'),
    );
    await plan(owner, id, {
      offer: '免费冬检',
      giftKind: 'voucher',
      giftName: '冬检券',
      giftFen: 20_000,
      fixedFen: 50_000,
      perHeadFen: 100,
    });
    expect(await client.campaign.preview({ id, controlBp: 2000 })).toMatchObject({ plannedFen: 50_800 });
    expect(await failure(client.campaign.start({ ...start, seen: 9 }))).toEqual(
      broken('campaign-preview-changed'),
    );
    expect(await client.campaign.start(start)).toEqual({ treated: 8, control: 2 });
    expect(await failure(client.campaign.start(start))).toEqual(broken('campaign-started'));
    expect(await failure(plan(owner, id, { giftFen: 1 }))).toEqual(broken('campaign-frozen'));

    // Frozen: who comes into the filter later is not in it; the control group is that of the seed.
    await add({ name: '后来的' });
    const { record } = await client.campaign.get({ id });
    const control = await client.campaign.audience({ id, group: 'control' });
    const treated = await client.campaign.audience({ id, group: 'treated' });
    expect(new Set(control.lines.map(({ customerId }) => customerId))).toEqual(
      drawControl(ids, { controlBp: 2000, seed: record.seed }),
    );
    expect(treated.total).toBe(8);
    expect((await client.campaign.audience({ id, group: 'leftOut' })).lines).toHaveLength(2);

    const [first, second, third] = treated.lines.map(({ customerId }) => customerId ?? 0) as [
      number,
      number,
      number,
    ];
    const controlled = control.lines[0]?.customerId ?? 0;
    const answer = { campaignId: id, triggerId: null, words: '', nextOn: null, gives: false };
    expect((await client.campaign.touches({})).total).toBe(8);
    expect(
      await failure(client.campaign.enter({ ...answer, customerId: controlled, code: 'accepted' })),
    ).toEqual(broken('campaign-not-asked'));
    expect(
      await failure(client.campaign.enter({ ...answer, customerId: first, code: 'refused', gives: true })),
    ).toEqual(issue('gives', 'campaign-only-accepted'));
    const gave = await client.campaign.enter({ ...answer, customerId: first, code: 'accepted', gives: true });
    expect(gave.gave).toBe(true);
    await client.campaign.enter({ ...answer, customerId: second, code: 'noAnswer' });
    await client.campaign.enter({ ...answer, customerId: third, code: 'refused', words: '不需要' });
    expect(await failure(client.campaign.enter({ ...answer, customerId: first, code: 'accepted' }))).toEqual(
      broken('campaign-not-asked'),
    );
    expect((await client.followUp.list({})).rows.map(({ content }) => content)).toEqual([
      '冬检：不需要',
      '冬检：未接通',
      '冬检：接受',
    ]);
    // Given through the ledger and nowhere else.
    const memberOf = (customerId: number): number => members[ids.indexOf(customerId)] ?? 0;
    const view = await client.membership.view({ id: memberOf(first), entries: 5 });
    expect(view.lots).toMatchObject([{ account: 'voucher', name: '冬检券', rest: 1, unitFen: 20_000 }]);
    await client.membership.use({
      id: memberOf(first),
      lotId: view.lots[0]?.id ?? 0,
      times: 1,
      receiptKey: 'use-1',
      note: null,
    });

    // Nobody is called twice in a day; who did not answer is asked again tomorrow.
    await nextDay('2026-11-19T01:00:00.000Z');
    expect((await client.campaign.touches({})).lines.map(({ customerId }) => customerId)).toContain(second);
    for (const customerId of [first, second])
      await importedRepair(core, {
        number: `R${customerId}`,
        customerId,
        checkedInOn: '2026-11-19',
        labourFen: 100_000,
      });
    await importedRepair(core, {
      number: 'R-C',
      customerId: controlled,
      checkedInOn: '2026-11-19',
      labourFen: 10_000,
    });
    await importedRepair(core, {
      number: 'R-X',
      customerId: third,
      checkedInOn: '2026-11-17',
      labourFen: 9_999,
    });
    const result = await client.campaign.result({ id });
    expect(result).toMatchObject({
      asked: 3,
      reached: 2,
      accepted: 1,
      refused: 1,
      treated: { heads: 8, came: 2, salesFen: 200_000 },
      control: { heads: 2, came: 1, salesFen: 10_000 },
      cost: {
        plannedFen: 50_800,
        spentFen: null,
        givenFen: 20_000,
        usedFen: 20_000,
        usedCostFen: 20_000,
        atPriceFen: 20_000,
        goods: null,
        openFen: 0,
        totalFen: 70_800,
      },
      // 25,000 a head against 5,000: 20,000 × 8.
      gain: {
        treatedPerHeadFen: 25_000,
        controlPerHeadFen: 5_000,
        extraFen: 160_000,
        netFen: 89_200,
        confidence: 'small',
      },
    });
    // No margin of labour is stated yet: nothing is told, and the missing one is named. Stated, it is told at once.
    expect(result.margin).toMatchObject({
      missing: ['labour'],
      gain: null,
      lines: [
        { line: 'labour', marginBp: null, editions: [0], treatedSalesFen: 200_000, controlSalesFen: 10_000 },
      ],
    });
    const { content } = await client.membership.design({});
    const goods = { ...content.goods, labour: { ...content.goods.labour, marginBp: 6000 } };
    await client.membership.saveDesign({
      fromDay: '2026-11-19',
      content: { ...content, goods },
      note: null,
    });
    expect((await client.campaign.result({ id })).margin).toMatchObject({
      lines: [{ line: 'labour', editions: [1] }],
      missing: [],
      treatedFen: 120_000,
      controlFen: 6_000,
      // 15,000 a head against 3,000: 12,000 × 8, less the cost.
      gain: { extraFen: 96_000, netFen: 25_200, confidence: 'small' },
    });
    // What the voucher was used for has a margin: it counts at cost, also in a campaign that has begun.
    await plan(owner, id, { giftGoods: 'labour' });
    expect((await client.campaign.result({ id })).cost).toMatchObject({
      usedFen: 20_000,
      usedCostFen: 8_000,
      atPriceFen: 0,
      totalFen: 58_800,
    });
    const rows = await client.campaign.resultRows({ id, part: 'treatedCame' });
    expect(rows.map(({ customerId, salesFen }) => [customerId, salesFen])).toEqual(
      [
        [first, 100_000],
        [second, 100_000],
      ].sort(([a = 0], [b = 0]) => a - b),
    );
    expect((await client.campaign.resultRows({ id, part: 'gifts' }))[0]).toMatchObject({
      customerId: first,
      givenFen: 20_000,
      usedFen: 20_000,
    });
    await plan(owner, id, { spentFen: 30_000 });
    expect((await client.campaign.result({ id })).cost.totalFen).toBe(38_000);
    await client.campaign.stop({ id });
    await nextDay('2026-11-20T01:00:00.000Z');
    expect((await client.campaign.touches({})).total).toBe(0);
    expect((await client.campaign.result({ id })).isOver).toBe(true);
  });

  it('is for those who may: a consultant reads, care people enter, the owner sees what it brought', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const care = await personWindow(core, carrier, owner, '客服', ['customerCare']);
    const sales = await personWindow(core, carrier, owner, '顾问', ['salesConsultant']);
    const technician = await personWindow(core, carrier, owner, '技师', ['technician']);
    const forbidden = (right: string) => expect.objectContaining({ code: 'forbidden', right });
    const source = { feature: 'customer', list: list() };
    expect(await failure(care.client.campaign.previewList({ source, controlBp: 0 }))).toEqual(
      forbidden('campaign.write'),
    );
    expect(await failure(care.client.campaign.result({ id: 1 }))).toEqual(forbidden('campaign.seeResult'));
    expect((await sales.client.campaign.list({})).total).toBe(0);
    const entered = {
      customerId: 1,
      campaignId: 1,
      triggerId: null,
      code: 'refused' as const,
      words: '',
      nextOn: null,
      gives: false,
    };
    expect(await failure(sales.client.campaign.enter(entered))).toEqual(forbidden('campaign.call'));
    expect(await failure(care.client.campaign.enter(entered))).toEqual(broken('campaign-not-asked'));
    expect(await failure(technician.client.campaign.list({}))).toEqual(forbidden('campaign.read'));
  });
});
