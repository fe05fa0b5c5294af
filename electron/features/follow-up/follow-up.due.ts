import { customerFields } from '#shared/features/customer/customer.fields.ts';
import type { FollowUpLine, FollowUpPlan } from '#shared/features/follow-up/follow-up.contract.ts';
import {
  compareLines,
  isMine,
  isOpen,
  planOf,
  windowDays,
} from '#shared/features/follow-up/follow-up.rules.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { addDays } from '#shared/kernel/day.ts';
import type { Field } from '#shared/kernel/field.ts';
import { saidIn } from '#shared/kernel/language.ts';
import { may, scopeOf } from '#shared/rpc/rights.ts';
import type { Actor, QueryContext } from '#electron/kernel/handler.ts';
import { masked } from '#electron/kernel/record/record-mask.ts';
import {
  readCalls,
  readDelivered,
  readFollowUpRules,
  type Delivered,
  type StoredCall,
  type StoredRule,
} from './follow-up.repository.ts';

/** How many earlier calls stand beside the script. */
const shownEarlier = 6;

/** Whose deliveries a person may follow up: all, or those of the person's own orders. */
export const ownDeliveries = (actor: Actor): { readonly consultantId?: number } =>
  scopeOf(actor.roles, 'delivery.read') === 'all' ? {} : { consultantId: actor.personId };

/** A telephone number or plate as the person may see it. */
export const shownTo = (actor: Actor, field: Field, value: string | null): string | null =>
  field.maskedWithout === undefined || may(actor.roles, field.maskedWithout) ? value : masked(field, value);

function linesOf(
  order: Delivered,
  rules: ReadonlyMap<number, StoredRule>,
  calls: readonly StoredCall[],
  today: string,
  actor: Actor,
): FollowUpLine[] {
  const { orderedBy, consent, customerName, callerId, ...shown } = order;
  const { language } = actor;
  const last = calls.at(-1);
  const person = { personId: actor.personId, isCare: actor.roles.includes('customerCare') };
  return planOf([...rules.values()], order.deliveredOn, calls, today)
    .filter(isOpen)
    .flatMap((planned): FollowUpLine[] => {
      const rule = rules.get(planned.ruleId);
      if (!rule) return [];
      const promisedById = last?.result === 'callAgain' ? last.personId : null;
      return [
        {
          ...planned,
          ...shown,
          ruleName: saidIn(language, rule.name, rule.nameEn),
          script: saidIn(language, rule.script, rule.scriptEn),
          caller: rule.caller,
          isMine: isMine({ caller: rule.caller, consultantId: callerId, promisedById }, person),
          customerName: customerName ?? orderedBy,
          phone: shownTo(actor, customerFields.phone, order.phone),
          plate: shownTo(actor, vehicleFields.plate, order.plate),
          hasRefusedConsent: consent === 'refused',
          earlier: calls
            .slice(-shownEarlier)
            .reverse()
            .map(({ id, happenedOn, ruleName, ruleNameEn, personName, result, score, content }) => ({
              id,
              happenedOn,
              ruleName: saidIn(language, ruleName, ruleNameEn),
              personName,
              result,
              score,
              content,
            })),
        },
      ];
    });
}

/** Calls that are due today over all deliveries that the person may follow up. */
export async function readDue({ reader, actor, clock }: QueryContext): Promise<FollowUpLine[]> {
  const today = clock.today();
  const rules = await readFollowUpRules(reader);
  const from = addDays(today, -windowDays(rules));
  const orders = await readDelivered(reader, { from, until: today, ...ownDeliveries(actor) });
  const calls = await readCalls(reader, from);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return orders
    .flatMap((order) => linesOf(order, byId, calls.get(order.orderId) ?? [], today, actor))
    .sort((a, b) => compareLines(a, b, today));
}

/** Everything planned, made and missed after the deliveries to a customer. */
export async function readPlans(
  { reader, actor, clock }: QueryContext,
  customerId: number,
): Promise<FollowUpPlan[]> {
  const today = clock.today();
  const rules = await readFollowUpRules(reader);
  const from = addDays(today, -windowDays(rules));
  const orders = await readDelivered(reader, { from, until: today, customerId, ...ownDeliveries(actor) });
  const calls = orders.length === 0 ? new Map<number, StoredCall[]>() : await readCalls(reader, from);
  const names = new Map(rules.map(({ id, name, nameEn }) => [id, saidIn(actor.language, name, nameEn)]));
  return orders.map(({ orderId, orderNumber, model, deliveredOn }) => ({
    orderId,
    orderNumber,
    model,
    deliveredOn,
    calls: planOf(rules, deliveredOn, calls.get(orderId) ?? [], today).map((planned) => ({
      ...planned,
      ruleName: names.get(planned.ruleId) ?? '',
    })),
  }));
}
