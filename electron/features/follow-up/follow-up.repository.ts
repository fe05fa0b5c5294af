import { sql, type RawBuilder } from 'kysely';
import type { EarlierCall } from '#shared/features/follow-up/follow-up.contract.ts';
import type { FollowUpCaller, FollowUpResult } from '#shared/features/follow-up/follow-up.fields.ts';
import type { FollowUpRule, MadeCall } from '#shared/features/follow-up/follow-up.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

export type StoredRule = FollowUpRule & {
  readonly name: string;
  readonly nameEn: string | null;
  readonly script: string;
  readonly scriptEn: string | null;
  readonly caller: FollowUpCaller;
};

/** Rules that nobody took away; which of them holds for a delivery is told by their days. */
export async function readFollowUpRules(reader: Reader | Writer): Promise<StoredRule[]> {
  return reader
    .selectFrom('followUpRule')
    .select([
      'id',
      'name',
      'nameEn',
      'dayAfter',
      'repeatDays',
      'untilDay',
      'openDays',
      'caller',
      'script',
      'scriptEn',
      'validFrom',
      'validTo',
    ]) // prettier-ignore
    .where('removedAt', 'is', null)
    .$narrowType<{ caller: FollowUpCaller }>()
    .execute();
}

/** Which deliveries are asked for. */
export type DeliveredFilter = {
  readonly from: Day;
  readonly until: Day;
  readonly consultantId?: number;
  readonly customerId?: number;
  readonly orderId?: number;
};

/**
 * Who calls after a delivery: the consultant of the order, or whoever the customer was given to since, or who has the customer when
 * the consultant has left. The order keeps its consultant.
 */
const callingConsultant = (today: Day): RawBuilder<number | null> => sql<
  number | null
>`case when customer.consultant_id is not null and (
    exists (select 1 from assignment where assignment.customer_id = customer.id
      and assignment.from_id = vehicle_order.consultant_id and substr(assignment.at, 1, 10) >= vehicle_order.delivered_on)
    or exists (select 1 from person gone where gone.id = vehicle_order.consultant_id
      and (gone.removed_at is not null or gone.left_on <= ${today})))
  then customer.consultant_id else vehicle_order.consultant_id end`;

/** Orders delivered in a span, with customer, vehicle and consultant. A vehicle that went on ends all calls. */
export async function readDelivered(reader: Reader | Writer, asked: DeliveredFilter) {
  const calling = callingConsultant(asked.until);
  return reader
    .selectFrom('vehicleOrder')
    .leftJoin('customer', 'customer.id', 'vehicleOrder.customerId')
    .leftJoin('person', 'person.id', 'vehicleOrder.consultantId')
    .leftJoin('vehicle', (join) =>
      join.onRef('vehicle.vin', '=', 'vehicleOrder.vin').on('vehicle.removedAt', 'is', null),
    )
    .select([
      'vehicleOrder.id as orderId',
      'vehicleOrder.number as orderNumber',
      'vehicleOrder.deliveredOn',
      'vehicleOrder.customerId',
      'vehicleOrder.customerName as orderedBy',
      'vehicleOrder.model',
      'vehicleOrder.consultantId',
      calling.as('callerId'),
      'customer.name as customerName',
      'customer.phone',
      'customer.consent',
      'person.name as consultantName',
      'vehicle.plate',
    ]) // prettier-ignore
    .where('vehicleOrder.state', '=', 'delivered')
    .where('vehicleOrder.removedAt', 'is', null)
    .where('vehicleOrder.deliveredOn', '>=', asked.from)
    .where('vehicleOrder.deliveredOn', '<=', asked.until)
    .where((where) => where.or([where('vehicle.id', 'is', null), where('vehicle.state', '=', 'inUse')]))
    .$if(asked.consultantId !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where('vehicleOrder.consultantId', '=', asked.consultantId ?? 0),
          where(calling, '=', asked.consultantId ?? 0),
        ]),
      ),
    )
    .$if(asked.customerId !== undefined, (query) =>
      query.where('vehicleOrder.customerId', '=', asked.customerId ?? 0),
    )
    .$if(asked.orderId !== undefined, (query) => query.where('vehicleOrder.id', '=', asked.orderId ?? 0))
    .orderBy('vehicleOrder.deliveredOn', 'desc')
    .orderBy('vehicleOrder.id', 'desc')
    .$narrowType<{ deliveredOn: Day }>()
    .execute();
}

export type Delivered = Awaited<ReturnType<typeof readDelivered>>[number];

export type StoredCall = MadeCall &
  EarlierCall & {
    readonly orderId: number;
    readonly personId: number | null;
    readonly ruleNameEn: string | null;
  };

/** Calls about deliveries since a day, by order and in the order in which they were made; of one order where it is named. */
export async function readCalls(
  reader: Reader | Writer,
  since: Day,
  orderId?: number,
): Promise<ReadonlyMap<number, readonly StoredCall[]>> {
  const rows = await reader
    .selectFrom('followUp')
    .innerJoin('followUpRule', 'followUpRule.id', 'followUp.followUpRuleId')
    .leftJoin('person', 'person.id', 'followUp.personId')
    .select([
      'followUp.id',
      'followUp.orderId',
      'followUp.followUpRuleId as ruleId',
      'followUp.dueOn',
      'followUp.happenedOn',
      'followUp.result',
      'followUp.nextOn',
      'followUp.score',
      'followUp.content',
      sql<number | null>`coalesce(follow_up.next_by_id, follow_up.person_id)`.as('personId'),
      'followUpRule.name as ruleName',
      'followUpRule.nameEn as ruleNameEn',
      'person.name as personName',
    ]) // prettier-ignore
    .where('followUp.removedAt', 'is', null)
    .where('followUp.orderId', 'is not', null)
    .where('followUp.happenedOn', '>=', since)
    .$if(orderId !== undefined, (query) => query.where('followUp.orderId', '=', orderId ?? 0))
    .orderBy('followUp.happenedOn')
    .orderBy('followUp.id')
    .execute();
  const calls = rows.flatMap((row): StoredCall[] =>
    row.orderId === null || row.ruleId === null || row.dueOn === null
      ? []
      : [
          {
            ...row,
            orderId: row.orderId,
            ruleId: row.ruleId,
            dueOn: row.dueOn,
            result: row.result as FollowUpResult | null, // written through the field table only
          },
        ],
  );
  return Map.groupBy(calls, (call) => call.orderId);
}

/** The call that raised a complaint, if one did. */
export const followUpOfComplaint = (
  reader: Reader,
  complaintId: number,
): Promise<{ id: number; happenedOn: Day } | undefined> =>
  reader
    .selectFrom('followUp')
    .select(['id', 'happenedOn'])
    .where('complaintId', '=', complaintId)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
