import { Textarea } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';

const pauseMs = 500;

/** A text that is handed on half a second after the last stroke and when the field is left; never while composing. */
export function DelayedText(props: {
  readonly label: string;
  readonly value: string;
  readonly readOnly: boolean;
  readonly maxLength: number;
  readonly placeholder?: string;
  readonly error?: string;
  readonly onText: (text: string) => void;
}): ReactNode {
  const { label, value, readOnly, maxLength, placeholder, error, onText } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const composing = useRef(false);
  const hand = useEffectEvent((text: string): void => {
    setTyped(null);
    if (text !== value) onText(text);
  });
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => {
      if (!composing.current) hand(typed);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Textarea
      size="md"
      autosize
      minRows={1}
      maxRows={5}
      aria-label={label}
      placeholder={placeholder}
      error={error}
      readOnly={readOnly}
      maxLength={maxLength}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={(event) => {
        composing.current = false;
        setTyped(event.currentTarget.value);
      }}
      onBlur={(event) => {
        if (typed !== null) hand(event.currentTarget.value);
      }}
    />
  );
}
