import { describe, expect, it } from 'vitest';
import { sampleRandom } from '#electron/features/sample/sample-random.ts';
import type { Core } from '#electron/core.ts';
import { errorData } from '#renderer/transport/client.ts';
import { openTestCore, ownerWindow, password, type Carrier, type Window } from '#tests/support/core.ts';
import { plannedDelivery, stroke } from '#tests/support/delivery.ts';
import { importedRepair } from '#tests/support/records.ts';

/**
 * Random walks through the contract beside a model of a dozen lines: whatever order things happen in, a vehicle is handed
 * over exactly when the model says that nothing is missing.
 */

const purposes = ['arrival', 'departure', 'quality', 'preparation'] as const;
type Purpose = (typeof purposes)[number];

type Model = {
  readonly id: number;
  readonly stockId: number;
  readonly vin: string;
  state: 'planned' | 'signing' | 'handedOver' | 'cancelled';
  gone: boolean;
  /** Result of the newest check of a purpose that is not void. */
  readonly checks: Partial<Record<Purpose, 'passed' | 'failed'>>;
  /** Items by id: ready or not. */
  readonly items: Map<number, boolean>;
  /** Repairs by id: the words, null while nobody wrote them. */
  readonly repairs: Map<number, string | null>;
  /** What the customer has acknowledged, as text; null: nothing. */
  readonly acknowledged: Set<string>;
};

const words = ({ repairs }: Model): string => JSON.stringify([...repairs]);
const isChecked = ({ checks }: Model): boolean =>
  (['arrival', 'departure', 'quality'] as const).every((purpose) => checks[purpose] === 'passed');
const isReady = (model: Model): boolean =>
  !model.gone &&
  isChecked(model) &&
  model.checks.preparation === 'passed' &&
  model.items.size > 0 &&
  [...model.items.values()].every(Boolean) &&
  [...model.repairs.values()].every((text) => text !== null) &&
  (model.repairs.size === 0 || model.acknowledged.has(words(model)));

const succeeds = (call: Promise<unknown>): Promise<boolean> =>
  call.then(
    () => true,
    (error: unknown) => {
      // A refusal is an answer; anything else is a fault of the program.
      expect(['rule-violated', 'not-found', 'invalid-input', 'conflict']).toContain(errorData(error).code);
      return false;
    },
  );

async function check(core: Core, model: Model, purpose: Purpose, state: 'passed' | 'failed'): Promise<void> {
  const at = core.clock.now();
  const day = core.clock.today();
  await core.database.write(async (writer) => {
    const last = await writer
      .selectFrom('inspection')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    await writer
      .insertInto('inspection')
      .values({
        createdAt: at,
        updatedAt: at,
        removedAt: null,
        number: `Q${last.count + 1}`,
        purpose,
        state,
        stockId: model.stockId,
        checklistId: 1,
        edition: 1,
        round: 1,
        startedOn: day,
        startedById: 1,
        finishedOn: day,
        finishedAt: at,
        finishedById: 1,
        itemCount: 1,
        ngCount: 0,
      })
      .execute();
  });
  model.checks[purpose] = state;
}

async function begin(core: Core, owner: Window): Promise<Model> {
  const { id, stockId, vin } = await plannedDelivery(owner, 1);
  const { items } = await owner.client.delivery.view({ id });
  // One item is enough to begin a walk with.
  const more = items.slice(1).map((item) => item.id);
  await core.database.write((writer) => writer.deleteFrom('deliveryItem').where('id', 'in', more).execute());
  return {
    id,
    stockId,
    vin,
    state: 'planned',
    gone: false,
    checks: {},
    items: new Map(items.slice(0, 1).map((item) => [item.id, false])),
    repairs: new Map(),
    acknowledged: new Set(),
  };
}

