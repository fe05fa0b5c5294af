import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { orderFields } from '#shared/features/order/order.fields.ts';
import type { Core } from '#electron/core.ts';
import {
  carriers,
  openTestCore,
  ownerWindow,
  password,
  personWindow,
  testClock,
  type Carrier,
} from '#tests/support/core.ts';
import {
  answerAll,
  answerOf,
  carryOut,
  leftByImport,
  newStock,
  onlySmallLists,
} from '#tests/support/inspection.ts';
import { newValues } from '#tests/support/records.ts';
import { failure, reason } from '#tests/support/refusal.ts';

const secret = { password };

/** A store with two inspectors, a technician and one tractor. */
async function store(carrier: Carrier, clock = testClock()) {
  const core: Core = await openTestCore({ clock });
  const owner = await ownerWindow(core, carrier);
  await onlySmallLists(core);
  const manager = await personWindow(core, carrier, owner, '经理', ['manager']);
  const first = await personWindow(core, carrier, owner, '质检一', ['inspector']);
  const second = await personWindow(core, carrier, owner, '质检二', ['inspector']);
  const technician = await personWindow(core, carrier, owner, '技师', ['technician']);
  const values = newStock();
  const { id: stockId } = await owner.client.stock.create({ values });
  const tasks = { ownerId: technician.personId, dueOn: '2026-11-20' };
  return { core, clock, owner, manager, first, second, technician, stockId, values, tasks };
}

