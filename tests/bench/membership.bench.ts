import Database from 'better-sqlite3';
import { addMonths } from '../../shared/kernel/day.ts';
import { inLedgerBatch } from '../../electron/features/membership/membership.batch.ts';
import { openSqlite, type Sqlite } from '../../electron/kernel/sqlite.ts';
import { timed, type Bench } from './bench.ts';
import { benchStore, type BenchStore } from './store.ts';

const members = 2000;
const inBatch = 100_000;
const [turns, perTurn] = [20, 500];
const oneByOne = turns * perTurn;

/** A store with so many members, and a ledger of 100,000 entries. */
async function membersStore(): Promise<{ store: BenchStore; batchMs: number }> {
  const store = await benchStore();
  const { writer } = store.core.database.raw;
  const day = store.core.clock.today();
  const at = store.core.clock.now();
  const customer = writer.prepare(
    `insert into customer (created_at, updated_at, name, kind, consent) values (?, ?, ?, 'person', 'unknown')`,
  );
  const member = writer.prepare(
    `insert into membership (created_at, updated_at, number, customer_id, card_number, state, joined_on)
     values (?, ?, ?, ?, ?, 'active', ?)`,
  );
  writer.transaction(() => {
    for (let n = 1; n <= members; n += 1) {
      customer.run(at, at, `客户${n}`);
      member.run(at, at, `V${n}`, n, `M${n}`, day);
    }
  })();
  const expiresOn = addMonths(day, 24);
  const none = { points: 0, principalFen: 0, bonusFen: 0, units: 0 };
  const balances = Array.from({ length: members + 1 }, () => 0);
  const batchMs = await timed(() =>
    writer.transaction(() =>
      inLedgerBatch(writer, (batch) => {
        for (let n = 0; n < inBatch; n += 1) {
          const membershipId = 1 + (n % members);
          const after = (balances[membershipId] ?? 0) + 50;
          balances[membershipId] = after;
          batch.add(
            {
              membershipId,
              kind: 'earn',
              onDay: day,
              at,
              receiptKey: `B${n}`,
              refersId: null,
              saleFen: 5000,
              listFen: 0,
              worthFen: 0,
              moneyFen: 0,
              amounts: { ...none, points: 50 },
              after: { ...none, points: after },
              shortPoints: 0,
              note: null,
              personId: 1,
            },
            [
              {
                account: 'points',
                quantity: 50,
                startsOn: day,
                expiresOn,
                name: null,
                paidFen: 0,
                unitFen: 0,
              },
            ],
            [],
          );
        }
      }),
    )(),
  );
  return { store, batchMs };
}

type Recorded = { readonly text: string; readonly values: readonly unknown[] };

/** Takes down what every connection runs while it is on, with the values. Connections must be opened after this. */
function recorder(): { readonly recorded: Recorded[]; on: boolean; end(): void } {
  const { prototype } = Database as unknown as { prototype: { prepare: (text: string) => Statement } };
  const prepare = prototype.prepare;
  const state = { recorded: [] as Recorded[], on: false, end: () => void (prototype.prepare = prepare) };
  prototype.prepare = function prepared(text) {
    const statement = prepare.call(this, text);
    for (const name of ['all', 'run'] as const) {
      const run = statement[name].bind(statement);
      statement[name] = (...values: unknown[]) => {
        if (state.on) state.recorded.push({ text, values });
        return run(...values);
      };
    }
    return statement;
  };
  return state;
}
type RawStatement = ReturnType<Sqlite['prepare']>;
type Statement = Record<'all' | 'run', (...values: unknown[]) => unknown>;

/** The recorded statements once more, by nothing but the database's own binding. */
function replay(sqlite: Sqlite, recorded: readonly Recorded[], statements: Map<string, RawStatement>): void {
  for (const { text, values } of recorded) {
    let statement = statements.get(text);
    if (!statement) {
      statement = sqlite.prepare(text);
      statements.set(text, statement);
    }
    Reflect.apply(statement.reader ? statement.all : statement.run, statement, values);
  }
}

/** 会员账: posting one entry per transaction through the door, beside the same statements raw; in a batch. */
export const membershipBench: Bench = {
  name: 'membership',
  async run(report) {
    const taken = recorder();
    const { store, batchMs } = await membersStore();
    report({
      name: 'membership.batch.100k',
      value: batchMs,
      unit: 'ms',
      limit: (inBatch / 150_000) * 1000,
      beside: 'stated limit, 150k a second',
      target: 1,
    });
    const post = (n: number, key: string): Promise<unknown> =>
      store.core.call(
        n % 2 === 0 ? 'membership.grant' : 'membership.redeem',
        { id: 1 + (n % members), receiptKey: `${key}${n}`, note: null, points: 20 },
        { actor: store.actor },
      );
    for (let n = 0; n < 500; n += 1) await post(n, 'W');
    // A copy of the store as it stands: what is posted is run there again, raw, in turns, so that whatever else the machine
    // does slows both.
    store.core.database.raw.writer.exec(`vacuum into '${store.folder}/raw.db'`);
    const raw = openSqlite(`${store.folder}/raw.db`, 'write');
    const statements = new Map<string, RawStatement>();
    let [each, rawMs] = [0, 0];
    for (let turn = 0; turn < turns; turn += 1) {
      taken.on = true;
      each += await timed(async () => {
        for (let n = 0; n < perTurn; n += 1) await post(n, `P${turn}-`);
      });
      taken.on = false;
      rawMs += await timed(() => replay(raw, taken.recorded, statements));
      taken.recorded.length = 0;
    }
    taken.end();
    raw.close();
    report({
      name: 'membership.post.one',
      value: (each / oneByOne) * 1000,
      unit: 'µs',
      limit: (rawMs / oneByOne) * 1000,
      beside: 'the same statements raw',
      target: 1.66, // 60 % of the rate
    });
    await store.close();
  },
};
