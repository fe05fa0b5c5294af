import type { NextOffer, offerContract, offerRuleContract } from '#shared/features/offer/offer.contract.ts';
import type { OfferKind } from '#shared/features/offer/offer.fields.ts';
import { offersOf } from '#shared/features/offer/offer.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { saidIn } from '#shared/kernel/language.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { HandlersOf, QueryContext } from '#electron/kernel/handler.ts';
import { recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { readOfferFacts } from './offer.reading.ts';
import { offerRuleRecord } from './offer.record.ts';

/** The rules that hold on a day and are switched on. */
const readRules = (reader: Reader, today: Day) =>
  reader
    .selectFrom('offerRule')
    .selectAll()
    .where('removedAt', 'is', null)
    .where('active', '=', 1)
    .where('validFrom', '<=', today)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>=', today)]))
    .orderBy('id')
    .$narrowType<{ kind: OfferKind }>() // written through the field table only
    .execute();

async function readOffers(context: QueryContext, customerId: number): Promise<NextOffer[]> {
  const { reader, actor, clock } = context;
  const today = clock.today();
  const rules = await readRules(reader, today);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return offersOf(await readOfferFacts(context, customerId), rules, today).map((offer) => {
    const rule = byId.get(offer.ruleId);
    return {
      ...offer,
      ruleName: saidIn(actor.language, rule?.name ?? '', rule?.nameEn ?? null),
      words: saidIn(actor.language, rule?.words ?? '', rule?.wordsEn ?? null),
      source: rule?.source ?? '',
      confirmed: rule?.confirmed === 1,
    };
  });
}

export const offerHandlers: HandlersOf<typeof offerContract> = {
  ofCustomer: ({ customerId }, context) => readOffers(context, customerId),
};

export const offerRuleHandlers: HandlersOf<typeof offerRuleContract> = recordHandlers(offerRuleRecord);
