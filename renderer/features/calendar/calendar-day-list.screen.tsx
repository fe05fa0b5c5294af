import type { ReactNode } from 'react';
import { CheckedMark } from '#renderer/components/fields/checked-mark.tsx';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useCalendarYears } from './calendar.queries.ts';
import { calendarDayLayout } from './calendar.layout.ts';
import { MissingYears } from './missing-years.tsx';

const cells: Cells = { confirmed: (row) => <CheckedMark checked={row['confirmed'] === true} /> };

/** From this month on the next year's plan should be there: it is published in November. */
const publishedInMonth = 11;

/** 节假日安排, with a word about this year and the next when they are missing. */
export function CalendarDayListScreen(): ReactNode {
  const { today } = useSession();
  const { data } = useCalendarYears();
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const wanted = month >= publishedInMonth ? [year, year + 1] : [year];
  const missing = data ? wanted.filter((one) => !data.years.includes(one)) : [];
  return (
    <RecordList
      {...calendarDayLayout}
      cells={cells}
      widths={{ source: 380 }}
      notice={missing.length > 0 ? <MissingYears years={missing} /> : undefined}
    />
  );
}