describe.each(carriers)('checks of a stock vehicle over %s', (carrier) => {
  it('are listed with their check lists in the language of who reads, and sorted by those names', async () => {
    const { core, owner, first, second, stockId } = await store(carrier);
    for (const purpose of ['arrival', 'departure'] as const)
      await carryOut(first, password, { purpose, stockId });
    await carryOut(second, password, { purpose: 'quality', stockId });
    const lists = core.database.raw.writer
      .prepare('select checklist_id from inspection order by id')
      .pluck()
      .all() as number[];
    const rename = core.database.raw.writer.prepare(
      'update checklist set name = ?, name_en = ? where id = ?',
    );
    for (const [at, names] of [
      ['甲', 'Second'],
      ['乙', 'First'],
      ['丙', null],
    ].entries())
      rename.run(...names, lists[at]);
    const shown = async () => {
      const { rows, labels } = await owner.client.inspection.list({
        page: 1,
        pageSize: 10,
        sort: [{ field: 'checklistId', descending: false }],
        search: '',
        filters: [],
        bin: false,
      });
      return rows.map(({ checklistId }) => labels['checklist']?.[String(checklistId)]);
    };
    expect(await shown()).toEqual(['丙', '乙', '甲']);
    await owner.client.session.setLanguage({ language: 'en' });
    expect(await shown()).toEqual(['First', 'Second', '丙']);
    // The page of a check says it too; a signed one what its list was called then.
    const { id: other } = await owner.client.stock.create({ values: newStock() });
    const { id: open } = await owner.client.inspection.start({ purpose: 'arrival', stockId: other });
    const names = [open, 1].map(async (id) => (await owner.client.inspection.view({ id })).checklistName);
    expect(await Promise.all(names)).toEqual(['Second', '检查表 arrival']);
  });

  it('go arrival, departure, quality by another person; only then may the vehicle leave', async () => {
    const { core, owner, first, second, stockId, values } = await store(carrier);
    const start = (purpose: 'arrival' | 'departure' | 'quality', window = first) =>
      window.client.inspection.start({ purpose, stockId });
    const sell = (version: number) =>
      owner.client.stock.update({ id: stockId, version, values: { ...values, state: 'sold' } });

    expect(await reason(start('departure'))).toBe('check-arrival-first');
    expect(await reason(start('quality'))).toBe('check-arrival-first');
    expect(await reason(sell(1))).toBe('hand-over-arrival');
    const arrival = await start('arrival');
    expect(arrival).toEqual({ id: 1, isNew: true });
    // The same check goes on, whoever asks.
    expect(await start('arrival', second)).toEqual({ id: 1, isNew: false });
    await answerAll(first, arrival.id);
    expect(await reason(start('departure'))).toBe('check-arrival-first');
    expect(await first.client.inspection.finish({ id: 1, secret, tasks: null })).toMatchObject({
      state: 'passed',
      actionIds: [],
    });
    expect(await reason(sell(1))).toBe('hand-over-departure');
    await carryOut(first, password, { purpose: 'departure', stockId });
    expect(await reason(sell(1))).toBe('hand-over-quality');
    expect(await reason(start('quality'))).toBe('check-needs-other-person');
    const quality = await start('quality', second);
    // Not even a single item by whoever signed the departure check.
    expect(
      await reason(
        first.client.inspection.answer({
          id: quality.id,
          item: 'lamps',
          version: 0,
          answer: answerOf({ result: 'ok' }),
        }),
      ),
    ).toBe('check-needs-other-person');
    await answerAll(second, quality.id);
    expect(await reason(first.client.inspection.finish({ id: quality.id, secret, tasks: null }))).toBe(
      'check-needs-other-person',
    );
    await second.client.inspection.finish({ id: quality.id, secret, tasks: null });
    const { standings } = await first.client.inspection.standing({ stockId });
    expect(standings.map(({ state }) => state)).toEqual(['passed', 'passed', 'passed']);
    // By hand it leaves against the sheet that both sides sign, by no other way.
    expect(await reason(sell(1))).toBe('hand-over-unsigned');
    await leftByImport(core, stockId, '2026-11-18');
    expect(await reason(start('arrival'))).toBe('check-vehicle-left');
  });

  it('tell every item that lacks something, in the order of the list', async () => {
    const { first, stockId } = await store(carrier);
    const { id } = await first.client.inspection.start({ purpose: 'arrival', stockId });
    const say = (item: string, given: Parameters<typeof answerOf>[0]) =>
      first.client.inspection.answer({ id, item, version: 0, answer: answerOf(given) });
    await say('paint', { result: 'ng' });
    await say('tyre.pressure', { number: 7000 });
    expect(await failure(first.client.inspection.finish({ id, secret, tasks: null }))).toEqual({
      code: 'invalid-input',
      issues: [
        { field: 'answers.paint', issue: 'note-missing' },
        { field: 'answers.lamps', issue: 'answer-missing' },
        { field: 'answers.certificate', issue: 'answer-missing' },
      ],
    });
    expect(await failure(say('spoiler', { result: 'ok' }))).toMatchObject({
      issues: [{ field: 'item', issue: 'not-an-item' }],
    });
    const paint = (given: Parameters<typeof answerOf>[0]) =>
      first.client.inspection.answer({ id, item: 'paint', version: 1, answer: answerOf(given) });
    expect(await failure(paint({ result: 'notApplicable' }))).toMatchObject({
      issues: [{ field: 'answer.result', issue: 'not-an-answer' }],
    });
    expect(
      await failure(
        first.client.inspection.answer({
          id,
          item: 'certificate',
          version: 0,
          answer: answerOf({ choice: 'lost' }),
        }),
      ),
    ).toMatchObject({ issues: [{ field: 'answer.choice', issue: 'not-an-answer' }] });
  });

  it('make a task for each item that is not OK, ask them again alone, and note what was mended', async () => {
    const { owner, first, technician, stockId, tasks } = await store(carrier);
    const bad = { paint: { result: 'ng', note: '左门划伤' }, 'tyre.pressure': { number: 7000 } } as const;
    const { id } = await first.client.inspection.start({ purpose: 'arrival', stockId });
    await answerAll(first, id, bad);
    const finish = (given: typeof tasks | null) =>
      first.client.inspection.finish({ id, secret, tasks: given });
    const taskIssue = async (given: typeof tasks | null) => {
      const data = await failure(finish(given));
      return data?.code === 'invalid-input' ? data.issues[0] : data;
    };
    expect(await taskIssue(null)).toEqual({ field: 'tasks.ownerId', issue: 'required' });
    expect(await taskIssue({ ...tasks, dueOn: '2026-11-17' })).toEqual({
      field: 'tasks.dueOn',
      issue: 'day-passed',
    });
    expect(await taskIssue({ ...tasks, dueOn: 'bald' })).toEqual({
      field: 'tasks.dueOn',
      issue: 'not-a-day',
    });
    expect(await taskIssue({ ...tasks, ownerId: 99 })).toEqual({
      field: 'tasks.ownerId',
      issue: 'reference-gone',
    });
    const { state, actionIds } = await finish(tasks);
    expect([state, actionIds.length]).toEqual(['failed', 2]);
    const [paint] = actionIds;
    expect(await owner.client.action.item({ id: paint ?? 0 })).toMatchObject({
      number: '2026-A001',
      text: expect.stringMatching(/^2026-Q001 LZZ5CLVB0KA\d{6} 漆面：左门划伤$/u),
      ownerName: '技师',
      dueOn: '2026-11-20',
      state: 'open',
    });
    expect((await first.client.action.open({ ownerId: technician.personId })).length).toBe(2);

    const again = await first.client.inspection.reinspect({ id });
    expect(await first.client.inspection.reinspect({ id })).toEqual(again);
    const view = await first.client.inspection.view({ id: again.id });
    expect(view).toMatchObject({ previousId: id, round: 2, only: ['paint', 'tyre.pressure'] });
    expect(view.answers.map(({ item, carriedFrom }) => [item, carriedFrom])).toEqual([
      ['certificate', '2026-Q001'],
      ['keys', '2026-Q001'],
      ['lamps', '2026-Q001'],
    ]);
    expect(view.earlier).toMatchObject([
      { number: '2026-Q001', item: 'paint', note: '左门划伤', actionNumber: '2026-A001', closed: false },
      { number: '2026-Q001', item: 'tyre.pressure', actionNumber: '2026-A002' },
    ]);
    // Still not OK: the open task hears of it, no second one is made.
    await answerAll(first, again.id, { paint: { result: 'ng', note: '还在' } });
    expect(await first.client.inspection.finish({ id: again.id, secret, tasks: null })).toMatchObject({
      state: 'failed',
      actionIds: [],
    });
    expect((await owner.client.action.item({ id: paint ?? 0 })).lines.at(-1)?.text).toBe(
      '2026-Q002 复查时仍不合格',
    );
    const third = await first.client.inspection.start({ purpose: 'arrival', stockId });
    expect((await first.client.inspection.view({ id: third.id })).only).toEqual(['paint']);
    await answerAll(first, third.id);
    expect(await first.client.inspection.finish({ id: third.id, secret, tasks: null })).toMatchObject({
      state: 'passed',
    });
    const item = await owner.client.action.item({ id: paint ?? 0 });
    expect([item.state, item.lines.at(-1)?.text]).toEqual(['open', '2026-Q003 复检合格']);
    expect(await reason(first.client.inspection.reinspect({ id: third.id }))).toBe('inspection-not-failed');
  });

  it('are filled in by two people at once without losing anything; the same item is a visible conflict', async () => {
    const { first, second, stockId } = await store(carrier);
    const { id } = await first.client.inspection.start({ purpose: 'arrival', stockId });
    const answer = answerOf({ result: 'ok' });
    await Promise.all([
      first.client.inspection.answer({ id, item: 'lamps', version: 0, answer }),
      second.client.inspection.answer({
        id,
        item: 'certificate',
        version: 0,
        answer: answerOf({ choice: 'here' }),
      }),
    ]);
    const ng = answerOf({ result: 'ng', note: '左灯不亮' });
    expect(
      await failure(second.client.inspection.answer({ id, item: 'lamps', version: 0, answer: ng })),
    ).toEqual({
      code: 'conflict',
      feature: 'inspection',
      id,
      by: '质检一',
      at: '2026-11-18T02:00:00.000Z',
    });
    // Sent twice because the answer to the first got lost: no conflict.
    expect(await first.client.inspection.answer({ id, item: 'lamps', version: 0, answer })).toEqual({
      version: 1,
    });
    expect(await second.client.inspection.answer({ id, item: 'lamps', version: 1, answer: ng })).toEqual({
      version: 2,
    });
    const { answers } = await first.client.inspection.view({ id });
    expect(
      answers.map(({ item, result, choice, personName }) => [item, result ?? choice, personName]),
    ).toEqual([
      ['certificate', 'here', '质检二'],
      ['lamps', 'ng', '质检二'],
    ]);
    expect(await first.client.inspection.answerRest({ id, section: 'outside' })).toEqual({ answered: 1 });
    expect((await first.client.inspection.list({})).rows[0]).toMatchObject({ ngCount: 1, itemCount: 6 });
  });

  it('once signed stay as they are: nothing can be added, a manager alone declares them void', async () => {
    const { first, manager, technician, stockId } = await store(carrier);
    const id = await carryOut(first, password, { purpose: 'arrival', stockId });
    const { client } = first;
    const attempts = [
      client.inspection.answer({ id, item: 'lamps', version: 1, answer: answerOf({ result: 'ng' }) }),
      client.inspection.answerRest({ id, section: 'outside' }),
      client.inspection.describe({ id, odometerKm: 1, note: null }),
      client.inspection.mark({ id, view: 'left', x: 1, y: 1, kind: 'dent', note: null }),
      client.inspection.finish({ id, secret, tasks: null }),
    ];
    expect(await Promise.all(attempts.map(reason))).toEqual(attempts.map(() => 'inspection-finished'));
    expect(await failure(client.inspection.void({ id, reason: '看错车', secret }))).toEqual({
      code: 'forbidden',
      right: 'inspection.void',
    });
    expect(
      await failure(manager.client.inspection.void({ id, reason: '看错车', secret: { password: 'x' } })),
    ).toMatchObject({ issues: [{ field: 'secret.password', issue: 'wrong-secret' }] });
    await manager.client.inspection.void({ id, reason: '看错车', secret });
    const view = await technician.client.inspection.view({ id });
    expect(view).toMatchObject({
      state: 'void',
      voidReason: '看错车',
      verdict: { state: 'valid', problems: [] },
      signatures: [
        { personName: '质检一', meaning: 'check' },
        { personName: '经理', meaning: 'void' },
      ],
    });
    const { standings } = await client.inspection.standing({ stockId });
    expect(standings[0]?.state).toBe('missing');
    expect(await reason(manager.client.inspection.void({ id, reason: '再来', secret }))).toBe(
      'inspection-void',
    );
  });

  it('ask for the password again and count what was wrong', async () => {
    const { first, stockId } = await store(carrier);
    const { id } = await first.client.inspection.start({ purpose: 'arrival', stockId });
    await answerAll(first, id);
    const sign = (given: { password?: string; pin?: string }) =>
      failure(first.client.inspection.finish({ id, secret: given, tasks: null }));
    expect(await sign({ password: '不对' })).toMatchObject({
      issues: [{ field: 'secret.password', issue: 'wrong-secret' }],
    });
    expect(await sign({})).toMatchObject({ issues: [{ issue: 'wrong-secret' }] });
    expect(await sign({ password })).toBeUndefined();
    expect((await first.client.inspection.view({ id })).signatures).toMatchObject([
      { personName: '质检一', meaning: 'check', signedAt: '2026-11-18T02:00:00.000Z' },
    ]);
  });

  it('are refused to other posts, and the list names why the asking person cannot sign', async () => {
    const { core, owner, first, stockId } = await store(carrier);
    const clerk = await personWindow(core, carrier, owner, '内勤', ['clerk']);
    const auditor = await personWindow(core, carrier, owner, '审计', ['auditor']);
    expect(await reason(clerk.client.inspection.start({ purpose: 'arrival', stockId }))).toBe(
      'check-not-your-post',
    );
    expect(await reason(auditor.client.inspection.start({ purpose: 'arrival', stockId }))).toBe('forbidden');
    const { id } = await first.client.inspection.start({ purpose: 'arrival', stockId });
    expect(
      await reason(
        clerk.client.inspection.answer({ id, item: 'lamps', version: 0, answer: answerOf({ result: 'ok' }) }),
      ),
    ).toBe('check-not-your-post');
    expect((await clerk.client.inspection.view({ id })).refusal).toBe('check-not-your-post');
    expect((await first.client.inspection.view({ id })).refusal).toBeNull();
  });

  it('need a list that fits', async () => {
    const { core, first, stockId } = await store(carrier);
    await core.database.write((writer) =>
      writer.updateTable('checklist').set({ state: 'retired' }).execute(),
    );
    expect(await reason(first.client.inspection.start({ purpose: 'arrival', stockId }))).toBe(
      'checklist-missing',
    );
  });

  it('are due again by the days in stock, and block the hand-over until they are', async () => {
    const { clock, owner, first, second, stockId, values } = await store(carrier);
    await carryOut(first, password, { purpose: 'arrival', stockId });
    await carryOut(first, password, { purpose: 'departure', stockId });
    await carryOut(second, password, { purpose: 'quality', stockId });
    clock.set('2026-11-26T02:00:00.000Z'); // quality counts for 7 days
    const again = async (window: typeof first, login: string) => {
      window.token = (await window.client.session.signIn({ login, password })).token;
    };
    await again(owner as typeof first, '王总');
    await again(first, '质检一');
    await again(second, '质检二');
    const sell = () =>
      owner.client.stock.update({
        id: stockId,
        version: 1,
        values: { ...values, state: 'sold', leftOn: '2026-11-20' }, // an earlier day does not help
      });
    expect(await reason(sell())).toBe('hand-over-quality');
    const { standings } = await first.client.inspection.standing({ stockId });
    expect(standings.map(({ state, goodUntil }) => [state, goodUntil])).toEqual([
      ['passed', '2026-12-18'],
      ['passed', '2026-12-03'],
      ['expired', '2026-11-25'],
    ]);
    await carryOut(second, password, { purpose: 'quality', stockId });
    expect(await reason(sell())).toBe('hand-over-unsigned');
  });

  it('keep their order when the clock of the computer is set back between them', async () => {
    const { clock, owner, first, second, stockId, values } = await store(carrier);
    await carryOut(first, password, { purpose: 'arrival', stockId });
    clock.set('2026-11-15T02:00:00.000Z');
    const departure = await carryOut(first, password, { purpose: 'departure', stockId });
    expect(await second.client.inspection.view({ id: departure })).toMatchObject({
      state: 'passed',
      number: '2026-Q002',
      verdict: { state: 'valid' },
    });
    await carryOut(second, password, { purpose: 'quality', stockId });
    clock.set('2026-11-18T02:00:00.000Z');
    const sold = { ...values, state: 'sold' as const, leftOn: '2026-11-18' };
    expect(await reason(owner.client.stock.update({ id: stockId, version: 1, values: sold }))).toBe(
      'hand-over-unsigned',
    );
  });

  it('stay with their VIN', async () => {
    const { owner, first, stockId, values } = await store(carrier);
    await carryOut(first, password, { purpose: 'arrival', stockId });
    const { vin } = newStock();
    expect(
      await reason(owner.client.stock.update({ id: stockId, version: 1, values: { ...values, vin } })),
    ).toBe('checked-vin-stays');
  });
});

