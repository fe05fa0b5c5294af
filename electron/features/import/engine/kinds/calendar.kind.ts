import { daysNamedIn, yearNamedIn } from '#shared/features/calendar/calendar.rules.ts';
import { given, put, text, type Apply } from '../row-context.ts';
import { RowRefused, type Written } from '../row-writer.ts';

/** The days of a holiday plan: one row may name a range, and the weekend days that are worked for it. */
export const applyCalendar: Apply = (row) => {
  const { name, kind, source } = given(row, 'calendarDay');
  const year =
    Number(text(row.values.get('lookup.year'))?.replace(/年$/u, '')) || yearNamedIn(text(source) ?? '');
  const written: Written[] = [];
  const putDays = (address: string, as: string | number | null | undefined): void => {
    const named = text(row.values.get(address));
    if (named === null) return;
    const read = daysNamedIn(named, year);
    if ('problem' in read) throw new RowRefused(read.problem, address);
    if (!as) throw new RowRefused('required', 'calendarDay.kind');
    for (const day of read.days) {
      const match = row.lookups.find('calendarDay', [['day', day]], 1)[0];
      const values = {
        day,
        kind: as,
        ...(name ? { name } : {}),
        ...(source ? { source } : {}),
        confirmed: 1,
      };
      written.push(put(row, 'calendarDay', match, values));
    }
  };
  putDays('lookup.days', kind);
  putDays('lookup.offDays', 'holiday');
  putDays('lookup.makeUpDays', 'working');
  if (written.length === 0) throw new RowRefused('required', 'lookup.days');
  return written;
};
