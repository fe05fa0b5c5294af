import { MonthPickerInput } from '@mantine/dates';
import type { ReactNode } from 'react';
import { addMonthsTo, monthOf, type Month } from '#shared/kernel/period.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** Months that can be looked back on. */
const monthsBack = 120;

/** A month up to the present one. Its name for those who hear it holds what is shown. */
export function MonthField(props: {
  readonly label: string;
  readonly value: Month;
  readonly onChange: (month: Month) => void;
}): ReactNode {
  const { label, value, onChange } = props;
  const { language } = useTexts();
  const { today } = useSession();
  const now = monthOf(today);
  const shown =
    language === 'zh-CN'
      ? `${Number(value.slice(0, 4))}年${Number(value.slice(5))}月`
      : new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
          Date.parse(`${value}-01`),
        );
  return (
    <MonthPickerInput
      aria-label={`${label} ${shown}`}
      value={`${value}-01`}
      onChange={(day) => (day === null ? undefined : onChange(day.slice(0, 7)))}
      minDate={`${addMonthsTo(now, -monthsBack)}-01`}
      maxDate={`${now}-01`}
      valueFormat={language === 'zh-CN' ? 'YYYY年M月' : 'MMM YYYY'}
      w={130}
    />
  );
}
