import { z } from 'zod';
import { query } from '../../rpc/call.ts';
import { output, recordCalls } from '../../rpc/record.contract.ts';
import { lemonRuleFields } from './lemon.fields.ts';
import type { LemonStanding } from './lemon.rules.ts';

/** Glossary: 三包 three guarantees (repair, replacement, return), 备用车 spare vehicle. */
export const lemonRuleContract = {
  ...recordCalls(lemonRuleFields, { read: 'vehicle.read', write: 'rule.write', remove: 'rule.write' }),
  /** 三包 counts of one vehicle; null where 三包 does not cover it. */
  standing: query(
    'vehicle.read',
    z.strictObject({ vehicleId: z.number().int().positive() }),
    output<{ readonly standing: LemonStanding | null }>(),
  ),
};
