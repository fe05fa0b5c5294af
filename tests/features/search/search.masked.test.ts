import { beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCore, type Core } from '#electron/core.ts';
import { contactFields } from '#shared/features/customer/customer.fields.ts';
import { leadFields } from '#shared/features/lead/lead.fields.ts';
import { repairFields } from '#shared/features/repair/repair.fields.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { filterOperators } from '#shared/rpc/record.contract.ts';
import { may, roles, scopeOf, type Right, type Role } from '#shared/rpc/rights.ts';
import { errorData } from '#renderer/transport/client.ts';
import { testClock, testCost } from '#tests/support/core.ts';
import { newCustomer, newValues } from '#tests/support/records.ts';

/**
 * Two of each record that differ in the masked part only. For who may not see it, whatever is typed must find both or none,
 * because a search that tells them apart tells a digit, and the next digit with the next search.
 */
const pairs = [
  ['customer', 'phone', '13812345678', '13898765678'],
  ['customer', 'secondPhone', '0755-12345678', '0755-98765678'],
  ['contact', 'phone', '4001234567', '4009874567'],
  ['lead', 'phone', '13712345678', '13798765678'],
  ['vehicle', 'plate', '粤B12345', '粤B98745'],
  ['vehicle', 'plate', '粤BD54321', '粤BA98721'],
  ['vehicle', 'plate', '粤B1234挂', '粤B9874挂'],
  ['repair', 'plate', '京C55555', '京C99955'],
] as const;
type Feature = (typeof pairs)[number][0];

const readRights: Record<Feature, Right> = {
  customer: 'customer.read',
  contact: 'customer.read',
  lead: 'lead.read',
  vehicle: 'vehicle.read',
  repair: 'repair.read',
};

let core: Core;
const ids: (readonly [number, number])[] = [];

const actorOf = (role: Role) => ({
  personId: 1,
  name: '某人',
  roles: [role],
  language: 'zh-CN' as const,
  sessionKey: '',
});
const as = (role: Role, name: string, input: unknown): Promise<unknown> =>
  core.call(name, input, { actor: actorOf(role) });

const valuesOf = (feature: Feature, field: string, value: string, n: number): unknown => {
  switch (feature) {
    case 'customer':
      return newCustomer({ name: '客户', [field]: value });
    case 'contact':
      return newValues(contactFields, { customerId: 1, name: '联系人', phone: value });
    case 'lead':
      return newValues(leadFields, {
        customerName: '线索',
        phone: value,
        arrivedOn: '2026-11-18',
        consultantId: 1,
      });
    case 'vehicle':
      return newValues(vehicleFields, { plate: value });
    case 'repair':
      return newValues(repairFields, {
        number: `GD${String.fromCharCode(65 + n)}`,
        checkedInOn: '2026-11-18',
        plate: value,
      });
  }
};

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  core = await openCore({ dataFolder: folder, clock: testClock(), passwordCost: testCost, ballastBytes: 0 });
  await core.call('session.setUp', { storeName: '店', ownerName: '王总', password: 'Correct-Horse-9' }, {});
  let n = 0;
  for (const [feature, field, first, second] of pairs) {
    const made: number[] = [];
    for (const value of [first, second]) {
      n += 1;
      const { id } = (await as('owner', `${feature}.create`, {
        values: valuesOf(feature, field, value, n),
      })) as { id: number };
      made.push(id);
    }
    ids.push([made[0] ?? 0, made[1] ?? 0]);
  }
  return async () => {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  };
});

/** Which of a pair the list search and the search over everything find. */
async function found(role: Role, pair: number, text: string): Promise<string[]> {
  const [feature] = pairs[pair] ?? ['customer'];
  const both = ids[pair] ?? [0, 0];
  const listed = (await as(role, `${feature}.list`, { search: text, pageSize: 500 })) as {
    rows: { id: number }[];
    total: number;
  };
  const hits = (await as(role, 'search.find', { text, limit: 50 })) as { feature: string; id: number }[];
  const inList = both.map((id) => listed.rows.some((row) => row.id === id));
  const inSearch = both.map((id) => hits.some((hit) => hit.feature === feature && hit.id === id));
  expect(listed.total).toBe(listed.rows.length);
  return [inList.join(), inSearch.join()];
}

