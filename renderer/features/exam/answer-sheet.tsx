import { Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AskedItem } from '#shared/features/exam/exam.contract.ts';
import { AnswerInput } from './answer-input.tsx';
import type { Answers } from './answers.ts';
import classes from './exam.module.css';

/** All questions of a paper, to be answered. */
export function AnswerSheet(props: {
  readonly items: readonly AskedItem[];
  readonly answers: Answers;
  readonly onChange: (answers: Answers) => void;
}): ReactNode {
  const { items, answers, onChange } = props;
  return (
    <Paper className="sheet" p="md">
      <ol className={classes.items} style={{ gap: 18 }}>
        {items.map((item, at) => (
          <li key={item.id}>
            <AnswerInput
              item={item}
              number={at + 1}
              value={answers[item.id] ?? ''}
              onChange={(answer) => onChange({ ...answers, [item.id]: answer })}
            />
          </li>
        ))}
      </ol>
    </Paper>
  );
}
