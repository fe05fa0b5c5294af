import { describe, expect, it } from 'vitest';
import { carriers, openTestCore } from '#tests/support/core.ts';
import { payStore, sellerPay as content } from '#tests/support/income.ts';

const forbidden = { data: { code: 'forbidden' } };

describe.each(carriers)('pay rules over %s', (carrier) => {
  it('the owner writes editions, managers of the department read, nobody else', async () => {
    const core = await openTestCore();
    const { owner, manager, other, consultant, payId, postId } = await payStore(core, carrier);
    const base = { postId, fromMonth: '2026-01', toMonth: null, note: null };
    for (const window of [manager, other, consultant])
      await expect(window.client.pay.save({ ...base, id: payId, content })).rejects.toMatchObject(forbidden);
    await expect(consultant.client.pay.list({})).rejects.toMatchObject(forbidden);
    expect(await other.client.pay.list({})).toEqual([]);
    const [seen] = await manager.client.pay.list({});
    expect(seen).toMatchObject({
      id: payId,
      lineId: payId,
      edition: 1,
      postName: '销售顾问',
      departmentName: '销售部',
      content,
    });
    const next = await owner.client.pay.save({
      ...base,
      id: payId,
      content: { ...content, baseFen: 320_000 },
    });
    expect(next.edition).toBe(2);
    await expect(owner.client.pay.save({ ...base, id: payId, content })).rejects.toMatchObject({
      data: { code: 'conflict' },
    });
    expect(
      (await manager.client.pay.editions({ lineId: payId })).map((one) => [
        one.edition,
        one.content.baseFen,
        one.replacedAt !== null,
      ]),
    ).toEqual([
      [2, 320_000, false],
      [1, 300_000, true],
    ]);
    expect(await other.client.pay.editions({ lineId: payId })).toEqual([]);
    await expect(
      owner.client.pay.save({
        ...base,
        id: next.id,
        content: {
          ...content,
          steps: [
            { from: 1, to: 3, amountFen: 1 },
            { from: 5, to: null, amountFen: 2 },
          ],
        },
      }),
    ).rejects.toMatchObject({
      data: {
        issues: [
          { field: 'content.steps.1.from', issue: 'pay-step-gap', params: { from: 4, to: 4, step: 2 } },
        ],
      },
    });
    await owner.client.pay.withdraw({ id: next.id });
    expect(await owner.client.pay.list({})).toEqual([]);
    expect((await consultant.client.income.basis({ personId: consultant.personId })).rules).toEqual([]);
  });
});
