import { sql, type SqlBool } from 'kysely';
import type { CustomerHit } from '#shared/features/partner/partner-card.contract.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { normalPlate } from '#shared/kernel/plate.ts';
import { may } from '#shared/rpc/rights.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { masked } from '#electron/kernel/record/record-mask.ts';
import { findMembers, shownPhone } from '../membership/membership.finding.ts';

const most = 20;
const tail = /^\d{4,11}$/u;
/** Who sees telephones masked finds them by what the mask shows, or whole. */
const shownDigits = /^(?:\d{4}|\d{11})$/u;

/** Customers who are no members, by telephone tail, plate or part of the name. */
async function matching({ reader, actor }: QueryContext, code: string): Promise<number[]> {
  const customers = reader.selectFrom('customer').select('id').where('removedAt', 'is', null).limit(most);
  const number = code.normalize('NFKC');
  if (tail.test(number)) {
    if (!may(actor.roles, 'customer.seePhone') && !shownDigits.test(number)) return [];
    const found = await customers
      .where((where) =>
        where.or([where('phone', 'like', `%${number}`), where('secondPhone', 'like', `%${number}`)]),
      )
      .execute();
    return found.map(({ id }) => id);
  }
  const byPlate = await reader
    .selectFrom('vehicle')
    .select('customerId')
    .where('plate', '=', normalPlate(code))
    .where('removedAt', 'is', null)
    .where('customerId', 'is not', null)
    .limit(most)
    .execute();
  if (byPlate.length > 0) return byPlate.flatMap(({ customerId }) => customerId ?? []);
  const found = await customers
    .where(sql<SqlBool>`instr(name, ${code}) > 0`)
    .orderBy('name')
    .execute();
  return found.map(({ id }) => id);
}

/** Customers that answer what was scanned or typed: by the rules that find members, then all others. */
export async function findCustomers(context: QueryContext, code: string): Promise<CustomerHit[]> {
  const { reader, actor } = context;
  if (code === '') return [];
  const members = await findMembers(context, code);
  const owners =
    members.length === 0
      ? []
      : await reader
          .selectFrom('membership')
          .select('customerId')
          .where(
            'id',
            'in',
            members.map(({ id }) => id),
          )
          .execute();
  // A member's card or number means that member and nobody else.
  const byCard = /^[MV]\d{6,}$/iu.test(code.normalize('NFKC').replaceAll(/[\s-]/gu, ''));
  const others = byCard ? [] : await matching(context, code);
  const ids = [...new Set([...owners.map(({ customerId }) => customerId), ...others])].slice(0, most);
  if (ids.length === 0) return [];
  const rows = await reader
    .selectFrom('customer')
    .leftJoin('membership', (join) =>
      join.onRef('membership.customerId', '=', 'customer.id').on('membership.state', '=', 'active'),
    )
    .select(({ fn }) => [
      'customer.id',
      'customer.name',
      'customer.phone',
      fn.min<string | null>('membership.number').as('memberNumber'),
    ])
    .where('customer.id', 'in', ids)
    .where('customer.removedAt', 'is', null)
    .groupBy('customer.id')
    .orderBy('customer.name')
    .execute();
  const plates = await reader
    .selectFrom('vehicle')
    .select(['customerId', 'plate'])
    .where('customerId', 'in', ids)
    .where('plate', 'is not', null)
    .where('removedAt', 'is', null)
    .execute();
  const seesAll = may(actor.roles, 'customer.seePhone');
  return rows.map(({ id, name, phone, memberNumber }) => ({
    id,
    name,
    phone: shownPhone(phone, actor),
    memberNumber,
    plates: plates
      .filter(({ customerId }) => customerId === id)
      .slice(0, 3)
      .map(({ plate }) => String(seesAll ? plate : masked(vehicleFields.plate, plate))),
  }));
}
