import type { emergencyKinds } from '#shared/features/emergency/emergency.fields.ts';
import { saidIn, type Language } from '#shared/kernel/language.ts';
import type { Reader } from '#electron/kernel/database.ts';

/** A plan with the name of who answers for it. */
export type EmergencyPlan = {
  readonly id: number;
  readonly name: string;
  readonly kind: (typeof emergencyKinds)[number];
  readonly trigger: string;
  readonly roles: string;
  readonly steps: string;
  readonly contacts: string;
  readonly personName: string | null;
  readonly lastDrillOn: string | null;
  readonly nextDrillOn: string | null;
  readonly reviewedOn: string | null;
  readonly nextReviewOn: string | null;
  readonly confirmed: boolean;
};

/** Every plan in the order in which they were written, in the words of a language. */
export async function listEmergencyPlans(reader: Reader, language: Language): Promise<EmergencyPlan[]> {
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
      'emergency.nameEn',
      'emergency.triggerEn',
      'emergency.rolesEn',
      'emergency.stepsEn',
      'emergency.contactsEn',
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
  const said = (chinese: string, english: string | null): string => saidIn(language, chinese, english);
  return rows.map(({ nameEn, triggerEn, rolesEn, stepsEn, contactsEn, ...row }) => ({
    ...row,
    name: said(row.name, nameEn),
    trigger: said(row.trigger, triggerEn),
    roles: said(row.roles, rolesEn),
    steps: said(row.steps, stepsEn),
    contacts: said(row.contacts ?? '', contactsEn),
    kind: row.kind as EmergencyPlan['kind'], // choices are written through the field table only
    confirmed: row.confirmed === 1,
  }));
}
