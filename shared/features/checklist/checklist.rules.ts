import type { VehicleKind } from '../vehicle/vehicle.rules.ts';
import type { CheckPurpose, ChecklistContent, ChecklistItem, RepairClass } from './checklist.content.ts';

/** What was answered to one item. Numbers in thousandths of the item's unit. */
export type ItemAnswer = {
  /** `okNg`, and "not applicable" of a number. */
  readonly result: 'ok' | 'ng' | 'notApplicable' | null;
  readonly number: number | null;
  readonly choice: string | null;
  readonly text: string | null;
  /** Remark beside any answer; what NG may demand. */
  readonly note: string | null;
  /** Photos taken for the item. */
  readonly photos: number;
};

export const noAnswer: ItemAnswer = {
  result: null,
  number: null,
  choice: null,
  text: null,
  note: null,
  photos: 0,
};

/** What an item comes to: `open` while nothing was answered. */
export type ItemVerdict = 'ok' | 'ng' | 'notApplicable' | 'open';

/** 判定: the verdict follows from the answer; nobody types it. */
export function itemVerdict(item: ChecklistItem, answer: ItemAnswer): ItemVerdict {
  switch (item.type) {
    case 'okNg':
      if (answer.result === 'notApplicable' && !item.mayNotApply) return 'open';
      return answer.result ?? 'open';
    case 'number': {
      if (answer.result === 'notApplicable' && item.mayNotApply) return 'notApplicable';
      if (answer.number === null) return 'open';
      const low = item.lowest !== null && answer.number < item.lowest;
      const high = item.highest !== null && answer.number > item.highest;
      return low || high ? 'ng' : 'ok';
    }
    case 'choice': {
      const chosen = item.choices.find(({ value }) => value === answer.choice);
      return chosen ? (chosen.isNg ? 'ng' : 'ok') : 'open';
    }
    case 'text':
      return (answer.text ?? '').trim() === '' ? 'open' : 'ok';
    case 'photo':
      return answer.photos > 0 ? 'ok' : 'open';
  }
}

export type ItemLack = 'answer' | 'note' | 'photo';

/** What an item still lacks before its check can be finished; null when nothing. */
export function itemLack(item: ChecklistItem, answer: ItemAnswer): ItemLack | null {
  const verdict = itemVerdict(item, answer);
  if (verdict === 'open') return item.required ? 'answer' : null;
  if (verdict !== 'ng') return null;
  if (item.ngNote && (answer.note ?? '').trim() === '') return 'note';
  return item.ngPhoto && answer.photos === 0 ? 'photo' : null;
}

export type ChecklistMatch = {
  readonly purpose: CheckPurpose;
  readonly vehicleKind: VehicleKind | null;
  readonly repairClass: RepairClass | null;
};

/** How closely a published list fits: undefined not at all, else higher is closer. */
function fit(content: ChecklistContent, match: ChecklistMatch): number | undefined {
  const one = <T>(list: readonly T[], value: T | null): number | undefined =>
    list.length === 0 ? 0 : value !== null && list.includes(value) ? 1 : undefined;
  const kind = one(content.vehicleKinds, match.vehicleKind);
  const repair = one(content.repairClasses, match.repairClass);
  return kind === undefined || repair === undefined ? undefined : kind * 2 + repair;
}

/**
 * The list that serves a check: of the purpose, fitting kind of vehicle and repair class; the closest fit, among equals
 * the newest (highest id). Undefined when the store has none.
 */
export function chooseChecklist<
  List extends { readonly id: number; readonly purpose: CheckPurpose; readonly content: ChecklistContent },
>(lists: readonly List[], match: ChecklistMatch): List | undefined {
  return lists
    .filter(({ purpose }) => purpose === match.purpose)
    .map((list) => ({ list, fit: fit(list.content, match) }))
    .filter((one): one is { list: List; fit: number } => one.fit !== undefined)
    .sort((a, b) => b.fit - a.fit || b.list.id - a.list.id)[0]?.list;
}
