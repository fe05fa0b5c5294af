import { indicatorEntryFields, indicatorFields } from '../../features/indicator/indicator.fields.ts';
import { recordText } from './record-texts.ts';

/** 自定义指标 the store's own indicators. */
export const indicatorText = recordText(
  indicatorFields,
  {
    one: '自定义指标',
    many: '自定义指标',
    empty: '还没有自定义指标。可以用公式由现有指标算出，也可以手工填报。',
    fields: {
      key: '编码',
      edition: '版本',
      name: '名称',
      nameEn: '英文名称',
      unit: '单位',
      unitName: '单位名称',
      direction: '方向',
      way: '取数方式',
      formula: '公式',
      green: '绿线（例 80%，区间例 2.5-4.5）',
      amber: '黄线（到不了黄线为红）',
      exclusions: '不计',
      source: '定义来源',
      validFrom: '生效日期',
      validTo: '失效日期',
      note: '备注',
    },
    choices: {
      unit: {
        count: '数量',
        fen: '金额',
        basisPoints: '比率 %',
        days: '天',
        hundredths: '两位小数',
      },
      direction: { more: '越多越好', less: '越少越好', range: '区间最好' },
      way: { flow: '手工填报（可累计）', state: '手工填报（期末数）', formula: '公式' },
    },
  },
  {
    one: 'own indicator',
    many: 'Own indicators',
    empty: 'No own indicators yet. One can be worked out from others by a formula, or typed by hand.',
    fields: {
      key: 'Key',
      edition: 'Version',
      name: 'Name',
      nameEn: 'English name',
      unit: 'Unit',
      unitName: 'Name of the unit',
      direction: 'Direction',
      way: 'Where it comes from',
      formula: 'Formula',
      green: 'Green from (80%, a range: 2.5-4.5)',
      amber: 'Amber from (beyond is red)',
      exclusions: 'Left out',
      source: 'Source of the definition',
      validFrom: 'Valid from',
      validTo: 'Valid until',
      note: 'Note',
    },
    choices: {
      unit: {
        count: 'Count',
        fen: 'Money',
        basisPoints: 'Rate %',
        days: 'Days',
        hundredths: 'Two decimals',
      },
      direction: { more: 'More is better', less: 'Less is better', range: 'Best in its bands' },
      way: { flow: 'Typed by hand (adds up)', state: 'Typed by hand (at the end)', formula: 'Formula' },
    },
  },
);

/** 填报 figures typed by hand. */
export const indicatorEntryText = recordText(
  indicatorEntryFields,
  {
    one: '填报',
    many: '指标填报',
    empty: '还没有手工填报的数字。在“指标实绩”页选期间后填报。',
    fields: {
      indicator: '指标',
      periodKind: '周期',
      period: '期间',
      level: '层级',
      departmentId: '部门',
      personId: '人员',
      value: '数值',
      note: '说明',
      enteredOn: '填报日期',
      enteredById: '填报人',
      late: '迟报',
    },
    choices: {
      periodKind: { day: '日', week: '周', month: '月', quarter: '季', year: '年' },
      level: { store: '全店', department: '部门', person: '个人' },
    },
  },
  {
    one: 'entry',
    many: 'Typed figures',
    empty: 'No typed figures yet. Choose a period on the page of actuals and type them there.',
    fields: {
      indicator: 'Indicator',
      periodKind: 'Period kind',
      period: 'Period',
      level: 'Level',
      departmentId: 'Department',
      personId: 'Person',
      value: 'Figure',
      note: 'Remark',
      enteredOn: 'Entered on',
      enteredById: 'Entered by',
      late: 'Late',
    },
    choices: {
      periodKind: { day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year' },
      level: { store: 'Store', department: 'Department', person: 'Person' },
    },
  },
);
