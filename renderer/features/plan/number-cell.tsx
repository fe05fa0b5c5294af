import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { moneyToType, moneyTyped, numberShown, numberTyped } from '#renderer/components/fields/typing.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './plan.module.css';

export type NumberKind = 'count' | 'money';

/** What was typed as a figure: undefined where it is none, null where it is empty. */
export function typedFigure(text: string, kind: NumberKind): number | null | undefined {
  if (text.trim() === '') return null;
  const value = kind === 'money' ? moneyTyped(text) : numberTyped(text);
  return value === undefined || value < 0 ? undefined : value;
}

export const shownFigure = (value: number | null, kind: NumberKind): string =>
  value === null ? '' : kind === 'money' ? moneyToType(value) : numberShown(value);

/** A figure in a grid; what is no figure stays in the field, is told there, and is not saved. */
export function NumberCell(props: {
  readonly label: string;
  readonly kind: NumberKind;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { label, kind, value, onChange, onLeave } = props;
  const { t } = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && typedFigure(typed, kind) === undefined;
  // A figure that was taken back is no longer what was typed.
  const shown =
    typed !== null && (wrong || typedFigure(typed, kind) === value) ? typed : shownFigure(value, kind);
  return (
    <TextInput
      aria-label={label}
      value={shown}
      inputMode="decimal"
      error={
        wrong ? t(kind === 'money' ? 'plan.ui.notMoney' : 'plan.ui.notANumber', { text: typed }) : undefined
      }
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const figure = typedFigure(text, kind);
        if (figure !== undefined) onChange(figure);
      }}
      onBlur={() => {
        if (!wrong) setTyped(null);
        onLeave();
      }}
      classNames={{ input: classes.figureInput }}
    />
  );
}
