import {
  gradesAt,
  measureOf,
  reasonBitsAt,
  reasonsOf,
  riskOf,
  riskPoints,
  segmentOf,
  type PortraitMeasure,
} from '#shared/features/portrait/portrait.rules.ts';
import { moneyPlace, place, type PortraitBase } from '#shared/features/portrait/portrait-facts.ts';
import { missingOf } from '#shared/features/portrait/portrait-file.rules.ts';
import type { PortraitView, ShownReason } from '#shared/features/portrait/portrait-views.ts';
import type { RiskReason } from '#shared/features/portrait/portrait.content.ts';
import { none } from '#shared/features/reminder/reminder-facts.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { dayFromNumber, dayNumber } from '#shared/kernel/day.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { shownTo } from '../follow-up/follow-up.due.ts';
import { rowsIn } from '#electron/kernel/read-rows.ts';
import { readPortraitBase } from './portrait.base.ts';
import { readCircle } from './portrait.circle.ts';
import { ruleOn } from './portrait.edition.ts';
import { readPreferences } from './portrait.preference.ts';
import { sightOf, type PortraitSight } from './portrait.sight.ts';

/** Reasons that are read from visits. */
const ofVisits: readonly RiskReason[] = ['lostPast', 'regularPast', 'firstPast', 'rhythm'];

/** A reason with the facts that it was read from. */
function shownReason(
  reason: RiskReason,
  { rows }: PortraitBase,
  measure: PortraitMeasure,
  sight: PortraitSight,
): ShownReason {
  const of = (which: keyof typeof place): number => rows[place[which]] ?? none;
  const away = Math.max(of('lastVisit'), of('lastPurchase'));
  const days: Readonly<Partial<Record<RiskReason, number>>> = {
    lostPast: away,
    regularPast: of('lastVisit'),
    firstPast: of('lastPurchase'),
    rhythm: of('lastVisit'),
    complaintGrave: of('majorOn'),
    lowScore: of('scoreOn'),
    insuredElsewhere: of('insuredOn'),
    doneElsewhere: of('elsewhereOn'),
    vehicleOld: of('youngest'),
  };
  const on = days[reason] ?? none;
  const isHidden = on === none || (ofVisits.includes(reason) && !sight.visits);
  const isScore = reason === 'lowScore';
  const known = (value: number): number | null => (value === none ? null : value);
  return {
    reason,
    points: measure.terms.weights[reason],
    on: isHidden ? null : dayFromNumber(on),
    days: isHidden ? null : measure.today - on,
    usualDays:
      reason === 'rhythm' && sight.visits
        ? Math.round((of('lastVisit') - of('firstVisit')) / (of('visitDays') - 1))
        : null,
    count: reason === 'vehicleGone' || reason === 'allGone' ? of('gone') : null,
    scoreHundredths: isScore ? known(of('score')) : null,
    recommend: isScore ? known(of('recommend')) : null,
  };
}

/** 画像 of one customer. Error: `not-found`. */
export async function readPortrait(context: QueryContext, customerId: number): Promise<PortraitView> {
  const { reader, actor, clock } = context;
  const today = clock.today();
  const customer = await reader
    .selectFrom('customer')
    .selectAll()
    .where('id', '=', customerId)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!customer) throw notFound('customer', customerId);
  const { content: terms, edition, confirmed } = await ruleOn(reader, today);
  const base = await readPortraitBase(rowsIn(reader), today, [customerId]);
  const measure = measureOf(terms, dayNumber(today));
  const sight = sightOf(actor);
  const grades = gradesAt(base, 0, measure);
  const bits = reasonBitsAt(base, 0, measure);
  const vehicles = await reader
    .selectFrom('vehicle')
    .selectAll()
    .where('customerId', '=', customerId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();
  const circle = await readCircle(context, customer, vehicles);
  const { items, of } = missingOf({ customer, vehicles, contacts: circle.contacts.length });
  const plates = new Map(vehicles.map(({ id, plate }) => [id, plate]));
  const money = (name: keyof typeof moneyPlace): number => base.money[moneyPlace[name]] ?? 0;
  const lastTrade = base.rows[place.lastTrade] ?? none;
  const seesAll = sight.visits && sight.orders;
  return {
    segment: segmentOf(grades, terms),
    risk: riskOf(bits, terms),
    riskPoints: riskPoints(bits, terms),
    recencyDays: lastTrade === none || !sight.visits ? null : measure.today - lastTrade,
    lastOn: lastTrade === none || !sight.visits ? null : dayFromNumber(lastTrade),
    visitsInYear: sight.visits ? (base.rows[place.visitsInYear] ?? 0) : null,
    repairsYearFen: sight.visits ? money('repairsYear') : null,
    repairsFen: sight.visits ? money('repairs') : null,
    ordersYearFen: sight.orders ? money('ordersYear') : null,
    ordersFen: sight.orders ? money('orders') : null,
    recencyPoints: sight.visits ? grades.recency : null,
    frequencyPoints: sight.visits ? grades.frequency : null,
    moneyPoints: seesAll ? grades.money : null,
    reasons: reasonsOf(bits).map((reason) => shownReason(reason, base, measure, sight)),
    preferences: await readPreferences(context, customerId, sight),
    circle,
    missing: items.map((item) => ({
      ...item,
      plate:
        item.feature === 'vehicle' && item.id !== null
          ? shownTo(actor, vehicleFields.plate, plates.get(item.id) ?? null)
          : null,
    })),
    missingOf: of,
    rule: { edition, confirmed },
  };
}
