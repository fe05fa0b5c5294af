import { fieldsOf } from '../../kernel/field.ts';

/** 放假 day off, 上班 weekend day that is worked instead (调休). */
export const calendarDayKinds = ['holiday', 'working'] as const;

/** 节假日安排 one day of the holiday calendar, as the State Council's office publishes it each autumn for the next year. */
export const calendarDayFields = fieldsOf({
  day: { kind: 'day', required: true, listed: true, unique: true },
  kind: { kind: 'choice', choices: calendarDayKinds, required: true, initial: 'holiday', listed: true },
  name: { kind: 'text', required: true, max: 60, listed: true, searched: true },
  source: { kind: 'text', max: 200, listed: true, searched: true },
  /** false is shown as 请核对: nobody has compared it with the published text. */
  confirmed: { kind: 'flag', required: true, initial: true, listed: true },
});