describe.each(carriers)('orders over %s', (carrier) => {
  it('are delivered only with a vehicle of the stock that passed its three PDI', async () => {
    const { owner, first, second, stockId, values } = await store(carrier);
    const order = newValues(orderFields, {
      number: 'D1',
      orderedOn: '2026-11-01',
      customerName: '客户',
      model: 'T7H 牵引车',
    });
    const { id } = await owner.client.order.create({ values: order });
    let version = 1;
    const deliver = async (given: Partial<typeof order>) => {
      const done = await owner.client.order.update({ id, version, values: { ...order, ...given } });
      version = done.version;
    };
    const delivered = { state: 'delivered', deliveredOn: '2026-11-18' } as const;
    expect(await reason(deliver(delivered))).toBe('hand-over-needs-vehicle');
    expect(await reason(deliver({ ...delivered, state: 'open' }))).toBe('hand-over-needs-vehicle');
    expect(await reason(deliver({ ...delivered, vin: values.vin }))).toBe('hand-over-arrival');
    expect(await reason(deliver({ ...delivered, stockId, vin: newStock().vin }))).toBe('hand-over-other-vin');
    expect(
      await reason(owner.client.order.create({ values: { ...order, ...delivered, number: 'D2', stockId } })),
    ).toBe('hand-over-arrival');
    await carryOut(first, password, { purpose: 'arrival', stockId });
    await carryOut(first, password, { purpose: 'departure', stockId });
    await carryOut(second, password, { purpose: 'quality', stockId });
    // The three checks are not enough: both sides sign, and then it is delivered by itself.
    expect(await reason(deliver({ ...delivered, stockId }))).toBe('hand-over-unsigned');
  });
});

