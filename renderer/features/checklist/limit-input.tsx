import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { numberShown, numberTyped } from '#shared/kernel/scaled-number.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { limitScale } from './checklist-words.ts';

/** A decimal of at most three places, kept exactly in thousandths; empty is none. What is no number stays to be mended. */
export function LimitInput(props: {
  readonly label: string;
  /** What the field is called aloud, where its place says the rest. */
  readonly aloud?: string;
  readonly value: number | null;
  readonly error?: string | undefined;
  readonly unit?: string;
  readonly onChange: (value: number | null) => void;
}): ReactNode {
  const { label, aloud, value, error, unit, onChange } = props;
  const { issue } = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = value === null ? '' : numberShown(value, limitScale);
  const isWrong = typed !== null && typed.trim() !== '' && numberTyped(typed, limitScale) === undefined;
  return (
    <TextInput
      label={label || undefined}
      aria-label={aloud}
      inputMode="decimal"
      value={typed ?? shown}
      maxLength={12}
      rightSection={unit}
      rightSectionWidth={unit ? 12 + unit.length * 9 : undefined}
      error={isWrong ? issue({ field: '', issue: 'not-three-places' }) : error}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const read = numberTyped(text, limitScale);
        if (text.trim() === '') onChange(null);
        else if (read !== undefined) onChange(read);
      }}
      onBlur={() => {
        if (!isWrong) setTyped(null);
      }}
    />
  );
}
