import type { lemonRuleContract } from '#shared/features/lemon/lemon.contract.ts';
import { lemonStanding } from '#shared/features/lemon/lemon.rules.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { lemonRuleRecord } from './lemon.record.ts';
import { readLemonRepairs, readLemonRules, readLemonVehicle } from './lemon.repository.ts';

export const lemonRuleHandlers: HandlersOf<typeof lemonRuleContract> = {
  ...recordHandlers(lemonRuleRecord),
  async standing({ vehicleId }, { reader, clock }) {
    const vehicle = await readLemonVehicle(reader, vehicleId);
    if (!vehicle) throw notFound('vehicle', vehicleId);
    const repairs = await readLemonRepairs(reader, vehicleId);
    const rules = await readLemonRules(reader);
    return { standing: lemonStanding(vehicle, repairs, rules, clock.now()) ?? null };
  },
};
