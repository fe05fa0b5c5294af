import { describe, expect, it } from 'vitest';
import type { Core } from '#electron/core.ts';
import { firstAssumptions } from '#shared/features/simulation/simulation.content.ts';
import {
  carriers,
  openTestCore,
  ownerWindow,
  personWindow,
  type Carrier,
  type Window,
} from '#tests/support/core.ts';
import { importedRepair, newCustomer } from '#tests/support/records.ts';
import { told } from '#tests/support/refusal.ts';

/** Two customers: one comes every month for 2,000 yuan of labour, one came once. */
async function history(core: Core, owner: Window): Promise<{ often: number; once: number }> {
  const [{ id: often }, { id: once }] = [
    await owner.client.customer.create({ values: newCustomer({ name: '车队', kind: 'company' }) }),
    await owner.client.customer.create({ values: newCustomer({ name: '散客' }) }),
  ];
  for (let month = 1; month <= 9; month += 1)
    await importedRepair(core, {
      number: `A${month}`,
      customerId: often,
      state: 'handedOver',
      checkedInOn: `2026-0${month}-10`,
      handedOverOn: `2026-0${month}-10`,
      labourFen: 200_000,
    });
  const given = { state: 'handedOver', checkedInOn: '2026-05-05', handedOverOn: '2026-05-05' } as const;
  await importedRepair(core, { ...given, number: 'B', customerId: once, partsFen: 100_000 });
  await importedRepair(core, {
    ...given,
    number: 'C',
    customerId: once,
    partsFen: 100_000,
    type: 'internal',
  });
  await importedRepair(core, {
    ...given,
    number: 'D',
    customerId: once,
    partsFen: 100_000,
    payer: 'insurer',
  });
  return { often, once };
}

async function begin(carrier: Carrier) {
  const core = await openTestCore();
  const owner = await ownerWindow(core, carrier);
  const customers = await history(core, owner);
  const { simulation, membership } = owner.client;
  const { content } = await membership.design({});
  const assumptions = { ...firstAssumptions, sleepBp: 0, redeemBp: 0, benefitBp: 0 };
  // The draft gives no discount any more, and half the points of the first tier.
  const draft = {
    ...content,
    tiers: content.tiers.map((tier) => ({ ...tier, labourDiscountBp: 0, pointsPer100: 50 })),
  };
  const save = (change: object = {}) =>
    simulation.save({ id: null, version: null, name: '少给一点', content: draft, assumptions, ...change });
  const ran = async (id: number) => {
    const { jobId } = await simulation.run({ id });
    return core.jobs.ended(jobId);
  };
  return { core, owner, simulation, membership, content, draft, assumptions, save, ran, ...customers };
}

describe.each(carriers)('simulation over %s', (carrier) => {
  it('runs a draft over the store’s own repair orders and keeps the figures with the edition it becomes', async () => {
    const { simulation, membership, save, ran, often, once, core, content, draft } = await begin(carrier);
    const { id } = await save();
    expect((await simulation.view({ id })).result).toBeNull();
    expect(await told(simulation.goLive({ id, fromDay: '2026-12-01' }))).toBe('simulation-not-run');
    const ledger = () =>
      core.database.raw.reader.prepare('select count(*) from membership_entry').pluck().get();
    expect((await ran(id))?.state).toBe('done');
    expect(ledger()).toBe(0);
    const { result, names } = await simulation.view({ id });
    // By hand: 10 visits of ¥2,000 (9) and ¥1,000; points of ½ yuan a hundred: 9 × 10 yuan and 5 yuan.
    expect(result).toMatchObject({
      from: '2025-11-01',
      to: '2026-10-31',
      visits: 10,
      customers: 2,
      salesFen: 1_900_000,
      marginFen: null,
      winners: 0,
      losers: 2,
      draft: { costFen: 9500, issued: 9500, discountFen: 0 },
      breakEven: { netBp: null },
    });
    // Today's design: 1 % for both until ¥10,000; then from the sixth visit on 5 % off, and 1.5 % of the rest.
    expect(result?.base).toMatchObject({ discountFen: 4 * 10_000, issued: 5 * 2000 + 4 * 2850 + 1000 });
    expect(result?.topLosers.map(({ customerId }) => customerId)).toEqual([often, once]);
    expect(names).toEqual({ [often]: '车队', [once]: '散客' });
    expect(result?.base?.tiers.map(({ members }) => members)).toEqual([1, 1, 0]);
    expect(result?.groups.filter(({ by }) => by === 'kind')).toMatchObject([
      { key: 'person', losers: 1 },
      { key: 'company', losers: 1, changeFen: 9000 - 40_000 - 21_400 },
    ]);
    const { edition } = await simulation.goLive({ id, fromDay: '2026-12-01' });
    expect((await membership.designs({}))[0]).toMatchObject({ edition, content: draft, note: '少给一点' });
    expect(await simulation.list({})).toMatchObject([
      { edition, fromDay: '2026-12-01', costFen: 9500, losers: 2 },
    ]);
    expect((await simulation.view({ id })).result?.draft.costFen).toBe(9500);
    for (const call of [
      simulation.run({ id }),
      simulation.remove({ id }),
      save({ id, version: 1, content }),
      simulation.goLive({ id, fromDay: '2026-12-01' }),
    ])
      expect(await told(call)).toBe('simulation-live');
    // Taken back before it begins the edition leaves a draft behind, with its figures.
    await membership.dropDesign({ edition });
    expect(await simulation.list({})).toMatchObject([{ edition: null, fromDay: null, losers: 2 }]);
    expect(await told(save({ id, version: 1, name: '再改', content }))).toBe('done');
  });
});

