import { z } from 'zod';
import { query } from '../../rpc/call.ts';
import { output, recordCalls } from '../../rpc/record.contract.ts';
import { offerRuleFields } from './offer.fields.ts';
import type { Offer } from './offer.rules.ts';

/** An offer with the rule's words and source, in the person's language. */
export type NextOffer = Offer & {
  readonly ruleName: string;
  readonly words: string;
  readonly source: string;
  readonly confirmed: boolean;
};

/** Glossary: 下一步推荐 next best offer, 推荐规则 offer rule. */
export const offerContract = {
  /** The best first. Without due items and last works for who may not read those. Error: `not-found`. */
  ofCustomer: query(
    'campaign.read',
    z.strictObject({ customerId: z.number().int().positive() }),
    output<readonly NextOffer[]>(),
  ),
};

export const offerRuleContract = recordCalls(offerRuleFields, {
  read: 'campaign.read',
  write: 'rule.write',
  remove: 'rule.write',
});
