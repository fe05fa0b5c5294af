import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { aspects, type DecisionText } from './decision-text.ts';
import classes from './decision.module.css';

/** The six aspects as fields, empty ones allowed. */
export function AspectFields(props: {
  readonly typed: DecisionText;
  readonly onChange: (typed: DecisionText) => void;
}): ReactNode {
  const { typed, onChange } = props;
  const { t } = useTexts();
  return (
    <div className={classes.fields}>
      {aspects.map((aspect) => (
        <Textarea
          key={aspect}
          label={t(`meeting.aspects.${aspect}`)}
          value={typed[aspect]}
          onChange={(event) => onChange({ ...typed, [aspect]: event.currentTarget.value })}
          autosize
          minRows={1}
          maxLength={1000}
        />
      ))}
    </div>
  );
}
