import { MonthPickerInput } from '@mantine/dates';
import type { ReactNode } from 'react';
import { formatMonth, monthPattern } from '#shared/kernel/day.ts';
import { addMonthsTo, monthOf, type Month } from '#shared/kernel/period.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** Months that can be looked back on. */
const monthsBack = 120;

/** A month up to the present one, or some months ahead of it. Its name for those who hear it holds what is shown. */
export function MonthField(props: {
  readonly label: string;
  readonly value: Month;
  readonly onChange: (month: Month) => void;
  /** Months after the present one that can be chosen. */
  readonly ahead?: number;
}): ReactNode {
  const { label, value, onChange, ahead = 0 } = props;
  const { language } = useTexts();
  const { today } = useSession();
  const now = monthOf(today);
  return (
    <MonthPickerInput
      aria-label={`${label} ${formatMonth(value, language)}`}
      value={`${value}-01`}
      onChange={(day) => (day === null ? undefined : onChange(day.slice(0, 7)))}
      minDate={`${addMonthsTo(now, -monthsBack)}-01`}
      maxDate={`${addMonthsTo(now, ahead)}-01`}
      valueFormat={monthPattern[language]}
      w={130}
    />
  );
}