async function walk(carrier: Carrier, seed: number, steps: number): Promise<{ handedOver: number }> {
  const random = sampleRandom(seed, 'delivery');
  const core = await openTestCore();
  const owner = await ownerWindow(core, carrier);
  const { delivery, stock } = owner.client;
  let model = await begin(core, owner);
  const known = [model];
  let repairs = 0;
  const present = async () => (await delivery.get({ id: model.id })).record;
  const isPlanned = (): boolean => model.state === 'planned';

  const actions: Readonly<Record<string, () => Promise<void>>> = {
    async check() {
      const missing = purposes.filter((purpose) => model.checks[purpose] !== 'passed');
      const purpose = random.pick(missing.length > 0 && random.chance(0.7) ? missing : purposes);
      await check(core, model, purpose, random.chance(0.88) ? 'passed' : 'failed');
    },
    async ready() {
      const [itemId] = random.pick([...model.items]);
      const ready = random.chance(0.93);
      const done = await succeeds(delivery.setReady({ id: model.id, itemIds: [itemId], ready }));
      expect(done).toBe(isPlanned());
      if (done) model.items.set(itemId, ready);
    },
    async addItem() {
      const added = delivery.saveItem({ id: model.id, kind: 'gift', name: '脚垫', quantity: 1, note: null });
      const done = await succeeds(added);
      expect(done).toBe(isPlanned());
      if (done) model.items.set((await added).itemId, false);
    },
    async repair() {
      const { id } = await importedRepair(core, {
        number: `R${(repairs += 1)}`,
        vin: model.vin,
        state: 'done',
        checkedInOn: '2026-11-12',
      });
      model.repairs.set(id, null);
    },
    async disclose() {
      const told = [...model.repairs.keys()];
      const repairId = told.length > 0 ? random.pick(told) : 999;
      const text = random.chance(0.5) ? '补漆一面' : '换前挡风玻璃';
      const done = await succeeds(delivery.disclose({ id: model.id, repairId, text }));
      expect(done).toBe(isPlanned() && model.repairs.has(repairId));
      if (done) model.repairs.set(repairId, text);
    },
    async acknowledge() {
      const version = (await present()).version;
      const done = await succeeds(delivery.acknowledge({ id: model.id, version, ...stroke() }));
      const isTold = model.repairs.size > 0 && [...model.repairs.values()].every((text) => text !== null);
      expect(done).toBe(isPlanned() && isTold);
      if (done) model.acknowledged.add(words(model));
    },
    async sign() {
      const version = (await present()).version;
      const done = await succeeds(delivery.sign({ id: model.id, version, secret: { password } }));
      expect(done).toBe(isPlanned() && isReady(model));
      if (done) model.state = 'signing';
    },
    async withdraw() {
      const version = (await present()).version;
      const done = await succeeds(delivery.withdraw({ id: model.id, version, reason: '改一处' }));
      expect(done).toBe(model.state === 'signing');
      if (done) model.state = 'planned';
    },
    async handOver() {
      const version = (await present()).version;
      const done = await succeeds(delivery.handOver({ id: model.id, version, ...stroke() }));
      expect(done).toBe(model.state === 'signing' && isReady(model));
      if (done) Object.assign(model, { state: 'handedOver', gone: true });
    },
    async sellByHand() {
      const { record } = await stock.get({ id: model.stockId });
      const { id, version, createdAt: _c, updatedAt: _u, removedAt: _r, ...values } = record;
      if (model.gone) return;
      const sold = { ...values, state: 'sold' as const, leftOn: '2026-11-18' };
      // Whatever was checked: without both signatures nothing leaves by hand.
      expect(await succeeds(stock.update({ id, version, values: sold }))).toBe(false);
    },
  };
  const names = Object.keys(actions).filter((name) => name !== 'sellByHand');
  /** What brings the delivery forward from where the model stands, in any order. */
  const forward = (): string => {
    const missing = [
      ...(purposes.some((purpose) => model.checks[purpose] !== 'passed') ? ['check'] : []),
      ...([...model.items.values()].includes(false) ? ['ready'] : []),
      ...([...model.repairs.values()].includes(null) ? ['disclose'] : []),
    ];
    if (isReady(model)) return isPlanned() ? 'sign' : 'handOver';
    if (missing.includes('check')) return random.pick(missing);
    if (!isPlanned()) return 'withdraw';
    return missing.length > 0 ? random.pick(missing) : 'acknowledge';
  };
  /** Tries it now, whatever is missing. */
  const tempted = (): string => (isPlanned() ? 'sign' : 'handOver');
  for (let step = 0; step < steps; step += 1) {
    const wish = random.next();
    const chosen = wish < 0.55 ? forward() : wish < 0.85 ? tempted() : random.pick(names);
    const name = random.chance(0.01) ? 'sellByHand' : chosen;
    await actions[name]?.();
    const { state } = await present();
    expect({ step, name, state }).toEqual({ step, name, state: model.state });
    if (model.state !== 'handedOver' && !(model.gone && step % 7 === 0)) continue;
    model = await begin(core, owner);
    known.push(model);
  }
  // What was closed stays as it was, whatever came after.
  for (const one of known.filter(({ state }) => state === 'handedOver')) {
    expect(isChecked(one)).toBe(true);
    const { sheet } = await delivery.view({ id: one.id });
    expect(sheet?.verdict).toEqual({ state: 'valid', problems: [] });
  }
  return { handedOver: known.filter(({ state }) => state === 'handedOver').length };
}

describe('any order of events', () => {
  it.each([
    ['http', 11, 60],
    ['port', 12, 110],
  ] as const)(
    'over %s with seed %i hands over exactly what nothing is missing of',
    { timeout: 120_000 },
    async (carrier, seed, steps) => {
      const { handedOver } = await walk(carrier, seed, steps);
      // A walk that never gets there proves nothing.
      expect(handedOver).toBeGreaterThan(1);
    },
  );
});
