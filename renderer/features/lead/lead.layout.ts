import { leadFields } from '#shared/features/lead/lead.fields.ts';
import { testDriveMarked, visitMarked } from '#shared/features/lead/lead.rules.ts';
import type { FormValues } from '#renderer/components/record-form/draft-store.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';
import { nameOfChosen } from '#renderer/components/record-form/name-of-chosen.ts';

/** A day that is typed says as much as the key that marks today. */
function marked(values: FormValues, changed: string): FormValues {
  const day = values[changed];
  if (typeof day !== 'string') return values;
  if (changed === 'visitedOn') return visitMarked(values, day);
  return changed === 'testDrivenOn' ? testDriveMarked(values, day) : values;
}

export const leadLayout: RecordLayout = {
  feature: 'lead',
  fields: leadFields,
  title: ['customerName'],
  startsToday: ['arrivedOn'],
  usualSort: [{ field: 'arrivedOn', descending: true }],
  importHref: '/import',
  groups: [
    { name: 'customer', fields: ['customerName', 'phone', 'customerId'] },
    { name: 'basic', fields: ['arrivedOn', 'channel', 'model', 'state', 'consultantId'] },
    { name: 'progress', fields: ['visitedOn', 'testDrivenOn', 'nextContactOn', 'closedOn', 'lostReason'] },
    { name: 'note', fields: ['note'] },
  ],
  derive: (values, changed, label) =>
    nameOfChosen('customerId', 'customerName')(marked(values, changed), changed, label),
};
