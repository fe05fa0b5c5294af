import { z } from 'zod';
import { vehicleKinds } from '../vehicle/vehicle.fields.ts';

/**
 * What a check list (检查表) asks. Published content is never changed: a running check keeps its edition, and every
 * edition stays readable.
 */

/** What a check is for, in the order in which a vehicle meets them. Domain rules §4, §5. */
export const checkPurposes = [
  'arrival', // 入库 PDI: transport damage, documents, mileage
  'departure', // 出库 PDI: full function
  'quality', // 质量 PDI: independent re-check before the hand-over
  'preparation', // 车辆准备: road test, documents, vehicle
  'ceremony', // 交车仪式
  'self', // 自检 by the technician
  'peer', // 互检 by the team leader
  'final', // 终检 by the inspector
] as const;
export type CheckPurpose = (typeof checkPurposes)[number];

/** 三次 PDI, in order. */
export const pdiPurposes = ['arrival', 'departure', 'quality'] as const satisfies readonly CheckPurpose[];
export type PdiPurpose = (typeof pdiPurposes)[number];

/** 三级质检 after a repair, in order. */
export const repairPurposes = ['self', 'peer', 'final'] as const satisfies readonly CheckPurpose[];
export type RepairPurpose = (typeof repairPurposes)[number];

/** 维修类别 that decides check lists, certificate and warranty of a repair. Domain rules §5. */
export const repairClasses = [
  'minor', // 小修
  'firstMaintenance', // 一级维护
  'secondMaintenance', // 二级维护
  'assembly', // 总成修理
  'whole', // 整车修理
  'special', // 专项修理
] as const;
export type RepairClass = (typeof repairClasses)[number];

/** A text of the store; `en` is shown in the English program where it is given. */
const bilingual = (max: number) =>
  z.strictObject({
    zh: z.string().trim().min(1, { error: 'required' }).max(max, { error: 'too-long' }),
    en: z.string().trim().max(max, { error: 'too-long' }).optional(),
  });
export type Bilingual = z.infer<ReturnType<typeof bilingual>>;

/** Letters, digits, dots and hyphens: the same code in several lists is the same thing looked at again. */
const code = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/u, { error: 'not-a-code' });

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
const thousandths = z.number().int().min(-9_000_000_000).max(9_000_000_000);

export const checklistItem = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('okNg'), mayNotApply: z.boolean() }),
  z.strictObject({
    ...base,
    type: z.literal('number'),
    mayNotApply: z.boolean(),
    unit: z.string().trim().max(20),
    /** Limits in thousandths of the unit, both included; outside is NG. */
    lowest: thousandths.nullable(),
    highest: thousandths.nullable(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('choice'),
    choices: z
      .array(z.strictObject({ value: code, title: bilingual(60), isNg: z.boolean() }))
      .min(2)
      .max(20),
  }),
  z.strictObject({ ...base, type: z.literal('text') }),
  z.strictObject({ ...base, type: z.literal('photo') }),
]);
export type ChecklistItem = z.infer<typeof checklistItem>;

export const checklistSection = z.strictObject({
  code,
  title: bilingual(80),
  items: z.array(checklistItem).min(1).max(120),
});
export type ChecklistSection = z.infer<typeof checklistSection>;

/** One edition's content. Issue keys: `code-taken`, `limits-crossed`, `value-taken`. */
export const checklistContent = z
  .strictObject({
    /** Kinds of vehicles it is for; empty: all. */
    vehicleKinds: z.array(z.enum(vehicleKinds)).max(vehicleKinds.length),
    /** Repair classes it is for; empty: all. Only lists of the three levels have some. */
    repairClasses: z.array(z.enum(repairClasses)).max(repairClasses.length),
    /** A damage map (车身损伤图) belongs to the check. */
    damageMap: z.boolean(),
    sections: z.array(checklistSection).min(1, { error: 'required' }).max(40),
  })
  .superRefine((content, context) => {
    const items = new Set<string>();
    content.sections.forEach((section, s) => {
      section.items.forEach((item, i) => {
        const issue = (message: string, ...rest: (string | number)[]): void =>
          context.addIssue({ code: 'custom', message, path: ['sections', s, 'items', i, ...rest] });
        if (items.has(item.code)) issue('code-taken', 'code');
        items.add(item.code);
        if (
          item.type === 'number' &&
          item.lowest !== null &&
          item.highest !== null &&
          item.lowest > item.highest
        )
          issue('limits-crossed', 'highest');
        if (
          item.type === 'choice' &&
          new Set(item.choices.map(({ value }) => value)).size < item.choices.length
        )
          issue('value-taken', 'choices');
      });
    });
  });
export type ChecklistContent = z.infer<typeof checklistContent>;

/** Every item of a content, in order. */
export const itemsOf = (content: ChecklistContent): readonly ChecklistItem[] =>
  content.sections.flatMap(({ items }) => items);
