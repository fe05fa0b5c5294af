import { textIn, type ChecklistItem } from '../features/checklist/checklist.content.ts';
import type { Language } from '../kernel/language.ts';
import { numberShown } from '../kernel/scaled-number.ts';
import { filled } from './filled.ts';
import { inspectionPageText } from './inspection.text.ts';

type NumberItem = Extract<ChecklistItem, { type: 'number' }>;

/** Numbers of check lists are kept in thousandths of the unit. */
const scale = 3;

/** The limits of a measured item in words; empty when it has none. */
export function limitsText({ lowest, highest, unit }: NumberItem, language: Language): string {
  const { limits, atLeast, atMost } = inspectionPageText[language].check;
  const shown = (value: number | null): string => (value === null ? '' : numberShown(value, scale));
  const within = lowest !== null && highest !== null ? limits : lowest !== null ? atLeast : atMost;
  if (lowest === null && highest === null) return '';
  return filled(within, { lowest: shown(lowest), highest: shown(highest), unit }).trim();
}

/** What good looks like: the item's standard and its limits. */
export function standardText(item: ChecklistItem, language: Language): string {
  const limits = item.type === 'number' ? limitsText(item, language) : '';
  return [item.standard ? textIn(item.standard, language) : '', limits]
    .filter((part) => part !== '')
    .join(' · ');
}
