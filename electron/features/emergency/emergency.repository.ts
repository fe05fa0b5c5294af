import type { emergencyKinds } from '#shared/features/emergency/emergency.fields.ts';
import type { Reader } from '#electron/kernel/database.ts';

/** A plan with the name of who answers for it. */
export type EmergencyPlan = {
  readonly id: number;
  readonly name: string;
  readonly kind: (typeof emergencyKinds)[number];
  readonly trigger: string;
  readonly roles: string;
  readonly steps: string;
  readonly contacts: string | null;
  readonly personName: string | null;
  readonly lastDrillOn: string | null;
  readonly nextDrillOn: string | null;
  readonly reviewedOn: string | null;
  readonly nextReviewOn: string | null;
  readonly confirmed: boolean;
};

/** Every plan, by kind and name. */
export async function listEmergencyPlans(reader: Reader): Promise<EmergencyPlan[]> {
  const rows = await reader
    .selectFrom('emergency')
    .leftJoin('person', 'person.id', 'emergency.personId')
    .select([
      'emergency.id',
      'emergency.name',
      'emergency.kind',
      'emergency.trigger',
      'emergency.roles',
      'emergency.steps',
      'emergency.contacts',
      'emergency.lastDrillOn',
      'emergency.nextDrillOn',
      'emergency.reviewedOn',
      'emergency.nextReviewOn',
      'emergency.confirmed',
      'person.name as personName',
    ])
    .where('emergency.removedAt', 'is', null)
    .orderBy('emergency.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: row.kind as EmergencyPlan['kind'], // choices are written through the field table only
    confirmed: row.confirmed === 1,
  }));
}
