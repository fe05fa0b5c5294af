import { z } from 'zod';
import { action } from '../../rpc/call.ts';
import { output } from '../../rpc/record.contract.ts';
import { passwordSchema } from '../session/session.contract.ts';

/**
 * Glossary: 示范门店 sample store: a made-up dealership in a file of its own, shown under a banner. Open while there is no
 * store yet (first run); afterwards only for who may change the settings.
 */

/** What was written, by feature: customers, vehicles, orders … */
export type SampleCounts = Readonly<Record<string, number>>;

/** Which sample: the same choice made on the same day gives the same store. */
export const sampleChoice = z.strictObject({
  customers: z.number().int().min(10).max(200_000).default(1200),
  years: z.number().int().min(1).max(10).default(3),
  seed: z.number().int().min(0).max(2_147_483_647).default(1),
  ownerName: z.string().trim().min(1, { error: 'required' }).max(40, { error: 'too-long' }).default('王建国'),
});

export const sampleContract = {
  /**
   * Makes the sample store as of today and puts it in place of an earlier one. Its owner signs in with the password given
   * here. Errors: forbidden; `rule-violated` sample-store-open.
   */
  create: action(
    'open',
    sampleChoice.extend({ password: passwordSchema }),
    output<{ counts: SampleCounts }>(),
  ),
  /** Opens the sample store in place of the own one, for every window; sessions of the own store rest. Errors: no-sample-store, sample-store-damaged. */
  open: action('open', z.strictObject({}), output<Record<string, never>>()),
  /** Back to the own store. */
  leave: action('signed-in', z.strictObject({}), output<Record<string, never>>()),
};
