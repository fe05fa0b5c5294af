import type { ChecklistLine } from '#shared/features/checklist/checklist.contract.ts';
import { textIn, type ChecklistItem } from '#shared/features/checklist/checklist.content.ts';
import type { checklistFields } from '#shared/features/checklist/checklist.fields.ts';
import { numberShown } from '#shared/kernel/scaled-number.ts';
import type { RecordOf } from '#shared/rpc/record.contract.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

export type ChecklistHead = RecordOf<typeof checklistFields>;

/** Limits are kept in thousandths of the unit. */
export const limitScale = 3;

export type ChecklistWords = {
  /** The name in the person's language. */
  readonly name: (list: { readonly name: string; readonly nameEn: string | null }) => string;
  /** Kinds of vehicle and repair classes that a list is for. */
  readonly scope: (list: Pick<ChecklistLine, 'vehicleKinds' | 'repairClasses'>, repair: boolean) => string;
  /** What an item allows: limits or number of choices; empty when nothing. */
  readonly bounds: (item: ChecklistItem) => string;
};

/** Check lists in words. */
export function useChecklistWords(): ChecklistWords {
  const { t, choice, language } = useTexts();
  const separator = language === 'en' ? ', ' : '、';
  const shown = (value: number): string => numberShown(value, limitScale);
  return {
    name: ({ name, nameEn }) => (language === 'en' && nameEn ? nameEn : name),
    scope({ vehicleKinds, repairClasses }, repair) {
      const kinds = vehicleKinds.map((kind) => choice('vehicle', 'kind', kind)).join(separator);
      const classes = repairClasses.map((one) => t(`checklist.repairClasses.${one}`)).join(separator);
      if (!repair) return kinds || t('checklist.allKinds');
      return [classes || t('checklist.allClasses'), kinds].filter((text) => text !== '').join(' · ');
    },
    bounds(item) {
      if (item.type === 'choice') return item.choices.map(({ title }) => textIn(title, language)).join(' / ');
      if (item.type !== 'number') return '';
      const { lowest, highest, unit } = item;
      if (lowest !== null && highest !== null)
        return t('checklist.limits', { lowest: shown(lowest), highest: shown(highest), unit });
      if (lowest !== null) return t('checklist.atLeast', { lowest: shown(lowest), unit });
      return highest === null ? unit : t('checklist.atMost', { highest: shown(highest), unit });
    },
  };
}
