import { leadFields } from '#shared/features/lead/lead.fields.ts';
import type { WhatIf } from '#shared/features/income/income.rules.ts';
import type { PayContent } from '#shared/features/pay/pay.content.ts';
import type { Core } from '#electron/core.ts';
import { ownerWindow, personWindow, type Carrier, type Window } from './core.ts';
import { importedOrder, newValues } from './records.ts';

/** A seller's rule without an attainment coefficient. */
export const sellerPay: PayContent = {
  unit: 'deal',
  baseFen: 300_000,
  stepKind: 'all',
  steps: [
    { from: 1, to: 4, amountFen: 50_000 },
    { from: 5, to: null, amountFen: 80_000 },
  ],
  shares: [{ of: 'insurance', basisPoints: 200 }],
  coefficients: [],
  coefficientOn: 'commission',
  capFen: null,
  welfare: [],
};
export const wish: WhatIf = { wishFen: 800_000, goalUnits: null, averages: {}, rates: {} };

/** A sales department led by a manager, with a consultant, a colleague of another department and everybody's window. */
export async function payStore(core: Core, carrier: Carrier) {
  const owner = await ownerWindow(core, carrier);
  const { client } = owner;
  const sales = await client.department.create({
    values: { name: '销售部', code: null, parentId: null, leaderId: null, note: null },
  });
  const service = await client.department.create({
    values: { name: '售后部', code: null, parentId: null, leaderId: null, note: null },
  });
  const post = await client.post.create({
    values: { name: '销售顾问', departmentId: sales.id, plannedHeadcount: null, note: null },
  });
  const add = (name: string, roles: Parameters<typeof personWindow>[4]) =>
    personWindow(core, carrier, owner, name, roles);
  const manager = await add('李经理', ['manager']);
  const other = await add('周经理', ['manager']);
  const consultant = await add('小陈', ['salesConsultant']);
  const colleague = await add('小吴', ['salesConsultant']);
  const place = async (
    window: Window & { personId: number },
    departmentId: number,
    postId: number | null,
  ) => {
    const { record } = await client.person.get({ id: window.personId });
    const { id, version, createdAt: _c, updatedAt: _u, removedAt: _r, ...values } = record;
    await client.person.update({ id, version, values: { ...values, departmentId, postId } });
  };
  await place(manager, sales.id, null);
  await place(other, service.id, null);
  await place(consultant, sales.id, post.id);
  await place(colleague, sales.id, post.id);
  for (const [id, leaderId] of [
    [sales.id, manager.personId],
    [service.id, other.personId],
  ] as const) {
    const { record } = await client.department.get({ id });
    const { name, code, parentId, note, version } = record;
    await client.department.update({ id, version, values: { name, code, parentId, note, leaderId } });
  }
  const rule = await client.pay.save({
    id: null,
    postId: post.id,
    fromMonth: '2026-01',
    toMonth: null,
    content: sellerPay,
    note: null,
  });
  // Three whole months: eight ordered, two of them cancelled, six handed over; twelve leads, ten came, five drove.
  for (let at = 0; at < 8; at += 1) {
    const state = at < 6 ? 'delivered' : 'cancelled';
    await importedOrder(core, {
      number: `DD${at}`,
      orderedOn: '2026-09-10',
      customerName: '王强',
      model: '远途 H7',
      insuranceFen: 1_000_000,
      state,
      deliveredOn: state === 'delivered' ? '2026-10-08' : null,
      cancelledOn: state === 'cancelled' ? '2026-09-20' : null,
      consultantId: consultant.personId,
    });
  }
  for (let at = 0; at < 12; at += 1)
    await client.lead.create({
      values: newValues(leadFields, {
        customerName: `客户${at}`,
        arrivedOn: '2026-08-03',
        visitedOn: at < 10 ? '2026-08-05' : null,
        testDrivenOn: at < 5 ? '2026-08-06' : at === 5 ? '2026-11-02' : null,
        consultantId: consultant.personId,
      }),
    });
  return {
    owner,
    manager,
    other,
    consultant,
    colleague,
    postId: post.id,
    payId: rule.id,
    departmentId: sales.id,
  };
}
