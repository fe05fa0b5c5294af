import { eachTouch, type OpenTouch } from './reminder-campaign.rules.ts';
import { eachOfMember, type Members } from './reminder-member.rules.ts';
import type { ReminderRule, ReminderPlan } from './reminder-plan.rules.ts';
import { place, rowLength } from './reminder-facts.ts';
import type { ReminderBasis } from './reminder-emit.rules.ts';
import { eachBirthday, eachReminder } from './reminder.rules.ts';

/** All that the engine needs for a whole store. */
export type ReminderStore = {
  /** Rows of `rowLength` numbers, one vehicle after another. */
  readonly rows: Int32Array;
  /** Days of birth as numbers, by customer. */
  readonly births: ReadonlyMap<number, number>;
  readonly members: Members;
  /** Campaigns and triggers that are open today, by customer. */
  readonly touches?: ReadonlyMap<number, readonly OpenTouch[]>;
};

/** Takes a reason to call today. `at`: where the vehicle's row begins; -1 for a customer's own. `amountFen`: see `EmitOfMember`; `touch`: of a campaign. */
export type TakeOpen = (
  at: number,
  customerId: number,
  kind: number,
  rule: ReminderRule,
  due: number,
  basis: ReminderBasis,
  amountFen: number | null,
  touch: OpenTouch | null,
) => void;

/** Every reason whose window a day lies in, over all vehicles, the customers who have one in use, the members and the customers of campaigns. */
export function eachOpen(store: ReminderStore, plan: ReminderPlan, today: number, take: TakeOpen): void {
  const { rows, births, members, touches = new Map<number, readonly OpenTouch[]>() } = store;
  let [at, customerId] = [0, 0];
  const emit = (
    kind: number,
    rule: ReminderRule,
    due: number,
    opens: number,
    ends: number,
    basis: ReminderBasis,
    amountFen: number | null = null,
    touch: OpenTouch | null = null,
  ): void => {
    if (opens <= today && today <= ends) take(at, customerId, kind, rule, due, basis, amountFen, touch);
  };
  const isCustomer = new Set<number>();
  for (at = 0; at < rows.length; at += rowLength) {
    customerId = rows[at + place.customerId] ?? 0;
    eachReminder(rows, at, plan, today, emit);
    if (births.has(customerId) && rows[at + place.inUse] === 1) isCustomer.add(customerId);
  }
  at = -1;
  if (plan.own.has('birthday'))
    for (customerId of isCustomer) eachBirthday(births.get(customerId) ?? 0, plan, today, emit);
  if (plan.own.size === 0) return;
  for (const [id, facts] of members.of) {
    customerId = id;
    eachOfMember(facts, members, plan, today, emit);
  }
  for (const [id, ofCustomer] of touches) {
    customerId = id;
    eachTouch(ofCustomer, plan, emit);
  }
}