describe.each(carriers)('what waits over %s', (carrier) => {
  it('is for the right person, promised vehicles first', async () => {
    const { owner, first, second, technician, stockId, values } = await store(carrier);
    const late = newStock({ place: 'B02' });
    const { id: other } = await owner.client.stock.create({ values: late });
    const order = newValues(orderFields, {
      number: 'D1',
      orderedOn: '2026-11-01',
      customerName: '客户',
      model: values.model,
      vin: late.vin,
      plannedOn: '2026-11-21',
    });
    await owner.client.order.create({ values: order });
    const waiting = async (window: typeof first, mine = true) =>
      (await window.client.inspection.waiting({ mine })).map(
        ({ stockId: of, purpose, reason: why, promisedOn, answered }) => [
          of,
          purpose,
          why,
          promisedOn,
          answered,
        ],
      );
    expect(await waiting(first)).toEqual([
      [other, 'arrival', 'new', '2026-11-21', 0],
      [stockId, 'arrival', 'new', null, 0],
    ]);
    await carryOut(first, password, { purpose: 'arrival', stockId });
    await carryOut(technician, password, { purpose: 'arrival', stockId: other });
    expect(await waiting(technician)).toEqual([[other, 'departure', 'handOver', '2026-11-21', 0]]);
    const { id } = await first.client.inspection.start({ purpose: 'departure', stockId: other });
    await first.client.inspection.answer({
      id,
      item: 'lamps',
      version: 0,
      answer: answerOf({ result: 'ok' }),
    });
    expect(await waiting(first)).toEqual([[other, 'departure', 'running', '2026-11-21', 1]]);
    await answerAll(first, id);
    await first.client.inspection.finish({ id, secret, tasks: null });
    expect(await waiting(first)).toEqual([]); // the other inspector's
    expect(await waiting(technician)).toEqual([]); // not a technician's
    expect(await waiting(second)).toEqual([[other, 'quality', 'handOver', '2026-11-21', 0]]);
    expect(await waiting(first, false)).toEqual([[other, 'quality', 'handOver', '2026-11-21', 0]]);
  });
});

