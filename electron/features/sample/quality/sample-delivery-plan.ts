import type { CheckPurpose } from '#shared/features/checklist/checklist.content.ts';
import type { VehicleKind } from '#shared/features/vehicle/vehicle.rules.ts';
import { dayFromNumber, dayNumber, type Day } from '#shared/kernel/day.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { sampleRandom } from '../sample-random.ts';
import type { PlannedCheck } from './sample-check-plan.ts';
import { instantOf, type Workers } from './sample-shop.ts';

/** A delivery before it is written. */
export type PlannedDelivery = {
  readonly orderId: number;
  readonly customerId: number;
  readonly customerName: string;
  readonly consultantId: number;
  readonly plannedOn: Day;
  readonly stockId: number;
  readonly vin: string;
  readonly kind: VehicleKind;
  /** Day number of the hand-over; null: still ahead. */
  readonly handedOver: number | null;
  /** 车辆准备 and 交车仪式, carried out like any check. */
  readonly checks: readonly PlannedCheck[];
  /** Everything that goes along lies ready. */
  readonly isReady: boolean;
};

type Row = Omit<PlannedDelivery, 'handedOver' | 'checks' | 'isReady'> & {
  readonly model: string;
  readonly leftOn: Day | null;
};

/** The store writes hand-over sheets since so many days; what comes is planned so many days ahead, or late by some. */
const span = { behind: 60, ahead: 21, late: 8 };

/** Minutes of the store's day, after the last PDI of the same day (sample-check-plan.ts). */
const minutes = { preparation: 850, ceremony: 864 } as const;
const thisMorning = { preparation: 584, ceremony: 588 } as const;

type Shop = { readonly workers: Workers; readonly seed: number; readonly today: number };

function checkOf(shop: Shop, row: Row, purpose: 'preparation' | 'ceremony', day: number): PlannedCheck {
  const random = sampleRandom(shop.seed, `${purpose} ${row.vin}`);
  const signer =
    purpose === 'ceremony'
      ? shop.workers.byId(row.consultantId)
      : shop.workers.onDuty(random, '维修技师', day);
  return {
    subject: {
      stockId: row.stockId,
      repairId: null,
      repairNumber: null,
      vin: row.vin,
      plate: null,
      model: row.model,
      vehicleKind: row.kind,
      repairClass: null,
      odometerKm: null,
    },
    purpose: purpose satisfies CheckPurpose,
    state: 'passed',
    round: 1,
    previous: null,
    signer,
    at: instantOf(day, (day === shop.today ? thisMorning : minutes)[purpose]),
    mender: signer,
    isMended: true,
  };
}

/**
 * Deliveries of the last weeks, and those of orders that have their vehicle and a day soon, by day. `checked`: stock vehicles
 * whose three PDI have passed; they are prepared too.
 */
export function planDeliveries(
  sqlite: Sqlite,
  shop: Shop,
  checked: ReadonlySet<number | null>,
): readonly PlannedDelivery[] {
  const { today } = shop;
  const rows = sqlite
    .prepare(
      `select o.id as orderId, o.customer_id as customerId, o.customer_name as customerName,
        o.consultant_id as consultantId, o.planned_on as plannedOn, s.id as stockId, s.vin, s.kind, s.model,
        s.left_on as leftOn
       from vehicle_order o join stock s on s.id = o.stock_id
       where o.quantity = 1 and o.customer_id is not null and o.consultant_id is not null and (
         (o.state = 'delivered' and s.left_on between ? and ?
           and s.vin not in (select vin from repair where vin is not null)
           and s.vin not in (select v.vin from repair r join vehicle v on v.id = r.vehicle_id where v.vin is not null))
         or (o.state = 'allocated' and s.state = 'reserved' and s.left_on is null and o.planned_on between ? and ?))
       order by coalesce(s.left_on, '9999'), o.planned_on, o.id`,
    )
    .all(
      dayFromNumber(today - span.behind),
      dayFromNumber(today),
      dayFromNumber(today - span.late),
      dayFromNumber(today + span.ahead),
    ) as Row[]; // the columns named
  return rows.map(({ leftOn, model, ...row }, index) => {
    const handedOver = leftOn === null ? null : dayNumber(leftOn);
    const full = { ...row, model, leftOn };
    const isChecked = handedOver !== null || checked.has(row.stockId);
    const isPrepared = isChecked || index % 3 === 0;
    const checks = isPrepared ? [checkOf(shop, full, 'preparation', handedOver ?? today)] : [];
    if (handedOver !== null) checks.push(checkOf(shop, full, 'ceremony', handedOver));
    return { ...row, handedOver, checks, isReady: isChecked || index % 4 === 0 };
  });
}
