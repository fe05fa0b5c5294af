import { TextInput } from '@mantine/core';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { InputProps, TypingProblem } from './field-props.ts';
import {
  instantShown,
  instantTyped,
  moneyToType,
  monthTyped,
  moneyTyped,
  numberShown,
  numberTyped,
} from './typing.ts';
import classes from './field-input.module.css';

type Typing<Value> = {
  /** As it stands while nobody types. */
  readonly show: (value: Value) => string;
  /** As it stands while somebody types. */
  readonly edit: (value: Value) => string;
  readonly read: (text: string) => Value | undefined;
  readonly problem: TypingProblem;
  /** The sentence, where that of the problem does not name the limits. */
  readonly sentence?: string | undefined;
  /** Whether what cannot be read empties a value that nobody else guards: half an amount or day must never be saved as the last one. */
  readonly empties?: boolean;
};

/** Text and value of an input whose text is read when it is left; the value is told at every understandable stroke. */
export function useTyping<Value>(
  props: Pick<InputProps<Value>, 'value' | 'onChange' | 'onProblem' | 'onBlur'>,
  typing: Typing<Value>,
): {
  readonly text: string;
  readonly change: (text: string) => void;
  readonly focus: (input: HTMLInputElement) => void;
  readonly blur: () => void;
  /** Says at once what cannot be read, without leaving the field. */
  readonly check: () => void;
  /** Whether what stands in the field is no value and the field says so. */
  readonly isUnread: boolean;
  /** Set while what stands in the field is no value, said or not: `toUnread` looks for it. */
  readonly mark: true | undefined;
} {
  const { value, onChange, onProblem, onBlur } = props;
  const [typed, setTyped] = useState<string | null>(null);
  // What could not be read stays until a value from elsewhere (draft, merge) replaces it.
  const [unread, setUnread] = useState<{ readonly text: string; readonly over: Value | null } | null>(null);
  const wrong = unread && unread.over === value ? unread.text : null;
  // The same at once: saving leaves the field and comes back to it before anything is drawn.
  const left = useRef(unread);
  // The text changes when the field is entered, so it is selected once the new text stands; not later, or fast typing is lost.
  const entered = useRef<HTMLInputElement | null>(null);
  useLayoutEffect(() => {
    entered.current?.select();
    entered.current = null;
  });
  const shown = wrong ?? (value === null ? '' : typing.show(value));
  const take = (text: string): Value | null | undefined => (text.trim() === '' ? null : typing.read(text));
  return {
    text: typed ?? shown,
    isUnread: wrong !== null && (typed === null || typed === wrong),
    mark: (typed === null ? wrong !== null : take(typed) === undefined) || undefined,
    change(text) {
      setTyped(text);
      const read = take(text);
      if (read === undefined) {
        if (typing.empties && !onProblem && value !== null) onChange(null);
        return;
      }
      onProblem?.(undefined);
      if (read !== value) onChange(read);
    },
    focus(input) {
      entered.current = input;
      const stays = left.current?.over === value ? left.current.text : null;
      setTyped(stays ?? (value === null ? '' : typing.edit(value)));
    },
    check() {
      if (typed === null || take(typed) !== undefined) return;
      left.current = { text: typed, over: value };
      setUnread(left.current);
    },
    blur() {
      const read = typed === null ? value : take(typed); // untouched: nothing to read
      left.current = read === undefined && typed !== null ? { text: typed, over: value } : null;
      setUnread(left.current);
      onProblem?.(read === undefined ? typing.problem : undefined);
      setTyped(null);
      onBlur?.();
    },
  };
}

function TypedInput<Value>(
  props: InputProps<Value> & {
    readonly typing: Typing<Value>;
    readonly right?: boolean;
    readonly unit?: string;
  },
): ReactNode {
  const { typing, right = false, unit, value: _value, onChange: _onChange, onProblem, ...rest } = props;
  const { text, change, focus, blur, check, isUnread, mark } = useTyping(props, typing);
  const { t } = useTexts();
  // What is not understood is never passed over in silence; a form that hears of it may have words of its own.
  const own = isUnread ? (typing.sentence ?? t(`form.${typing.problem}`)) : undefined;
  return (
    <TextInput
      {...rest}
      data-unread={mark}
      error={onProblem ? (rest.error ?? own) : (own ?? rest.error)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') check();
      }}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      onFocus={(event) => focus(event.currentTarget)}
      onBlur={blur}
      inputMode={right ? 'decimal' : undefined}
      autoComplete="off"
      classNames={{ input: right ? classes.number : classes.figures }}
      rightSection={unit ? <span className={classes.unit}>{unit}</span> : undefined}
      rightSectionWidth={unit ? 30 : undefined}
      rightSectionPointerEvents="none"
    />
  );
}

/** 金额: typed in yuan (`1234.5`, `1.2万`, full width), kept in whole fen, shown as ¥1,234.50. */
export function MoneyField(props: InputProps<number>): ReactNode {
  const { money } = useTexts();
  return (
    <TypedInput
      {...props}
      right
      typing={{ show: money, edit: moneyToType, read: moneyTyped, problem: 'notMoney', empties: true }}
    />
  );
}

/**
 * A whole number, or one of fixed decimals kept as a whole number (`scale`). What lies outside of `limits` (as kept, both
 * within) stands as it was typed and is no value, like what cannot be read.
 */
export function NumberField(
  props: InputProps<number> & {
    readonly scale?: number;
    readonly unit?: string;
    readonly limits?: readonly [from: number, to: number];
  },
): ReactNode {
  const { scale = 0, unit, limits, ...rest } = props;
  const { t } = useTexts();
  return (
    <TypedInput
      {...rest}
      right
      unit={unit}
      typing={{
        show: (value) => numberShown(value, scale, true),
        edit: (value) => numberShown(value, scale),
        read: (text) => {
          const read = numberTyped(text, scale);
          return read !== undefined && limits && (read < limits[0] || read > limits[1]) ? undefined : read;
        },
        problem: scale === 0 ? 'notWhole' : 'notNumber',
        sentence:
          limits &&
          t(scale === 0 ? 'form.wholeBetween' : 'form.between', {
            from: numberShown(limits[0], scale, true),
            to: numberShown(limits[1], scale, true),
          }),
        empties: true,
      }}
    />
  );
}

/** Day and time on the store's clock; a time alone is of today. */
export function InstantField(props: InputProps<string>): ReactNode {
  const { today } = useSession();
  return (
    <TypedInput
      {...props}
      typing={{
        show: instantShown,
        edit: instantShown,
        read: (text) => instantTyped(text, today),
        problem: 'notInstant',
      }}
    />
  );
}

/** 月份: typed as `2026-11`, `202611`, `2026年11月` or `11月` of this year, shown in the person's language. */
export function MonthTextField(props: InputProps<string>): ReactNode {
  const { month } = useTexts();
  const { today } = useSession();
  return (
    <TypedInput
      {...props}
      typing={{
        show: month,
        edit: (value) => value,
        read: (text) => monthTyped(text, today),
        problem: 'notAMonth',
      }}
    />
  );
}