describe.each(carriers)('coverage over %s', (carrier) => {
  it('names what imports brought past the gates', async () => {
    const { core, owner, first, second, stockId, values } = await store(carrier);
    await carryOut(first, password, { purpose: 'arrival', stockId });
    await carryOut(first, password, { purpose: 'departure', stockId });
    await carryOut(second, password, { purpose: 'quality', stockId });
    const { vin, model } = values;
    await leftByImport(core, stockId, '2026-11-18');
    const span = { from: '2026-11-01', to: '2026-11-30' };
    expect(await owner.client.inspection.coverage(span)).toEqual({
      ...span,
      handedOver: 1,
      covered: 1,
      rateBasisPoints: 10_000,
      exceptions: [],
      unsigned: [{ stockId, vin, model, leftOn: '2026-11-18' }],
    });
    const at = core.clock.now();
    const past = newStock();
    await core.database.write(async (writer) => {
      const head = { createdAt: at, updatedAt: at, removedAt: null };
      await writer
        .insertInto('stock')
        .values({ ...head, ...past, state: 'sold', leftOn: '2026-11-12' })
        .execute();
      const order = newValues(orderFields, {
        number: 'D9',
        orderedOn: '2026-11-01',
        customerName: '客户',
        model: '直发车',
        vin: 'LZZ5CLVB0KA999999',
        state: 'delivered',
        deliveredOn: '2026-11-13',
      });
      await writer
        .insertInto('vehicleOrder')
        .values({ ...head, ...order, totalFen: 0 })
        .execute();
    });
    const coverage = await owner.client.inspection.coverage(span);
    expect([coverage.handedOver, coverage.covered, coverage.rateBasisPoints]).toEqual([3, 1, 3333]);
    const missing = ['arrival', 'departure', 'quality'];
    expect(coverage.exceptions).toEqual([
      { stockId: null, vin: 'LZZ5CLVB0KA999999', model: '直发车', leftOn: '2026-11-13', missing },
      { stockId: 2, vin: past.vin, model: past.model, leftOn: '2026-11-12', missing },
    ]);
    expect(await failure(owner.client.inspection.coverage({ from: 'x', to: '2026-11-30' }))).toMatchObject({
      issues: [{ field: 'from', issue: 'not-a-day' }],
    });
  });
});

