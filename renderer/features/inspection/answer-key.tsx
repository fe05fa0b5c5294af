import { UnstyledButton } from '@mantine/core';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ChecklistItem } from '#shared/features/checklist/checklist.content.ts';
import type { GivenAnswer } from './answer-queue.ts';
import classes from './check.module.css';

export type AnswerProps<Type extends ChecklistItem['type'] = ChecklistItem['type']> = {
  readonly item: Extract<ChecklistItem, { type: Type }>;
  readonly answer: GivenAnswer;
  readonly readOnly: boolean;
  readonly onAnswer: (answer: GivenAnswer) => void;
};

type Tone = 'ok' | 'ng' | 'none';

/** A large key with icon and word; pressed again it takes the answer back. */
export function AnswerKey(props: {
  readonly tone: Tone;
  readonly word: string;
  readonly isChosen: boolean;
  readonly hint?: string;
  readonly disabled: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  const { tone, word, isChosen, hint, disabled, onChoose } = props;
  const Shown = { ok: IconCheck, ng: IconX, none: IconMinus }[tone];
  return (
    <UnstyledButton
      className={classes.key}
      data-tone={tone}
      aria-pressed={isChosen}
      aria-keyshortcuts={hint}
      disabled={disabled}
      onClick={onChoose}
    >
      <Shown size={20} stroke={2.2} aria-hidden />
      <span>{word}</span>
    </UnstyledButton>
  );
}
