import { addDays } from '#shared/kernel/day.ts';
import { median, times, type Bench } from './bench.ts';
import { benchStore, fillVehicles, fillVisits, type BenchStore } from './store.ts';

/** Every third a member with points, every tenth of these with some that end soon; visits over three years, talks about a twentieth. */
function fill(store: BenchStore, customers: number): void {
  fillVehicles(store, customers);
  fillVisits(
    store,
    customers,
    (id) => 1 + (id % 4),
    () => 10_000,
  );
  const { writer } = store.core.database.raw;
  const today = store.core.clock.today();
  const now = store.core.clock.now();
  const talk = writer.prepare(
    `insert into follow_up (created_at, updated_at, customer_id, person_id, happened_on, way, result, content)
      values (?, ?, ?, 1, ?, 'phone', 'reached', '聊过')`,
  );
  const membership = writer.prepare(
    `insert into membership (created_at, updated_at, number, customer_id, card_number, state, joined_on)
      values (?, ?, ?, ?, ?, 'active', ?)`,
  );
  const entry = writer.prepare(
    `insert into membership_entry (membership_id, kind, on_day, at, receipt_key, sale_fen, list_fen, worth_fen, money_fen,
      points, points_after, principal_fen, principal_fen_after, bonus_fen, bonus_fen_after, units, units_after,
      short_points, person_id)
      values (?, 'earn', ?, ?, ?, 1000000, 0, 0, 0, 100, 100, 0, 0, 0, 0, 0, 0, 0, 1)`,
  );
  const lot = writer.prepare(
    `insert into membership_lot (membership_id, entry_id, account, quantity, starts_on, expires_on, paid_fen, unit_fen)
      values (?, ?, 'points', 100, ?, ?, 0, 0)`,
  );
  writer.exec('begin');
  writer.exec(
    `update customer set born_on = '1980-' || printf('%02d', 1 + id % 12) || '-' || printf('%02d', 1 + id % 28)`,
  );
  writer.prepare(`update vehicle set registered_on = date(?, '-' || (id % 5000) || ' days')`).run(today);
  for (let id = 1; id <= customers; id += 1) {
    if (id % 20 === 0) talk.run(now, now, id, addDays(today, -(id % 300)));
    if (id % 3 !== 0) continue;
    const on = addDays(today, -(id % 700));
    const { lastInsertRowid: member } = membership.run(now, now, `V${id}`, id, `C${id}`, on);
    const { lastInsertRowid: earned } = entry.run(member, on, now, `R${id}`);
    lot.run(member, earned, on, addDays(today, id % 30 === 0 ? id % 60 : 400));
  }
  writer.exec('update campaign_trigger set active = 1');
  writer.exec('commit');
  writer.pragma('wal_checkpoint(TRUNCATE)');
}

/** 今日触达 over a whole store with all triggers on and a campaign of half of it, and the preview of a list's audience. */
export const campaignBench: Bench = {
  name: 'campaign',
  async run(report) {
    const store = await benchStore();
    const { core, actor } = store;
    fill(store, 100_000);
    const call = <Answer>(name: string, input: object): Promise<Answer> =>
      core.call(name, input, { actor }) as Promise<Answer>;
    const today = core.clock.today();
    const list = { sort: [], search: '', filters: [], bin: false };
    const source = { feature: 'customer', list };
    const preview = (): Promise<unknown> => call('campaign.previewList', { source, controlBp: 1000 });
    await preview();
    const previewed = await times(5, preview);
    const { id } = await call<{ id: number }>('campaign.make', {
      source: { ...source, list: { ...list, filters: [{ field: 'id', operator: 'to', value: 50_000 }] } },
      controlBp: 1000,
      name: '半数客户',
      startsOn: today,
      endsOn: addDays(today, 30),
    });
    core.database.raw.writer.prepare(`update campaign set offer = '换油' where id = ?`).run(id);
    const { heads } = await call<{ heads: number }>('campaign.preview', { id, controlBp: 1000 });
    await call('campaign.start', { id, controlBp: 1000, seen: heads });

    // What all of it is read from, once and plainly: beside this the rules are measured.
    const sqlite = core.database.raw.reader;
    const plain = [
      `select customer_id, checked_in_on from repair where removed_at is null`,
      `select customer_id, registered_on from vehicle where removed_at is null`,
      `select id, born_on, identity_number, do_not_call, consent from customer where removed_at is null`,
      `select membership_id, account, quantity, expires_on from membership_lot`,
      `select membership_id, on_day, sale_fen from membership_entry`,
      `select customer_id, is_control from campaign_member`,
      `select customer_id, happened_on, result from follow_up where removed_at is null`,
    ].map((text) => sqlite.prepare(text).raw());
    const read = median(await times(5, () => plain.map((one) => one.all().length)));
    const touches = (run: number): Promise<{ total: number }> =>
      call('campaign.touches', { page: (run % 20) + 1 });
    const { total } = await touches(0);
    if (total < 30_000) throw new Error(`only ${total} customers to touch`);
    report({
      name: 'campaign.100k.touches',
      value: median(await times(7, touches)),
      unit: 'ms',
      limit: read,
      beside: 'the same tables read plainly',
      target: 2,
    });
    const rows = core.database.raw.reader
      .prepare<[], number>('select id from campaign_trigger order by id')
      .pluck()
      .all();
    report({
      name: 'campaign.100k.triggers',
      value: median(
        await times(3, async () => {
          for (const trigger of rows) await call('campaignTrigger.preview', { id: trigger });
        }),
      ),
      unit: 'ms',
      limit: read,
      beside: 'the same tables read plainly',
      target: 2,
    });
    report({
      name: 'campaign.100k.preview',
      value: median(previewed),
      unit: 'ms',
      limit: read,
      beside: 'the same tables read plainly',
      target: 2,
    });
    await store.close();
  },
};
