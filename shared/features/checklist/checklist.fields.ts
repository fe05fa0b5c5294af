import { fieldsOf } from '../../kernel/field.ts';
import { checkPurposes } from './checklist.purpose.ts';

/** draft: never published; current: served to new checks; retired: kept and readable, no longer chosen. */
export const checklistStates = ['draft', 'current', 'retired'] as const;
export type ChecklistState = (typeof checklistStates)[number];

/** 检查表 check list: the head; what it asks lies in its editions. */
export const checklistFields = fieldsOf({
  name: { kind: 'text', required: true, max: 80, listed: true, searched: true },
  /** Shown in the English program where it is given. */
  nameEn: { kind: 'text', max: 120, listed: true, searched: true },
  purpose: { kind: 'choice', choices: checkPurposes, required: true, listed: true },
  state: {
    kind: 'choice',
    choices: checklistStates,
    required: true,
    initial: 'draft',
    computed: true,
    listed: true,
  },
  /** Number of the edition in force; null before the first publication. */
  currentEdition: { kind: 'integer', computed: true, listed: true },
  /** Which of the program's own lists it came from; null: made in the store. */
  shippedKey: { kind: 'text', max: 60, computed: true, unique: true },
});
