import type { ImportColumn, ImportKindRules } from '../import-column.ts';

const english = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const chinese = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** Addresses of the twelve months of a table with a column each. */
export const monthAddresses: readonly string[] = english.map((name) => `lookup.${name}`);

const months: readonly ImportColumn[] = monthAddresses.map((to, at) => ({
  to,
  names: [`${at + 1}月`, `${chinese[at]}月`, `${at + 1}月份`, english[at] ?? ''],
}));

/** 指标填报: one row a figure with its day, week, month or other period; or one row a year with a column for each month. */
export const indicatorEntryRules: ImportKindRules = {
  targets: ['indicatorEntry'],
  columns: [
    { to: 'lookup.indicator', names: ['指标', '指标名称', 'indicator', 'kpi'] },
    { to: 'lookup.period', names: ['期间', '周期', '时间', 'period'] },
    { to: 'lookup.figureDay', names: ['日期', '日', 'date', 'day'] },
    { to: 'lookup.figureWeek', names: ['周', '周次', '星期', 'week'] },
    { to: 'lookup.figureMonth', names: ['月', '月份', 'month'] },
    { to: 'lookup.year', names: ['年份', '年度', '年', 'year'] },
    ...months,
    {
      to: 'lookup.figure',
      names: ['数值', '实绩', '实际', '实际值', '完成', '值', 'figure', 'actual', 'value'],
    },
    { to: 'lookup.department', names: ['部门', '部门名称', 'department'] },
    { to: 'lookup.person', names: ['人员', '姓名', '员工', 'person', 'name'] },
    { to: 'indicatorEntry.note', names: ['说明', '备注', 'remark', 'note'] },
  ],
  needs: [
    ['lookup.indicator'],
    ['lookup.period', 'lookup.figureDay', 'lookup.figureWeek', 'lookup.figureMonth', ...monthAddresses],
    ['lookup.figure', ...monthAddresses],
  ],
};
