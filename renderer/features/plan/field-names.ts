import { planText } from '#shared/text/plan.text.ts';

type FieldName = keyof (typeof planText)['zh-CN']['fields'];

/** Fields of rows that have a name in the texts. */
export const fieldNames = Object.keys(planText['zh-CN'].fields) as FieldName[]; // the keys of a literal object
