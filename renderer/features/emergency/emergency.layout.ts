import { emergencyFields } from '#shared/features/emergency/emergency.fields.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { FormGroup, RecordLayout } from '#renderer/components/record-form/record-layout.ts';

const dates: FormGroup = {
  name: 'dates',
  fields: ['drillMonths', 'lastDrillOn', 'nextDrillOn', 'reviewMonths', 'reviewedOn', 'nextReviewOn'],
};
const chinese = (name: 'content' | 'chinese'): FormGroup => ({
  name,
  fields: ['trigger', 'roles', 'steps', 'contacts'],
});
const english = (name: 'content' | 'english'): FormGroup => ({
  name,
  fields: ['triggerEn', 'rolesEn', 'stepsEn', 'contactsEn'],
});

const groups: Readonly<Record<Language, readonly FormGroup[]>> = {
  'zh-CN': [
    { name: 'basic', fields: ['name', 'nameEn', 'kind', 'personId'] },
    chinese('content'),
    dates,
    { name: 'validity', fields: ['source', 'confirmed'] },
    english('english'),
  ],
  en: [
    { name: 'basic', fields: ['nameEn', 'name', 'kind', 'personId'] },
    english('content'),
    dates,
    { name: 'validity', fields: ['sourceEn', 'confirmed'] },
    chinese('chinese'),
  ],
};

/** The words in the reader's language come first, those in the other one last. */
const layoutIn = (language: Language): RecordLayout => ({
  feature: 'emergency',
  fields: emergencyFields,
  title: ['name'],
  titleEn: 'nameEn',
  usualSort: [{ field: 'id', descending: false }],
  groups: groups[language],
});

export const emergencyLayouts: Readonly<Record<Language, RecordLayout>> = {
  'zh-CN': layoutIn('zh-CN'),
  en: layoutIn('en'),
};
