import { z } from 'zod';
import type { Language } from '../../kernel/language.ts';
import { vehicleKinds } from '../vehicle/vehicle.fields.ts';
import { repairClasses } from './checklist.purpose.ts';

export {
  checkPurposes,
  pdiPurposes,
  repairClasses,
  repairPurposes,
  type CheckPurpose,
  type PdiPurpose,
  type RepairClass,
  type RepairPurpose,
} from './checklist.purpose.ts';

/**
 * What a check list (检查表) asks. Published content is never changed: a running check keeps its edition, and every
 * edition stays readable.
 */

/** A text of the store; `en` is shown in the English program where it is given. Empty only in a draft. */
const bilingual = (max: number) =>
  z.strictObject({
    zh: z.string().trim().max(max, { error: 'too-long' }),
    en: z.string().trim().max(max, { error: 'too-long' }).optional(),
  });
export type Bilingual = z.infer<ReturnType<typeof bilingual>>;

/** The text in a language; Chinese where there is no English. */
export const textIn = (text: Bilingual, language: Language): string =>
  language === 'en' && text.en ? text.en : text.zh;

/** Letters, digits, dots and hyphens: the same code in several lists is the same thing looked at again. */
const codePattern = /^[a-z0-9][a-z0-9.-]{0,59}$/u;
const code = z.string().trim().max(60, { error: 'too-long' });

const base = {
  code,
  title: bilingual(120),
  /** What good looks like, beside the item. */
  standard: bilingual(300).optional(),
  /** An unanswered item keeps the check open. */
  required: z.boolean(),
  /** What NG demands. */
  ngNote: z.boolean(),
  ngPhoto: z.boolean(),
};

/** A number in thousandths of its unit, so that 7.85 bar is exact. */
const thousandths = z
  .number()
  .int({ error: 'not-a-number' })
  .min(-9_000_000_000, { error: 'too-small' })
  .max(9_000_000_000, { error: 'too-large' });

const checklistItem = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('okNg'), mayNotApply: z.boolean() }),
  z.strictObject({
    ...base,
    type: z.literal('number'),
    mayNotApply: z.boolean(),
    unit: z.string().trim().max(20, { error: 'too-long' }),
    /** Limits in thousandths of the unit, both included; outside is NG. */
    lowest: thousandths.nullable(),
    highest: thousandths.nullable(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('choice'),
    choices: z.array(z.strictObject({ value: code, title: bilingual(60), isNg: z.boolean() })).max(20),
  }),
  z.strictObject({ ...base, type: z.literal('text') }),
  z.strictObject({ ...base, type: z.literal('photo') }),
]);
export type ChecklistItem = z.infer<typeof checklistItem>;
export type ItemType = ChecklistItem['type'];
/** In the order in which an editor offers them. */
export const itemTypes = ['okNg', 'number', 'choice', 'text', 'photo'] as const satisfies readonly ItemType[];

const checklistSection = z.strictObject({
  code,
  title: bilingual(80),
  items: z.array(checklistItem).max(120),
});
export type ChecklistSection = z.infer<typeof checklistSection>;

/** What a draft may hold while it is written: the shape and its bounds, with gaps. */
export const checklistDraft = z.strictObject({
  /** Kinds of vehicles it is for; empty: all. */
  vehicleKinds: z.array(z.enum(vehicleKinds)).max(vehicleKinds.length),
  /** Repair classes it is for; empty: all. Only lists of the three levels have some. */
  repairClasses: z.array(z.enum(repairClasses)).max(repairClasses.length),
  /** A damage map (车身损伤图) belongs to the check. */
  damageMap: z.boolean(),
  sections: z.array(checklistSection).max(40),
});
export type ChecklistContent = z.infer<typeof checklistDraft>;

/** Why a content cannot be published yet; `issue` is the key of a sentence beside the field. */
export type ContentProblem = { readonly path: readonly (string | number)[]; readonly issue: string };

/**
 * What still stands between a draft and its publication. Issues: `required`, `not-a-code`, `code-taken`, `limits-crossed`,
 * `too-few-choices`, `value-taken`.
 */
export function contentProblems(content: ChecklistContent): readonly ContentProblem[] {
  const problems: ContentProblem[] = [];
  const tell = (issue: string, ...path: (string | number)[]): void => void problems.push({ path, issue });
  const codes = { section: new Set<string>(), item: new Set<string>() };
  const checkCode = (value: string, known: Set<string>, ...path: (string | number)[]): void => {
    if (!codePattern.test(value)) tell('not-a-code', ...path, 'code');
    else if (known.has(value)) tell('code-taken', ...path, 'code');
    known.add(value);
  };
  if (content.sections.length === 0) tell('required', 'sections');
  content.sections.forEach((section, s) => {
    const at = ['sections', s] as const;
    checkCode(section.code, codes.section, ...at);
    if (section.title.zh === '') tell('required', ...at, 'title', 'zh');
    if (section.items.length === 0) tell('required', ...at, 'items');
    section.items.forEach((item, i) => {
      checkCode(item.code, codes.item, ...at, 'items', i);
      for (const { path, issue } of itemProblems(item)) tell(issue, ...at, 'items', i, ...path);
    });
  });
  return problems;
}

function itemProblems(item: ChecklistItem): readonly ContentProblem[] {
  const problems: ContentProblem[] = [];
  const tell = (issue: string, ...path: (string | number)[]): void => void problems.push({ path, issue });
  if (item.title.zh === '') tell('required', 'title', 'zh');
  if (item.standard && item.standard.zh === '') tell('required', 'standard', 'zh');
  if (item.type === 'number' && item.lowest !== null && item.highest !== null && item.lowest > item.highest)
    tell('limits-crossed', 'highest');
  if (item.type === 'choice') {
    if (item.choices.length < 2) tell('too-few-choices', 'choices');
    const values = new Set<string>();
    item.choices.forEach((choice, c) => {
      if (!codePattern.test(choice.value)) tell('not-a-code', 'choices', c, 'value');
      else if (values.has(choice.value)) tell('value-taken', 'choices', c, 'value');
      values.add(choice.value);
      if (choice.title.zh === '') tell('required', 'choices', c, 'title', 'zh');
    });
  }
  return problems;
}

/** Every item of a content, in order. */
export const itemsOf = (content: ChecklistContent): readonly ChecklistItem[] =>
  content.sections.flatMap(({ items }) => items);
