import type { Fields } from '../kernel/field.ts';
import { customerFields } from '../features/customer/customer.fields.ts';

/** Texts of one record feature: its names, its fields, the names of its choices. Keys follow the field table. */
export type RecordTexts<F extends Fields> = {
  /** One record, e.g. 客户. */
  readonly one: string;
  /** The list, e.g. 客户. */
  readonly many: string;
  /** Sentence of the empty list. */
  readonly empty: string;
  readonly fields: { readonly [K in keyof F]: string };
  readonly choices: {
    readonly [K in keyof F as F[K] extends { readonly kind: 'choice' } ? K : never]: F[K] extends { readonly choices: readonly (infer C extends string)[] }
      ? { readonly [V in C]: string }
      : never;
  };
};

const recordText = <F extends Fields>(_fields: F, chinese: RecordTexts<F>, english: RecordTexts<F>): { 'zh-CN': RecordTexts<F>; en: RecordTexts<F> } => ({
  'zh-CN': chinese,
  en: english,
});

const customer = recordText(
  customerFields,
  {
    one: '客户',
    many: '客户',
    empty: '还没有客户。导入其他系统导出的文件，或新建第一位客户。',
    fields: {
      name: '名称', kind: '类型', code: '客户编号', phone: '电话', secondPhone: '备用电话', identityNumber: '证件号码', region: '地区', address: '地址',
      trade: '行业', source: '来源', consultantId: '归属顾问', firstContactOn: '首次接触', consent: '个人信息同意', note: '备注',
    },
    choices: { kind: { person: '个人', company: '单位' }, consent: { unknown: '未询问', given: '已同意', refused: '不同意' } },
  },
  {
    one: 'customer',
    many: 'Customers',
    empty: 'No customers yet. Import the files of your other systems, or add the first customer.',
    fields: {
      name: 'Name', kind: 'Kind', code: 'Customer code', phone: 'Telephone', secondPhone: 'Second telephone', identityNumber: 'ID number', region: 'Region', address: 'Address',
      trade: 'Trade', source: 'Source', consultantId: 'Consultant', firstContactOn: 'First contact', consent: 'Consent', note: 'Note',
    },
    choices: { kind: { person: 'Person', company: 'Company' }, consent: { unknown: 'Not asked', given: 'Given', refused: 'Refused' } },
  },
);

/** By feature; the language is chosen first so that a record's texts lie under `record.<feature>`. */
export const recordTexts = {
  'zh-CN': { customer: customer['zh-CN'] },
  en: { customer: customer.en },
} as const;
