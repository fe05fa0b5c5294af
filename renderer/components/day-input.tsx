import { DateInput, type DateInputProps } from '@mantine/dates';
import type { ReactNode } from 'react';
import { parseDayText } from '#shared/kernel/date-text.ts';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** A business day: any form of writing it is understood (2026-3-5, 20260305, 2026年3月5日), shown in the person's language. */
export function DayInput(
  props: Omit<DateInputProps, 'value' | 'onChange' | 'valueFormat' | 'dateParser'> & {
    readonly value: Day | null;
    readonly onChange: (day: Day | null) => void;
  },
): ReactNode {
  const { value, onChange, ...rest } = props;
  const { language, t } = useTexts();
  return (
    <DateInput
      {...rest}
      value={value}
      onChange={onChange}
      valueFormat={(day) => formatDay(day.slice(0, 10), language)}
      dateParser={(text) => parseDayText(text) ?? englishDay(text)}
      allowDeselect
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
    />
  );
}

/** `5 Mar 2026`, the form that this program shows in English. */
function englishDay(text: string): Day | null {
  const found = Date.parse(`${text.trim()} UTC`);
  return /^\d{1,2} [A-Za-z]{3,} \d{4}$/u.test(text.trim()) && !Number.isNaN(found)
    ? new Date(found).toISOString().slice(0, 10)
    : null;
}