/** Every part of a text, with and without what stands between. */
const partsOf = (value: string): string[] => {
  const parts = new Set<string>();
  for (const text of [value, value.replace('-', '')])
    for (let from = 0; from < text.length; from += 1)
      for (let to = from + 1; to <= text.length; to += 1) parts.add(text.slice(from, to));
  return [...parts];
};
/** What may find a record though the person sees it masked: from here on it is a whole plate or number, not a part. */
const wholeOf = (field: string, value: string): string =>
  field === 'plate' ? value.slice(2).replace('挂', '') : (value.split('-')[1] ?? value);
const mayFindWhole = (role: Role, field: string): boolean =>
  field === 'plate' || may([role], 'customer.reveal');

const readers = (feature: Feature, seeing: boolean): Role[] =>
  roles.filter(
    (role) => scopeOf([role], readRights[feature]) === 'all' && may([role], 'customer.seePhone') === seeing,
  );

describe.each(pairs.map(([feature, field, value], pair) => ({ feature, field, value, pair })))(
  'masked $feature $field $value:',
  ({ feature, field, value, pair }) => {
    it.each(readers(feature, false))('no part of it tells a %s anything', async (role) => {
      const isPart = (one: string): boolean =>
        !mayFindWhole(role, field) || !one.includes(wholeOf(field, value));
      const told: string[] = [];
      for (const part of partsOf(value).filter(isPart))
        for (const which of await found(role, pair, part))
          if (which === 'true,false' || which === 'false,true') told.push(`${part} → ${which}`);
      expect(told).toEqual([]);
    });

    it.each(readers(feature, false))(
      'the whole of it finds the record for a %s who may have it',
      async (role) => {
        const indexed = feature !== 'contact';
        const answer = `${mayFindWhole(role, field)},false`;
        for (const text of [value, ...(field === 'plate' ? [wholeOf(field, value), value.slice(1)] : [])])
          expect(await found(role, pair, text), text).toEqual([answer, indexed ? answer : 'false,false']);
      },
    );

    it.each(readers(feature, true))(
      'any part of it of three signs or more finds it for a %s',
      async (role) => {
        const whole = wholeOf(field, value);
        const only = feature === 'contact' ? 'false,false' : 'true,false';
        for (const text of [whole, value, whole.slice(-5)])
          expect(await found(role, pair, text), text).toEqual(['true,false', only]);
      },
    );
  },
);

describe('for who sees it masked', () => {
  const hidden = pairs.flatMap(([feature, field], pair) =>
    readers(feature, false).map((role) => ({ role, feature, field, pair })),
  );
  it.each(hidden)(
    '$role: $feature $field filters and sorts nothing',
    async ({ role, feature, field, pair }) => {
      const refused = { code: 'rule-violated', reason: 'hidden-field', params: { field } };
      const lists = [
        { sort: [{ field, descending: false }] },
        ...filterOperators.map((operator) => ({
          filters: [{ field, operator, value: operator === 'oneOf' ? ['1'] : '1' }],
        })),
      ];
      for (const list of lists) {
        const asked = [
          as(role, `${feature}.list`, list),
          as(role, `${feature}.neighbours`, { id: ids[pair]?.[0], list }),
        ];
        for (const call of asked) expect(await call.then(() => 'answered', errorData)).toEqual(refused);
      }
    },
  );

  it.each(['inspector', 'technician', 'serviceAdviser'] as const)(
    'a %s who sorts repair orders by vehicle learns nothing of the plates',
    async (role) => {
      const plates = ['粤B77777', '粤B11177', '粤B55577'];
      const numbers: string[] = [];
      for (const plate of plates) {
        const { id } = (await as('owner', 'vehicle.create', {
          values: newValues(vehicleFields, {
            plate: `${plate.slice(0, 5)}${role.length % 10}${plate.slice(-1)}`,
          }),
        })) as { id: number };
        const number = `${role}-${plate}`;
        await as('owner', 'repair.create', {
          values: newValues(repairFields, { number, checkedInOn: '2026-11-18', vehicleId: id }),
        });
        numbers.push(number);
      }
      const list = {
        search: role,
        sort: [{ field: 'vehicleId', descending: false }],
      };
      const order = async (who: Role): Promise<string[]> =>
        ((await as(who, 'repair.list', list)) as { rows: { number: string }[] }).rows.map(
          (row) => row.number,
        );
      expect(await order(role)).toEqual(numbers);
      expect(await order('owner')).toEqual([numbers[1], numbers[2], numbers[0]]);
    },
  );
});
