import { DateInput, type DateInputProps } from '@mantine/dates';
import { useState, type ReactNode } from 'react';
import { parseDayText } from '#shared/kernel/date-text.ts';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/**
 * A business day: any form of writing it is understood (2026-3-5, 20260305, 2026年3月5日), shown in the person's language.
 * A day outside the limits is not offered; one that is typed stands in the field with the limit beside it, for the form or
 * the core to refuse: passed over in silence, the form would go on without it.
 */
export function DayInput(
  props: Omit<
    DateInputProps,
    'value' | 'onChange' | 'valueFormat' | 'dateParser' | 'minDate' | 'maxDate' | 'excludeDate'
  > & {
    readonly value: Day | null;
    readonly onChange: (day: Day | null) => void;
    readonly minDate?: Day | null | undefined;
    readonly maxDate?: Day | null | undefined;
  },
): ReactNode {
  const { value, onChange, minDate = null, maxDate = null, error, onBlur, ...rest } = props;
  const { language, t } = useTexts();
  const [isUnread, setIsUnread] = useState(false);
  const isEarly = (day: Day): boolean => minDate !== null && day < minDate;
  const isLate = (day: Day): boolean => maxDate !== null && day > maxDate;
  const own = isUnread
    ? t('form.notADay')
    : value === null
      ? undefined
      : isEarly(value)
        ? t('form.dayFrom', { day: formatDay(minDate ?? value, language) })
        : isLate(value)
          ? t('form.dayTo', { day: formatDay(maxDate ?? value, language) })
          : undefined;
  return (
    <DateInput
      {...rest}
      value={value}
      error={error ?? own}
      onChange={(day) => {
        setIsUnread(false);
        onChange(day);
      }}
      onBlur={(event) => {
        const { value: typed } = event.currentTarget;
        setIsUnread(typed.trim() !== '' && dayRead(typed) === null);
        onBlur?.(event);
      }}
      excludeDate={(day) => isEarly(day.slice(0, 10)) || isLate(day.slice(0, 10))}
      valueFormat={(day) => formatDay(day.slice(0, 10), language)}
      dateParser={dayRead}
      allowDeselect
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear'), tabIndex: -1 }}
    />
  );
}

const dayRead = (text: string): Day | null => parseDayText(text) ?? englishDay(text);

/** `5 Mar 2026`, the form that this program shows in English. */
function englishDay(text: string): Day | null {
  const found = Date.parse(`${text.trim()} UTC`);
  return /^\d{1,2} [A-Za-z]{3,} \d{4}$/u.test(text.trim()) && !Number.isNaN(found)
    ? new Date(found).toISOString().slice(0, 10)
    : null;
}
