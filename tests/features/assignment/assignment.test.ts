import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { HoldingKind } from '#shared/features/assignment/assignment.rules.ts';
import { followUpFields } from '#shared/features/follow-up/follow-up.fields.ts';
import { leadFields } from '#shared/features/lead/lead.fields.ts';
import { orderFields } from '#shared/features/order/order.fields.ts';
import { fieldNames, type Field, type InputOf } from '#shared/kernel/field.ts';
import type { RecordOf } from '#shared/rpc/record.contract.ts';
import { personFields } from '#shared/features/person/person.fields.ts';
import { roles } from '#shared/rpc/rights.ts';
import { migrate } from '#electron/kernel/migrate.ts';
import { verifyAudit } from '#electron/kernel/audit.ts';
import { onFaultPoint } from '#electron/kernel/fault-point.ts';
import { openSqlite } from '#electron/kernel/sqlite.ts';
import {
  carriers,
  openTestCore,
  ownerWindow,
  personWindow,
  tempFolder,
  type Carrier,
} from '#tests/support/core.ts';
import { firstMigrations, migrationNames } from '#tests/support/old-store.ts';
import { newCustomer, newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

/** A consultant with three customers, a lead, an order, a promise and a task; two who could take over. */
async function leaving(carrier: Carrier) {
  const core = await openTestCore();
  const owner = await ownerWindow(core, carrier);
  const { client } = owner;
  const person = (name: string) => personWindow(core, carrier, owner, name, ['salesConsultant']);
  const [from, first, second] = [await person('张离'), await person('李接'), await person('王接')];
  const consultantId = from.personId;
  const customers: number[] = [];
  for (const name of ['甲运输', '乙运输', '丙运输'])
    customers.push((await client.customer.create({ values: newCustomer({ name, consultantId }) })).id);
  const [customerId = 0] = customers;
  const { id: leadId } = await client.lead.create({
    values: newValues(leadFields, {
      customerName: '甲运输',
      customerId,
      arrivedOn: '2026-11-10',
      consultantId,
    }),
  });
  const { id: orderId } = await client.order.create({
    values: newValues(orderFields, {
      number: 'S-1',
      orderedOn: '2026-11-01',
      customerId,
      customerName: '甲运输',
      model: '牵引车',
      consultantId,
    }),
  });
  const { id: talkId } = await from.client.followUp.create({
    values: newValues(followUpFields, {
      customerId,
      happenedOn: '2026-11-12',
      personId: consultantId,
      way: 'call',
      result: 'callAgain',
      content: '月底再谈',
      nextOn: '2026-11-28',
    }),
  });
  return { core, owner, client, from, first, second, customers, leadId, orderId, talkId };
}

const counted = (counts: readonly { readonly kind: HoldingKind; readonly count: number }[]) =>
  Object.fromEntries(counts.map(({ kind, count }) => [kind, count]));

describe.each(carriers)('hand-over over %s', (carrier) => {
  it('gives everything away in one step, tells every customer of it and takes it back', async () => {
    const { core, client, from, first, second, customers, leadId, orderId, talkId } = await leaving(carrier);
    const fromId = from.personId;
    const held = await client.assignment.holdings({ personId: fromId });
    expect(counted(held.counts)).toEqual({ customer: 3, lead: 1, order: 1, promise: 1 });
    expect((await client.assignment.holders({})).holders).toMatchObject([{ personId: fromId, count: 6 }]);
    const found = await client.assignment.rows({ personId: fromId, kind: 'order', search: '甲运' });
    expect(found).toMatchObject({
      total: 1,
      ids: [orderId],
      rows: [{ title: 'S-1', customerName: '甲运输' }],
    });

    const choice = {
      fromId,
      toIds: [first.personId, second.personId],
      kinds: [],
      picks: [{ kind: 'customer' as const, ids: [customers[2] ?? 0], toId: null }],
    };
    const preview = await client.assignment.preview(choice);
    expect(preview).toMatchObject({ moved: 5, silentCustomers: 0 });
    expect(counted(preview.stays)).toEqual({ customer: 1 });
    expect(preview.warnings.map(({ problem }) => problem)).toEqual(['noPost', 'noPost']);

    const given = { ...choice, cause: 'leaving' as const, reason: '个人原因离职', expected: 5 };
    expect(await failure(client.assignment.handOver({ ...given, expected: 4 }))).toMatchObject({
      reason: 'hand-over-changed',
      params: { moved: 5 },
    });
    const { id, moved } = await client.assignment.handOver(given);
    expect(moved).toBe(5);
    const of = async (customerId: number) =>
      (await client.customer.get({ id: customerId })).record.consultantId;
    expect(await Promise.all(customers.map(of))).toEqual([first.personId, second.personId, fromId]);
    // The first customer's lead, order and promise go along with it.
    expect((await client.lead.get({ id: leadId })).record.consultantId).toBe(first.personId);
    expect((await client.order.get({ id: orderId })).record.consultantId).toBe(first.personId);
    expect((await client.followUp.get({ id: talkId })).record).toMatchObject({
      personId: fromId,
      nextById: first.personId,
    });
    const { lines } = await client.assignment.history({ customerId: customers[0] ?? 0 });
    expect(lines).toMatchObject([
      { fromName: null, toName: '张离', call: 'customer.create', personName: '王总', reason: null },
      {
        fromName: '张离',
        toName: '李接',
        call: 'assignment.handOver',
        personName: '王总',
        reason: '个人原因离职',
      },
    ]);
    expect((await client.customer.history({ id: customers[0] ?? 0 }))[0]).toMatchObject({
      call: 'assignment.handOver',
      changes: [{ field: 'consultantId', before: fromId, after: first.personId }],
    });

    // What somebody gave on or finished since stays where it is.
    const { record: order } = await client.order.get({ id: orderId });
    const values = fieldNames(orderFields).filter((name) => !(orderFields[name] as Field).computed);
    await client.order.update({
      id: orderId,
      version: order.version,
      values: {
        ...newValues(orderFields, Object.fromEntries(values.map((name) => [name, order[name]]))),
        state: 'cancelled',
        cancelledOn: '2026-11-18',
      },
    });
    expect(await client.assignment.undo({ id })).toEqual({ returned: 4, stayed: 1 });
    expect(await Promise.all(customers.map(of))).toEqual([fromId, fromId, fromId]);
    expect((await client.order.get({ id: orderId })).record.consultantId).toBe(first.personId);
    expect(await failure(client.assignment.undo({ id }))).toMatchObject({ reason: 'hand-over-undone' });
    expect((await client.assignment.handOvers({})).lines).toMatchObject([
      { fromName: '张离', toNames: ['李接', '王接'], moved: 5, returned: 4, undoneBy: '王总' },
    ]);
    expect((await client.assignment.history({ customerId: customers[0] ?? 0 })).lines).toHaveLength(3);
    expect(await verifyAudit(core.database.reader)).toMatchObject({ brokenAt: null });
  });

  it('is for owner and manager alone, refuses who has left, and leaves nothing half done', async () => {
    const { core, owner, client, from, first, customers } = await leaving(carrier);
    const fromId = from.personId;
    for (const role of roles) {
      const { client: other } = await personWindow(core, carrier, owner, `试${role}`, [role]);
      const asked = failure(other.assignment.holdings({ personId: fromId }));
      expect([role, (await asked)?.code]).toEqual([
        role,
        ['owner', 'manager'].includes(role) ? undefined : 'forbidden',
      ]);
    }
    const choice = { fromId, toIds: [first.personId], kinds: [], picks: [] };
    const given = { ...choice, cause: 'absence' as const, reason: '休假两个月', expected: 6 };
    const { record } = await client.person.get({ id: first.personId });
    await client.person.update({
      id: first.personId,
      version: record.version,
      values: { ...person(record), leftOn: '2026-11-18' },
    });
    expect(await failure(client.assignment.preview(choice))).toMatchObject({
      issues: [{ field: 'toIds', issue: 'person-left', params: { name: '李接' } }],
    });
    await client.person.update({ id: first.personId, version: record.version + 1, values: person(record) });
    expect(await failure(client.assignment.preview({ ...choice, toIds: [fromId] }))).toMatchObject({
      issues: [{ field: 'toIds', issue: 'hand-over-itself' }],
    });

    let struck = 0;
    onFaultPoint((name) => {
      if (name === 'assignment:after:order') {
        struck += 1;
        throw new Error('struck');
      }
    });
    onTestFinished(() => onFaultPoint(undefined));
    expect(await failure(client.assignment.handOver(given))).toMatchObject({ code: 'internal' });
    onFaultPoint(undefined);
    expect(struck).toBe(1);
    expect((await client.assignment.holdings({ personId: fromId })).counts).toHaveLength(4);
    expect((await client.assignment.history({ customerId: customers[0] ?? 0 })).lines).toHaveLength(1);
    expect((await client.assignment.handOvers({})).total).toBe(0);
    expect(await client.assignment.handOver(given)).toMatchObject({ moved: 6 });
  });
});

/** A person's record as its form would send it back. */
const person = (record: RecordOf<typeof personFields>): InputOf<typeof personFields> =>
  newValues(personFields, Object.fromEntries(fieldNames(personFields).map((name) => [name, record[name]])));

describe('0039_create_assignment', () => {
  it('gives customers of an older store their first row', async () => {
    const path = join(tempFolder(), 'a.db');
    const index = migrationNames.indexOf('0039_create_assignment');
    await migrate(path, firstMigrations(index));
    const at = '2026-03-01T00:00:00.000Z';
    const sqlite = openSqlite(path, 'write');
    sqlite.exec(`insert into person (id, created_at, updated_at, name) values (7, '${at}', '${at}', '甲');
      insert into customer (id, created_at, updated_at, name, kind, consent, consultant_id)
      values (1, '${at}', '${at}', '有顾问', 'person', 'unknown', 7), (2, '${at}', '${at}', '没有', 'person', 'unknown', null)`);
    sqlite.close();
    await migrate(path, firstMigrations(index + 1));
    const after = openSqlite(path, 'write');
    const rows = () =>
      after.prepare('select customer_id, from_id, to_id, at, audit_seq from assignment').raw().all();
    expect(rows()).toEqual([[1, null, 7, at, null]]);
    after.exec(
      `update customer set consultant_id = 7 where id = 1; update customer set consultant_id = null where id = 1`,
    );
    expect(rows()).toEqual([
      [1, null, 7, at, null],
      [1, 7, null, at, 1],
    ]);
    after.close();
  });
});
