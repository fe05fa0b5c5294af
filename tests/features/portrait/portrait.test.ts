import { describe, expect, it } from 'vitest';
import { usualPortraitTerms } from '#shared/features/portrait/portrait.content.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { followUpFields } from '#shared/features/follow-up/follow-up.fields.ts';
import { createPortraits } from '#electron/features/portrait/portrait.store.ts';
import { type DeskClient } from '#renderer/transport/client.ts';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { importedOrder, importedRepair, newCustomer, newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

const today = '2026-11-18';

/** 顺达: a company with two trucks, four visits, an order of others and a talk; 张三: bought long ago and never came. */
async function fill(core: Awaited<ReturnType<typeof openTestCore>>, client: DeskClient) {
  const { id: adviserId } = await client.person.create({
    values: { name: '李顾问', code: null, departmentId: null, postId: null, phone: null, hiredOn: null, leftOn: null, note: null },
  }); // prettier-ignore
  const { id: shunda } = await client.customer.create({
    values: newCustomer({
      name: '顺达物流',
      kind: 'company',
      phone: '13800001111',
      address: '深圳市宝安区福永街道 1 号',
    }),
  });
  const { id: zhang } = await client.customer.create({
    values: newCustomer({
      name: '张三',
      phone: '13900002222',
      secondPhone: '13800001111',
      address: '深圳市宝安区福永街道 1 号',
    }),
  });
  const { id: tractor } = await client.vehicle.create({
    values: newValues(vehicleFields, {
      plate: '粤B12345',
      customerId: shunda,
      kind: 'tractor',
      brand: '龙行',
    }),
  });
  await client.vehicle.create({
    values: newValues(vehicleFields, {
      plate: '粤B222挂',
      customerId: zhang,
      kind: 'trailer',
      pairedId: tractor,
    }),
  });
  await client.contact.create({
    values: { customerId: shunda, name: '赵队长', post: '车队长', phone: '13700003333', note: null },
  });
  for (const [index, checkedInOn] of ['2026-06-03', '2026-07-08', '2026-08-05', '2026-09-02'].entries())
    await importedRepair(core, {
      number: `W${index}`,
      customerId: shunda,
      plate: '粤B12345',
      type: 'maintenance',
      state: 'handedOver',
      adviserId,
      checkedInOn,
      checkedInAt: `${checkedInOn}T00:30:00.000Z`,
      labourFen: 300_000,
    });
  await importedRepair(core, {
    number: 'W8',
    customerId: shunda,
    type: 'internal',
    checkedInOn: today,
    labourFen: 900_000,
  });
  await importedRepair(core, {
    number: 'W9',
    customerId: shunda,
    state: 'cancelled',
    checkedInOn: today,
    labourFen: 900_000,
  });
  await importedOrder(core, {
    number: 'D1',
    customerId: zhang,
    customerName: '张三',
    model: '自卸车',
    state: 'delivered',
    orderedOn: '2025-03-01',
    deliveredOn: '2025-04-01',
  });
  await client.followUp.create({
    values: newValues(followUpFields, {
      customerId: shunda,
      happenedOn: '2026-09-02',
      way: 'call',
      result: 'reached',
      content: '车况良好',
    }),
  });
  return { shunda, zhang };
}

describe.each(carriers)('portraits over %s', (carrier) => {
  it('one customer: segment, figures, risk with its reasons, preferences, circle, gaps; as far as the person may see', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const { shunda, zhang } = await fill(core, client);
    const view = await client.portrait.ofCustomer({ customerId: shunda });
    expect(view).toMatchObject({
      segment: 'A',
      risk: 'middle',
      riskPoints: 2,
      recencyDays: 77,
      lastOn: '2026-09-02',
      visitsInYear: 4,
      repairsYearFen: 1_200_000,
      ordersFen: 0,
      recencyPoints: 3,
      frequencyPoints: 3,
      moneyPoints: 3,
      rule: { edition: 1, confirmed: false },
    });
    expect(view.reasons).toEqual([
      {
        reason: 'rhythm',
        points: 2,
        on: '2026-09-02',
        days: 77,
        usualDays: 30,
        count: null,
        scoreHundredths: null,
        recommend: null,
      },
    ]);
    expect(view.preferences).toEqual([
      { kind: 'weekday', value: '3', count: 4, of: 4 },
      { kind: 'dayPart', value: 'early', count: 4, of: 4 },
      { kind: 'adviser', value: '李顾问', count: 4, of: 4 },
      { kind: 'work', value: 'maintenance', count: 4, of: 4 },
      { kind: 'brand', value: '龙行', count: 1, of: 1 },
    ]);
    expect(view.circle).toEqual({
      contacts: [{ id: 1, name: '赵队长', post: '车队长', phone: '13700003333' }],
      others: [{ customerId: zhang, name: '张三', by: 'phone', shared: '13800001111' }],
      fleet: [{ kind: 'tractor', count: 1 }],
    });
    expect(view.missing).toContainEqual({ feature: 'vehicle', field: 'vin', id: 1, plate: '粤B12345' });
    expect(view.missing).toContainEqual({ feature: 'customer', field: 'trade', id: shunda, plate: null });
    expect(await client.portrait.ofCustomer({ customerId: zhang })).toMatchObject({
      segment: 'D',
      risk: 'middle',
      reasons: [{ reason: 'firstPast', on: '2025-04-01' }],
    });

    const sales = await personWindow(core, carrier, owner, '孙销售', ['salesConsultant']);
    const shown = await sales.client.portrait.ofCustomer({ customerId: shunda });
    expect(shown).toMatchObject({
      segment: 'A',
      visitsInYear: null,
      repairsFen: null,
      ordersFen: null,
      moneyPoints: null,
      reasons: [{ reason: 'rhythm', on: null, days: null, usualDays: null }],
      circle: { contacts: [{ phone: '137****3333' }] },
    });
    expect(shown.preferences.map(({ kind }) => kind)).not.toContain('weekday');
    const technician = await personWindow(core, carrier, owner, '钱技师', ['technician']);
    expect(await failure(technician.client.portrait.ofCustomer({ customerId: shunda }))).toMatchObject({
      right: 'portrait.read',
    });
    expect(await failure(client.portrait.ofCustomer({ customerId: 99 }))).toMatchObject({
      code: 'not-found',
    });
  });

  it('the time line is paged from a place, by kind, and leaves out what the person may not read', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const { shunda } = await fill(core, client);
    const told = ({ lines }: Awaited<ReturnType<typeof client.portrait.timeline>>): string[] =>
      lines.map(({ kind, on, number }) => `${on} ${kind} ${number ?? ''}`.trim());
    const whole = await client.portrait.timeline({ customerId: shunda });
    expect(told(whole)).toEqual([
      '2026-11-18 repair W9',
      '2026-11-18 repair W8',
      '2026-09-02 followUp',
      '2026-09-02 repair W3',
      '2026-08-05 repair W2',
      '2026-07-08 repair W1',
      '2026-06-03 repair W0',
    ]);
    expect(whole.next).toBeNull();
    // However long the pages are, together they are the whole.
    for (const pageSize of [1, 2, 3, 7]) {
      const found: string[] = [];
      let after: (typeof whole)['next'] = null;
      do {
        const page = await client.portrait.timeline({ customerId: shunda, after, pageSize });
        found.push(...told(page));
        after = page.next;
      } while (after);
      expect(found).toEqual(told(whole));
    }
    expect(told(await client.portrait.timeline({ customerId: shunda, kinds: ['followUp'] }))).toEqual([
      '2026-09-02 followUp',
    ]);
    expect(whole.lines[3]).toMatchObject({
      feature: 'repair',
      choices: [
        { field: 'type', value: 'maintenance' },
        { field: 'state', value: 'handedOver' },
      ],
      amountFen: 300_000,
      personName: '李顾问',
      plate: '粤B12345',
    });
    const sales = await personWindow(core, carrier, owner, '孙销售', ['salesConsultant']);
    const his = await sales.client.portrait.timeline({ customerId: shunda });
    expect(told(his)).toEqual(['2026-09-02 followUp']);
    expect(his.kinds).not.toContain('repair');
    // Of orders the person's own alone; plates masked.
    for (const consultantId of [sales.personId, null])
      await importedOrder(core, {
        number: `D${consultantId ?? 'X'}`,
        customerId: shunda,
        customerName: '顺达物流',
        model: '自卸车',
        orderedOn: '2026-11-02',
        consultantId,
      });
    const own = await sales.client.portrait.timeline({ customerId: shunda });
    expect(told(own)).toEqual([`2026-11-02 order D${sales.personId}`, '2026-09-02 followUp']);
    const technician = await personWindow(core, carrier, owner, '钱技师', ['technician']);
    const theirs = await technician.client.portrait.timeline({
      customerId: shunda,
      kinds: ['repair', 'order'],
    });
    expect(theirs.lines.at(-1)).toMatchObject({ number: 'W0', plate: '粤B***45' });
    expect(theirs.kinds).not.toContain('order');
  });

  it('the store: matrix, list, workbook; what is written shows at once, the figures only to who may see them', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const { shunda, zhang } = await fill(core, client);
    const page = await client.portrait.page({});
    expect(page).toMatchObject({ total: 2, seesMoney: true, rule: { edition: 1, confirmed: false } });
    expect(page.matrix.filter(({ customers }) => customers > 0)).toEqual([
      { segment: 'A', risk: 'middle', customers: 1, moneyFen: 1_200_000 },
      { segment: 'D', risk: 'middle', customers: 1, moneyFen: 0 },
    ]);
    expect(page.people.map(({ name }) => name)).toEqual(['李顾问']);
    const [first] = (await client.portrait.page({ segment: 'A' })).lines;
    expect(first).toMatchObject({
      customerId: shunda,
      name: '顺达物流',
      reasons: ['rhythm'],
      adviserName: '李顾问',
    });
    const byMoney = await client.portrait.page({ sort: 'money', descending: true });
    expect(byMoney.lines.map(({ customerId }) => customerId)).toEqual([shunda, zhang]);
    expect((await client.portrait.page({ personId: page.people[0]?.id ?? 0 })).total).toBe(1);

    // A record that is changed by a call counts with the next look.
    await client.customer.remove({ ids: [zhang] });
    expect((await client.portrait.page({})).total).toBe(1);
    await client.customer.restore({ ids: [zhang] });

    const care = await personWindow(core, carrier, owner, '周客服', ['customerCare']);
    const shown = await care.client.portrait.page({});
    expect(shown).toMatchObject({ seesVisits: true, seesMoney: false });
    expect(shown.lines[0]).toMatchObject({ moneyFen: null });
    expect(shown.matrix.every(({ moneyFen }) => moneyFen === null)).toBe(true);
    expect(await failure(care.client.portrait.page({ sort: 'money' }))).toMatchObject({
      reason: 'hidden-field',
    });
    expect(await failure(care.client.portrait.exportFile({}))).toMatchObject({ right: 'record.export' });

    const file = await client.portrait.exportFile({ segment: 'A' });
    expect(file.name).toBe('客户分层 2026-11-18.xlsx');
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('a rule is previewed, saved as what was seen, holds from its day, and is taken back before it', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const { shunda } = await fill(core, client);
    const content = { ...usualPortraitTerms, fromA: 9, fromB: 8 };
    const stricter = { ...content, highFen: 90_000_00, manyVisits: 5 };
    const preview = await client.portrait.preview({ content: stricter });
    expect(preview).toMatchObject({ movedSegment: 1, movedRisk: 0 });
    expect(preview.after.find(({ segment, customers }) => segment === 'C' && customers > 0)).toBeDefined();
    const input = { fromDay: today, content: stricter, source: '经营会议' };
    expect(await failure(client.portrait.saveRule({ ...input, seen: [1, 0, 0, 1] }))).toMatchObject({
      reason: 'portrait-preview-changed',
    });
    expect(
      await failure(client.portrait.saveRule({ ...input, fromDay: '2026-11-17', seen: [0, 0, 1, 1] })),
    ).toMatchObject({ issues: [{ field: 'fromDay', issue: 'portrait-from-past' }] });
    expect(
      await failure(client.portrait.preview({ content: { ...content, warmDays: content.recentDays } })),
    ).toMatchObject({ issues: [{ field: 'content.warmDays', issue: 'not-above' }] });
    expect(await client.portrait.saveRule({ ...input, seen: [0, 0, 1, 1] })).toEqual({ edition: 2 });
    expect((await client.portrait.ofCustomer({ customerId: shunda })).segment).toBe('C');
    expect((await client.portrait.rules({})).present).toMatchObject({
      edition: 2,
      confirmed: true,
      source: '经营会议',
      personName: '王总',
    });
    await client.portrait.saveRule({
      fromDay: '2026-12-01',
      content: usualPortraitTerms,
      source: '试行',
      seen: [1, 0, 0, 1],
    });
    expect((await client.portrait.rules({})).editions.map(({ edition }) => edition)).toEqual([3, 2, 1]);
    expect((await client.portrait.page({})).rule).toMatchObject({ edition: 2 });
    expect(await failure(client.portrait.dropRule({ edition: 2 }))).toMatchObject({
      reason: 'portrait-rule-begun',
    });
    await client.portrait.dropRule({ edition: 3 });
    expect((await client.portrait.rules({})).editions.map(({ edition }) => edition)).toEqual([2, 1]);
    const care = await personWindow(core, carrier, owner, '周客服', ['customerCare']);
    expect(await failure(care.client.portrait.preview({ content }))).toMatchObject({ right: 'rule.write' });
    expect(await failure(care.client.portrait.dropRule({ edition: 2 }))).toMatchObject({
      right: 'rule.write',
    });
  });
});

it('the whole store and the page of one customer say the same', async () => {
  const core = await openTestCore();
  const { client } = await ownerWindow(core, 'port');
  await fill(core, client);
  const all = await createPortraits(core.database).all(core.database.reader, today);
  expect(all).toHaveLength(2);
  for (const one of all) {
    const view = await client.portrait.ofCustomer({ customerId: one.customerId });
    expect(one).toMatchObject({
      segment: view.segment,
      risk: view.risk,
      recencyDays: view.recencyDays,
      visitsInYear: view.visitsInYear,
      moneyFen: (view.repairsYearFen ?? 0) + (view.ordersYearFen ?? 0),
    });
  }
});