describe('a draft', () => {
  it('drops its figures when it changes, refuses what does not fit and stale copies, and ends when asked', async () => {
    const { simulation, save, ran, assumptions, draft, core } = await begin('port');
    const { id, version } = await save();
    await ran(id);
    const renamed = await save({ id, version, name: '新名字' });
    expect((await simulation.view({ id })).result).not.toBeNull();
    expect(await told(save({ id, version }))).toBe('simulation-changed');
    const margins = { ...draft.goods, labour: { pointsBp: 10_000, marginBp: 6000 } };
    expect(await told(save({ content: { ...draft, goods: margins, marginLimitBp: 10 } }))).toBe(
      'membership-margin-labour',
    );
    expect(await told(save({ assumptions: { ...assumptions, months: 37 } }))).toBe('too-large');
    await save({ id, version: renamed.version, assumptions: { ...assumptions, against: 'nothing' } });
    expect((await simulation.view({ id })).result).toBeNull();
    await ran(id);
    expect((await simulation.view({ id })).result).toMatchObject({ base: null, winners: 2, gainedFen: 9500 });
    await save({ id, version: renamed.version + 1, content: { ...draft, pointFen: 2 } });
    const { jobId } = await simulation.run({ id });
    core.jobs.cancel(jobId);
    expect((await core.jobs.ended(jobId))?.state).toBe('cancelled');
    expect((await simulation.view({ id })).result).toBeNull();
    await simulation.remove({ id });
    expect(await simulation.list({})).toEqual([]);
    expect(await told(simulation.view({ id }))).toBe('not-found');
  });
});

it('rights: a manager simulates, the owner alone puts in force, nobody else sees it', async () => {
  const { core, owner, save } = await begin('port');
  const { id } = await save();
  const manager = await personWindow(core, 'port', owner, '经理', ['manager']);
  expect(await told(manager.client.simulation.view({ id }))).toBe('done');
  expect(await told(manager.client.simulation.margins({}))).toBe('done');
  expect(await told(manager.client.simulation.goLive({ id, fromDay: '2026-12-01' }))).toBe('forbidden');
  for (const role of ['clerk', 'serviceAdviser', 'auditor'] as const) {
    const { client } = await personWindow(core, 'port', owner, role, [role]);
    expect(await told(client.simulation.list({})), role).toBe('forbidden');
    expect(await told(client.simulation.margins({})), role).toBe('forbidden');
  }
});

it('margins: parts by their typed cost, labour and other by what is left of the typed profit, nothing where it does not fit', async () => {
  const { owner } = await begin('port');
  const { simulation, indicator } = owner.client;
  const enter = (key: string, value: number, version: number | null = null) =>
    indicator.enter({
      key,
      period: '2026-05',
      who: { level: 'store', departmentId: null, personId: null },
      value,
      version,
    });
  expect(await simulation.margins({})).toEqual({ vehicle: null, parts: null, service: null });
  // Parts of 2,000 cost 1,600; of the profit of 1,600 they bring 400, the labour of 2,000 the rest.
  await enter('partsCost', 160_000);
  expect(await simulation.margins({})).toEqual({
    vehicle: null,
    parts: { bp: 2_000, count: 1 },
    service: null,
  });
  await enter('afterSalesGrossProfit', 160_000);
  expect(await simulation.margins({})).toMatchObject({ service: { bp: 6_000, count: 1 } });
  await enter('afterSalesGrossProfit', 400_000, 1);
  expect(await simulation.margins({})).toMatchObject({ service: null });
});