describe.each(carriers)('photos and marks over %s', (carrier) => {
  const photo = async (): Promise<File> => {
    const bytes = await sharp({ create: { width: 3000, height: 1200, channels: 3, background: '#5a7' } })
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1' } })
      .jpeg()
      .toBuffer();
    return new File([new Uint8Array(bytes)], 'IMG_0001.png', { type: 'image/png' });
  };

  /** A small PNG whose head claims other measures. */
  const claimedSize = async (width: number, height: number): Promise<Uint8Array<ArrayBuffer>> => {
    const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    png.writeUInt32BE(width, 16);
    png.writeUInt32BE(height, 20);
    png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
    return new Uint8Array(png);
  };

  it('are kept clean under their content, with a small one, and go with the check that is inspected again', async () => {
    const { core, first, stockId, tasks } = await store(carrier);
    const { id } = await first.client.inspection.start({ purpose: 'arrival', stockId });
    const place = { view: 'left', x: 250, y: 400, kind: 'scratch', note: '10 厘米' } as const;
    const { markId } = await first.client.inspection.mark({ id, ...place });
    await first.client.inspection.mark({ id, markId, ...place, x: 260 });
    const add = (item: string | null, mark: number | null, file: File) =>
      first.client.inspection.addPhoto({ id, item, markId: mark, caption: null, file });
    const { photoId } = await add('paint', null, await photo());
    await add(null, markId, await photo());
    await add('whole', null, await photo());
    const full = await first.client.inspection.photo({ photoId, size: 'full' });
    const meta = await sharp(Buffer.from(await full.arrayBuffer())).metadata();
    expect([meta.width, meta.height, meta.format, meta.exif, meta.orientation]).toEqual([
      1024,
      2560,
      'jpeg',
      undefined,
      undefined,
    ]);
    const small = await first.client.inspection.photo({ photoId, size: 'thumbnail' });
    expect((await sharp(Buffer.from(await small.arrayBuffer())).metadata()).height).toBe(320);
    // The same picture three times lies there once, and backups know of it.
    expect((await core.attachments.list()).length).toBe(2);
    expect(await core.database.reader.selectFrom('attachment').select('hash').execute()).toHaveLength(2);
    const bad = { paint: { result: 'ng', note: '划伤' } } as const;
    await answerAll(first, id, bad);
    const whole = (await first.client.inspection.view({ id })).answers.find(({ item }) => item === 'whole');
    expect(whole).toMatchObject({ photos: 1, version: 1 });
    await first.client.inspection.finish({ id, secret, tasks });
    const again = await first.client.inspection.reinspect({ id });
    const view = await first.client.inspection.view({ id: again.id });
    expect(view.marks).toMatchObject([{ view: 'left', x: 260, kind: 'scratch', note: '10 厘米' }]);
    expect(view.photos.map(({ item, markId: mark }) => [item, mark === view.marks[0]?.id])).toEqual([
      [null, true],
      ['whole', false],
    ]);
    await first.client.inspection.unmark({ id: again.id, markId: view.marks[0]?.id ?? 0 });
    const [, { id: wholeId } = { id: 0 }] = view.photos;
    await first.client.inspection.removePhoto({ id: again.id, photoId: wholeId });
    expect(await first.client.inspection.view({ id: again.id })).toMatchObject({ marks: [], photos: [] });
    expect((await first.client.inspection.view({ id })).photos).toHaveLength(3);
  });

  it('refuse what is no photo with a sentence, whatever it is called', async () => {
    const { first, stockId } = await store(carrier);
    const { id } = await first.client.inspection.start({ purpose: 'arrival', stockId });
    const add = (bytes: Uint8Array<ArrayBuffer> | string, name = 'a.jpg', item = 'paint') =>
      reason(
        first.client.inspection.addPhoto({
          id,
          item,
          markId: null,
          caption: null,
          file: new File([bytes], name, { type: 'image/jpeg' }),
        }),
      );
    const jpeg = new Uint8Array(await (await photo()).arrayBuffer());
    expect(await add('just text')).toBe('not-a-photo');
    expect(
      await add('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'a.svg'),
    ).toBe('not-a-photo');
    expect(await add(jpeg.subarray(0, jpeg.length / 2))).toBe('not-a-photo');
    expect(await add(new Uint8Array([0xff, 0xd8, 0xff, ...new Uint8Array(400)]))).toBe('not-a-photo');
    expect(await add('')).toBe('not-a-photo');
    expect(await add(new Uint8Array(41 * 1024 * 1024))).toBe('photo-too-large');
    expect(await add(await claimedSize(16_000, 7000))).toBe('photo-too-large');
    expect(await add(jpeg, 'a.jpg', 'spoiler')).toBe('invalid-input');
    expect((await first.client.inspection.view({ id })).photos).toEqual([]);
    const small = async (grey: number) => {
      const background = { r: grey, g: grey, b: grey };
      const picture = sharp({ create: { width: 40, height: 30, channels: 3, background } });
      return new Uint8Array(await picture.webp().toBuffer());
    };
    for (let left = 12; left > 0; left -= 1) expect(await add(await small(left * 20))).toBe('done');
    expect(await add(await small(0))).toBe('too-many-photos');
    // One that is sent again, because its confirmation got lost, is there once.
    expect(await add(await small(240))).toBe('done');
    expect((await first.client.inspection.view({ id })).photos).toHaveLength(12);
  });
});

describe.each(carriers)('repeat rules over %s', (carrier) => {
  it('are shipped as please-check and kept by managers', async () => {
    const { owner, first } = await store(carrier);
    const { rows } = await first.client.repeatRule.list({ sort: [{ field: 'id', descending: false }] });
    expect(rows.map(({ purpose, afterDays, confirmed }) => [purpose, afterDays, confirmed])).toEqual([
      ['arrival', 30, false],
      ['departure', 15, false],
      ['quality', 7, false],
    ]);
    const values = {
      purpose: 'arrival',
      vehicleKind: 'trailer',
      afterDays: 60,
      validFrom: '2026-12-01',
      validTo: '2026-11-01',
      source: '厂家库存车管理办法',
      confirmed: true,
    } as const;
    expect(await reason(first.client.repeatRule.create({ values }))).toBe('forbidden');
    expect(await failure(owner.client.repeatRule.create({ values }))).toMatchObject({
      issues: [{ field: 'values.validTo', issue: 'ends-before-start' }],
    });
    expect(await owner.client.repeatRule.create({ values: { ...values, validTo: null } })).toEqual({ id: 4 });
  });
});

describe.each(carriers)('the three levels of a repair over %s', (carrier) => {
  it('are signed by three people in order; a failure begins the next round with the technician', async () => {
    const { core, owner, first, technician } = await store(carrier);
    const leader = await personWindow(core, carrier, owner, '班组长', ['technician']);
    await core.database.write(async (writer) => {
      const at = core.clock.now();
      const head = { createdAt: at, updatedAt: at, removedAt: null };
      const { id: departmentId } = await writer
        .insertInto('department')
        .values({ ...head, name: '机修班', leaderId: leader.personId })
        .returning('id')
        .executeTakeFirstOrThrow();
      await writer
        .updateTable('person')
        .set({ departmentId })
        .where('id', '=', technician.personId)
        .execute();
      await writer
        .insertInto('repair')
        .values({
          ...head,
          number: 'R1',
          type: 'general',
          repairClass: 'minor',
          state: 'done',
          checkedInOn: '2026-11-17',
          bay: '3号工位',
          promisedAt: '2026-11-18T09:30:00.000Z',
          technicianId: technician.personId,
          labourFen: 0,
          partsFen: 0,
          otherFen: 0,
          totalFen: 0,
        })
        .execute();
    });
    const start = (purpose: 'self' | 'peer' | 'final', window: typeof first) =>
      window.client.inspection.start({ purpose, repairId: 1 });
    expect(await reason(start('peer', leader))).toBe('check-order');
    expect(await reason(start('self', leader))).toBe('check-not-the-technician');
    await carryOut(technician, password, { purpose: 'self', repairId: 1 });
    expect(await leader.client.inspection.waiting({})).toContainEqual(
      expect.objectContaining({
        purpose: 'peer',
        place: '3号工位',
        promisedOn: '2026-11-18',
        promisedAt: '2026-11-18T09:30:00.000Z',
      }),
    );
    expect(await reason(start('peer', technician))).toBe('check-not-the-team-leader');
    await carryOut(
      leader,
      password,
      { purpose: 'peer', repairId: 1 },
      { lamps: { result: 'ng' } },
      {
        ownerId: technician.personId,
        dueOn: '2026-11-19',
      },
    );
    expect(await reason(start('final', first))).toBe('check-rework-open');
    expect(await reason(start('self', technician))).toBe('check-rework-open');
    await technician.client.repair.finishRework({ reworkId: 1, note: '换灯泡' });
    expect(await reason(start('final', first))).toBe('check-order');
    expect(await reason(start('peer', leader))).toBe('check-order');
    const again = await carryOut(technician, password, { purpose: 'self', repairId: 1 });
    expect((await technician.client.inspection.view({ id: again })).round).toBe(2);
    await carryOut(leader, password, { purpose: 'peer', repairId: 1 });
    const final = await carryOut(first, password, { purpose: 'final', repairId: 1 });
    expect(await first.client.inspection.view({ id: final })).toMatchObject({
      state: 'passed',
      repairNumber: 'R1',
      round: 2,
    });
    expect(
      (await first.client.inspection.waiting({ mine: false })).map(({ repairId }) => repairId),
    ).not.toContain(1);
  });
});
