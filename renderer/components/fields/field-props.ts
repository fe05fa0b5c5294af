import type { ReactNode } from 'react';

/** Why typed text is no value: key of a sentence of the `form` texts. */
export type TypingProblem = 'notADay' | 'notAMonth' | 'notMoney' | 'notNumber' | 'notWhole' | 'notInstant';

/** What every input of a form takes: the canonical value in, the canonical value out. */
export type InputProps<Value> = {
  readonly label?: ReactNode;
  readonly 'aria-label'?: string;
  readonly value: Value | null;
  /** `label`: the name of a chosen record. */
  readonly onChange: (value: Value | null, label?: string) => void;
  /** What was typed and could not be understood (key of a sentence), or undefined when it can. */
  readonly onProblem?: (problem: TypingProblem | undefined) => void;
  readonly onBlur?: () => void;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly id?: string;
  /** Width as of the style props. */
  readonly w?: number;
  readonly variant?: 'default' | 'unstyled';
};
