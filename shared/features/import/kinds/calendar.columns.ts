import type { ImportKindRules } from '../import-column.ts';

/** Either one row a day (日期, 类型, 名称) or one row a festival (节日, 放假时间, 调休上班日期), as it is published. */
export const calendarRules: ImportKindRules = {
  targets: ['calendarDay'],
  columns: [
    { to: 'lookup.days', names: ['日期', '节假日期', '日期范围', 'date', 'day', 'days'] },
    {
      to: 'calendarDay.kind',
      names: ['放假上班', '放假/上班', '是否放假', '类型', '性质', '类别', 'daytype', 'type', 'kind'],
    },
    {
      to: 'calendarDay.name',
      names: ['节假日名称', '节日名称', '假期名称', '节假日', '节日', '假期', '名称', 'holiday', 'name'],
    },
    {
      to: 'lookup.offDays',
      names: ['放假时间', '放假日期', '放假起止日期', '放假安排', '休假日期', 'daysoff', 'holidays'],
    },
    {
      to: 'lookup.makeUpDays',
      names: [
        '调休上班日期',
        '调休上班',
        '补班日期',
        '上班日期',
        '调休日期',
        '补班',
        'makeupdays',
        'workdays',
      ],
    },
    { to: 'lookup.year', names: ['年份', '年度', '年', 'year'] },
    { to: 'calendarDay.source', names: ['来源', '依据', '文号', '文件', 'source'] },
  ],
  needs: [
    ['lookup.days', 'lookup.offDays'],
    ['calendarDay.kind', 'lookup.offDays'],
    ['calendarDay.name', 'lookup.makeUpDays'],
  ],
};
