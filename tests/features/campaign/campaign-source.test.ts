import { describe, expect, it } from 'vitest';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { fixedClock } from '#electron/kernel/clock.ts';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { importedRepair, newCustomer, newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';
import { cellsOf } from '../import/read/table-fixtures.ts';
import { plan } from './campaign-plan.ts';

const segments = (risk: 'low' | 'middle' | 'high' | null, personId: number | null = null) => ({
  feature: 'portrait' as const,
  list: { segment: null, risk, personId },
});

describe.each(carriers)('audiences of lists that are reckoned, over %s', (carrier) => {
  it('takes segments, the call list and what members lose', async () => {
    const core = await openTestCore({ clock: fixedClock('2026-11-18T01:00:00.000Z') });
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const add = async (name: string, given: Parameters<typeof newCustomer>[0] = {}): Promise<number> =>
      (await client.customer.create({ values: newCustomer({ name, ...given }) })).id;
    const lost = await add('走远的');
    const silent = await add('走远又免打扰', { doNotCall: true });
    const near = await add('常来的');
    const due = await add('年检到期的');
    for (const [at, [customerId, checkedInOn]] of (
      [
        [lost, '2024-09-02'],
        [silent, '2024-09-02'],
        [near, '2026-11-02'],
      ] as const
    ).entries())
      await importedRepair(core, { number: `W${at}`, customerId, state: 'handedOver', checkedInOn });
    await client.vehicle.create({
      values: newValues(vehicleFields, {
        plate: '粤B12345',
        customerId: due,
        annualTestDueOn: '2026-11-25',
      }),
    });
    const member = await client.membership.enrol({ customerId: near, note: null });
    await client.membership.issue({
      id: member.id,
      account: 'voucher',
      receiptKey: 'a',
      name: '洗车券',
      times: 2,
      unitFen: 3000,
      paidFen: 0,
      expiresOn: '2026-12-18',
      note: null,
    });

    const whom = async (source: Parameters<typeof client.campaign.previewList>[0]['source']) => {
      const preview = await client.campaign.previewList({ source, controlBp: 0 });
      return { ...preview, whom: preview.whom.map(({ name, why }) => [name, why]) };
    };
    // The same heads as the page shows, told why; who is not to be called is left out.
    expect((await client.portrait.page({ risk: 'high' })).total).toBe(2);
    expect(await whom(segments('high'))).toMatchObject({
      rows: 2,
      heads: 1,
      leftOut: [{ reason: 'doNotCall', count: 1 }],
      whom: [['走远的', 'D 沉睡、超过流失挽回期']],
    });
    expect(await whom(segments('high', 1))).toMatchObject({ rows: 0, heads: 0 });
    expect(await whom({ feature: 'reminder', list: { careId: null, kind: 'annualTest' } })).toMatchObject({
      heads: 1,
      whom: [['年检到期的', '年检 2026年11月25日']],
    });
    expect(await whom({ feature: 'expiring', list: { days: 30 } })).toMatchObject({
      heads: 1,
      members: 1,
      whom: [['常来的', '洗车券 2026年12月18日']],
    });
    expect(await whom({ feature: 'expiring', list: { days: 29 } })).toMatchObject({ heads: 0 });

    // A campaign keeps its list: reckoned anew when it starts, frozen then.
    const { id } = await client.campaign.make({
      source: segments('high'),
      controlBp: 0,
      name: '挽回',
      startsOn: '2026-11-18',
      endsOn: '2026-12-17',
    });
    await importedRepair(core, {
      number: 'W9',
      customerId: due,
      state: 'handedOver',
      checkedInOn: '2024-08-01',
    });
    await add('新来的');
    expect(await client.campaign.preview({ id, controlBp: 0 })).toMatchObject({ heads: 2 });
    await plan(owner, id, { offer: '回店检查一次' });
    expect(await client.campaign.start({ id, controlBp: 0, seen: 2 })).toEqual({ treated: 2, control: 0 });
    const { lines } = await client.campaign.audience({ id, group: 'treated' });
    expect(lines.map(({ name, why }) => [name, why])).toEqual([
      ['走远的', 'D 沉睡、超过流失挽回期'],
      ['年检到期的', 'D 沉睡、超过流失挽回期'],
    ]);
    // The reason stays as it was at the start: here, where the customer is called, and in the file, in both languages.
    await importedRepair(core, {
      number: 'W10',
      customerId: lost,
      state: 'handedOver',
      checkedInOn: '2026-11-17',
    });
    await add('又来的');
    expect((await client.portrait.page({ risk: 'high' })).lines.map(({ name }) => name)).not.toContain(
      '走远的',
    );
    const entry = await client.reminder.entry({ customerId: lost });
    expect(entry.reasons.map(({ touch }) => touch?.why)).toContain('D 沉睡、超过流失挽回期');
    await client.session.setLanguage({ language: 'en' });
    const english = await client.campaign.touches({});
    const file = await client.campaign.exportAudience({ id });
    expect(english.lines.find(({ customerId }) => customerId === lost)?.reasons[0]?.why).toMatch(/^D \w/u);
    const { lines: told } = await client.campaign.audience({ id, group: 'treated' });
    expect(new Set(told.map(({ why }) => why))).toEqual(
      new Set(english.lines.map(({ reasons }) => reasons[0]?.why)),
    );
    const cells = (await cellsOf(new Uint8Array(await file.arrayBuffer()))) as readonly unknown[][]; // rows of cells
    expect(cells[0]).toHaveLength(7);
    expect(cells.slice(1).map((row) => row[0])).toEqual(['走远的', '年检到期的', '走远又免打扰']);
    expect(cells[1]).toEqual(expect.arrayContaining(['Get the offer', told[0]?.why]));
    expect(cells[3]).toEqual(expect.arrayContaining(['Left out']));
    await client.session.setLanguage({ language: 'zh-CN' });

    const technician = await personWindow(core, carrier, owner, '技师', ['technician']);
    expect(
      await failure(technician.client.campaign.previewList({ source: segments('high'), controlBp: 0 })),
    ).toMatchObject({ code: 'forbidden' });
    expect(
      await failure(
        client.campaign.previewList({ source: { feature: 'expiring', list: { days: 0 } }, controlBp: 0 }),
      ),
    ).toMatchObject({ code: 'invalid-input' });
    await core.close();
  });
});
