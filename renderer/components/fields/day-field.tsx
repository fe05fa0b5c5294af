import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Day } from '#shared/kernel/day.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { InputProps } from './field-props.ts';
import { useTyping } from './typed-field.tsx';
import { dayTyped } from './typing.ts';
import classes from './field-input.module.css';

/**
 * 日期: typed in any short form (20260305, 3/5, +3) or taken from the calendar (button, or Alt+↓). While it is typed it
 * stands as 2026-03-05, otherwise in the person's language.
 */
export function DayField(props: InputProps<Day>): ReactNode {
  const { value, onChange, onProblem, onBlur: _blur, readOnly = false, ...rest } = props;
  const { day, t } = useTexts();
  const { today } = useSession();
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const typing = useTyping(props, {
    show: day,
    edit: (one) => one,
    read: (text) => dayTyped(text, today),
    problem: 'notADay',
    empties: true,
  });
  // A form that hears of what is not understood may have words of its own; any other must not call it missing.
  const own = typing.isUnread ? t('form.notADay') : undefined;
  const close = (): void => {
    setOpen(false);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') typing.check();
    if (!readOnly && event.altKey && event.key === 'ArrowDown') {
      event.preventDefault();
      event.stopPropagation();
      setOpen(true);
    }
  };
  const calendar = (
    <Popover opened={open} onChange={setOpen} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          size="sm"
          color="gray"
          tabIndex={-1}
          aria-label={t('form.calendar')}
          onClick={() => setOpen(!open)}
        >
          <IconCalendar size={15} stroke={1.6} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <DatePicker
          value={value}
          defaultDate={value ?? today}
          onChange={(chosen) => {
            onProblem?.(undefined);
            onChange(chosen === null ? null : chosen.slice(0, 10));
            close();
          }}
          size="xs"
          firstDayOfWeek={1}
        />
      </Popover.Dropdown>
    </Popover>
  );
  return (
    <TextInput
      {...rest}
      data-unread={typing.mark}
      error={onProblem ? (rest.error ?? own) : (own ?? rest.error)}
      ref={input}
      readOnly={readOnly}
      value={typing.text}
      onChange={(event) => typing.change(event.currentTarget.value)}
      onFocus={(event) => typing.focus(event.currentTarget)}
      onBlur={typing.blur}
      onKeyDown={onKeyDown}
      autoComplete="off"
      classNames={{ input: classes.figures }}
      rightSection={readOnly ? null : calendar}
    />
  );
}
