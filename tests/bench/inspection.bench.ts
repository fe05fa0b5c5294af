import { addDays } from '#shared/kernel/day.ts';
import { percentile, times, type Bench } from './bench.ts';
import { benchStore, plateOf, vinOf, type BenchStore } from './store.ts';

/** Ten years of a store: vehicles that came and left, repairs, and the checks of both. */
const years = 10;
const soldAYear = 250;
const here = 80;
const repairsAYear = 2700;
const inHouse = 30;
/** Answers of a check; only of every tenth, which is what a look at open checks might read by mistake. */
const answersOfCheck = 40;

const levels = ['self', 'peer', 'final'] as const;

/** Fills stock, repairs and checks straight into the tables; gives a vehicle whose departure check is open to be filled in. */
function fill({ core }: BenchStore): number {
  const { writer } = core.database.raw;
  const [today, now] = [core.clock.today(), core.clock.now()];
  const list = writer
    .prepare(
      `select id, current_edition as edition from checklist where shipped_key = 'pdi.departure.tractor'`,
    )
    .get() as { id: number; edition: number }; // two columns
  const stock = writer.prepare(
    `insert into stock (version, created_at, updated_at, vin, kind, model, arrived_on, place, state, left_on)
     values (1, ?, ?, ?, 'tractor', 'T7H', ?, ?, ?, ?)`,
  );
  const repair = writer.prepare(
    `insert into repair (version, created_at, updated_at, number, plate, type, repair_class, state, checked_in_on, finished_at,
      handed_over_on, technician_id, labour_fen, parts_fen, other_fen, total_fen)
     values (1, ?, ?, ?, ?, 'general', 'minor', ?, ?, ?, ?, 1, 0, 0, 0, 0)`,
  );
  const check = writer.prepare(
    `insert into inspection (version, created_at, updated_at, number, purpose, state, vin, stock_id, repair_id, checklist_id,
      edition, round, started_on, started_by_id, finished_on, finished_at, finished_by_id, item_count, ng_count)
     values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, 1, ?, ?, ?, 60, 0)`,
  );
  const answer = writer.prepare(
    `insert into inspection_answer (inspection_id, item, version, result, verdict, person_id, person_name, at)
     values (?, ?, 1, 'ok', 'ok', 1, '王总', ?)`,
  );
  let count = 0;
  const add = (
    purpose: string,
    day: string,
    of: { readonly vin: string | null; readonly stockId: number | null; readonly repairId: number | null },
    isOpen = false,
  ): void => {
    count += 1;
    const end = isOpen ? [null, null, null] : [day, now, 1];
    const head = [
      now,
      now,
      `2016-Q${count}`,
      purpose,
      isOpen ? 'open' : 'passed',
      of.vin,
      of.stockId,
      of.repairId,
    ];
    const { lastInsertRowid } = check.run(...head, list.id, list.edition, day, ...end);
    if (count % 10 !== 0 && !isOpen) return;
    for (let at = 0; at < answersOfCheck; at += 1) answer.run(lastInsertRowid, `item-${at}`, now);
  };
  writer.exec('begin');
  const first = addDays(today, -365 * years);
  let open = 0;
  for (let i = 0; i < soldAYear * years + here; i += 1) {
    const isHere = i >= soldAYear * years;
    const arrived = isHere ? addDays(today, -(i % 25)) : addDays(first, Math.floor((i * 365) / soldAYear));
    const left = isHere ? null : addDays(arrived, 20);
    const state = isHere ? (i % 3 === 0 ? 'reserved' : 'inStock') : 'sold';
    const id = Number(stock.run(now, now, vinOf(i), arrived, `A-${i % 40}`, state, left).lastInsertRowid);
    const of = { vin: vinOf(i), stockId: id, repairId: null };
    if (!isHere || i % 2 === 0) add('arrival', arrived, of);
    if (!isHere) for (const purpose of ['departure', 'quality']) add(purpose, addDays(arrived, 18), of);
    else if (i % 6 === 0) {
      add('departure', today, of, true);
      open = id;
    }
  }
  for (let i = 0; i < repairsAYear * years + inHouse; i += 1) {
    const isHere = i >= repairsAYear * years;
    const day = isHere ? today : addDays(first, Math.floor((i * 365) / repairsAYear));
    const state = isHere ? 'done' : 'handedOver';
    const given = [now, now, `GD${i}`, plateOf(i), state, day, now, isHere ? null : day];
    const id = Number(repair.run(...given).lastInsertRowid);
    for (const level of isHere ? levels.slice(0, i % 3) : levels)
      add(level, day, { vin: null, stockId: null, repairId: id });
  }
  writer.exec('commit');
  writer.exec('analyze');
  return open;
}

/** The inspector's page and a saved item in a store with ten years of checks. */
export const inspectionBench: Bench = {
  name: 'inspection',
  async run(report) {
    const store = await benchStore();
    const stockId = fill(store);
    const { core, actor } = store;
    const today = core.clock.today();
    const call = <Output>(name: string, input: unknown): Promise<Output> =>
      core.call(name, input, { actor }) as Promise<Output>; // as the contract says
    const page = async (): Promise<void> => {
      await call('inspection.waiting', { mine: false });
      await call('inspection.coverage', { from: `${today.slice(0, 8)}01`, to: today });
    };
    const waiting = await call<readonly { stockId: number | null; inspectionId: number | null }[]>(
      'inspection.waiting',
      { mine: false },
    );
    const id = waiting.find((one) => one.stockId === stockId)?.inspectionId;
    if (!id || waiting.length < here / 2) throw new Error('the bench has no work list');
    const { content } = await call<{ content: { sections: { items: { code: string; type: string }[] }[] } }>(
      'inspection.view',
      { id },
    );
    const items = content.sections.flatMap((section) => section.items).filter(({ type }) => type === 'okNg');
    const empty = { number: null, choice: null, text: null, note: null };
    const save = (run: number): Promise<unknown> =>
      call('inspection.answer', {
        id,
        item: items[run % items.length]?.code,
        version: Math.floor(run / items.length),
        answer: { ...empty, result: 'ok' },
      });
    await times(10, page);
    const figures = [
      ['inspector.page', 30, await times(60, page)],
      ['inspection.answer', 10, await times(items.length, save)],
      ['inspection.view', 30, await times(30, () => call('inspection.view', { id }))],
    ] as const;
    for (const [name, limit, found] of figures)
      for (const [share, title] of [
        [0.5, 'p50'],
        [0.95, 'p95'],
      ] as const)
        report({
          name: `${name}.10y.${title}`,
          value: percentile(found, share),
          unit: 'ms',
          limit,
          beside: 'stated limit',
          target: 1,
        });
    await store.close();
  },
};
