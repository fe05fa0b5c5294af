import type { Bilingual, ChecklistItem, ChecklistSection } from '../checklist.content.ts';

/** Words in which the program's own check lists are written: Chinese and English side by side. */
export type Two = readonly [chinese: string, english: string];

const two = ([zh, en]: Two): Bilingual => ({ zh, en });

/** A figure that was not seen in its source, or that the store must set itself: said beside the item. */
export const pleaseCheck = ([zh, en]: Two): Two => [`${zh}（请核对）`, `${en} (please check)`];

type Demand = Partial<Pick<ChecklistItem, 'required' | 'ngNote' | 'ngPhoto'>> & {
  readonly mayNotApply?: boolean;
};
/** NG must be shown by a photo too. */
export const withPhoto: Demand = { ngPhoto: true };
/** Not every vehicle of the kind has it. */
export const ifFitted: Demand = { mayNotApply: true };
export const ifFittedWithPhoto: Demand = { mayNotApply: true, ngPhoto: true };
export const optional: Demand = { required: false };

function base(code: string, title: Two, standard: Two | undefined, demand: Demand) {
  const { mayNotApply: _own, ...rest } = demand;
  return {
    code,
    title: two(title),
    ...(standard ? { standard: two(standard) } : {}),
    required: true,
    ngNote: true,
    ngPhoto: false,
    ...rest,
  };
}

export const okNg = (code: string, title: Two, standard?: Two, demand: Demand = {}): ChecklistItem => ({
  ...base(code, title, standard, demand),
  type: 'okNg',
  mayNotApply: demand.mayNotApply ?? false,
});

/** Limits in the unit itself, both included; null: none. At most three decimals. */
export const number = (
  code: string,
  title: Two,
  [unit, lowest, highest]: readonly [unit: string, lowest: number | null, highest: number | null],
  standard?: Two,
  demand: Demand = {},
): ChecklistItem => ({
  ...base(code, title, standard, demand),
  type: 'number',
  mayNotApply: demand.mayNotApply ?? false,
  unit,
  lowest: lowest === null ? null : Math.round(lowest * 1000),
  highest: highest === null ? null : Math.round(highest * 1000),
});

/** `!` before a value marks it as NG. */
export const choice = (
  code: string,
  title: Two,
  choices: readonly (readonly [value: string, title: Two])[],
  standard?: Two,
  demand: Demand = {},
): ChecklistItem => ({
  ...base(code, title, standard, demand),
  type: 'choice',
  choices: choices.map(([value, name]) => ({
    value: value.replace('!', ''),
    title: two(name),
    isNg: value.startsWith('!'),
  })),
});

export const text = (code: string, title: Two, standard?: Two, demand: Demand = {}): ChecklistItem => ({
  ...base(code, title, standard, { ngNote: false, ...demand }),
  type: 'text',
});

export const photo = (code: string, title: Two, standard?: Two, demand: Demand = {}): ChecklistItem => ({
  ...base(code, title, standard, { ngNote: false, ...demand }),
  type: 'photo',
});

export const section = (
  code: string,
  title: Two,
  ...items: readonly (ChecklistItem | readonly ChecklistItem[])[]
): ChecklistSection => ({ code, title: two(title), items: items.flat() });
