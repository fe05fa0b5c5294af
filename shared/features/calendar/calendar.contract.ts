import { z } from 'zod';
import { query } from '../../rpc/call.ts';
import { output, recordCalls } from '../../rpc/record.contract.ts';
import { calendarDayFields } from './calendar.fields.ts';

/** Glossary: 节假日安排 holiday calendar, 调休 weekend day worked instead, 工作日 working day. */
export const calendarDayContract = {
  ...recordCalls(calendarDayFields, { read: 'setting.read', write: 'rule.write', remove: 'rule.write' }),
  /** Years with at least one day in the calendar, ascending: terms in other years are counted by plain weeks. */
  years: query('setting.read', z.strictObject({}), output<{ readonly years: readonly number[] }>()),
};
