import type { calendarDayContract } from '#shared/features/calendar/calendar.contract.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { calendarDayRecord } from './calendar.record.ts';
import { readWorkCalendar } from './calendar.repository.ts';

export const calendarDayHandlers: HandlersOf<typeof calendarDayContract> = {
  ...recordHandlers(calendarDayRecord),
  async years(_input, { reader }) {
    const { years } = await readWorkCalendar(reader);
    return { years: [...years].sort((a, b) => a - b) };
  },
};
