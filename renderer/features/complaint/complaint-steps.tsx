import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ComplaintView } from '#shared/features/complaint/complaint.contract.ts';
import { complaintStates, type ComplaintState } from '#shared/features/complaint/complaint.fields.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './complaint.module.css';

const dayOf: Readonly<Record<ComplaintState, (view: ComplaintView) => string | null>> = {
  open: (view) => view.receivedOn,
  inHand: (view) => view.takenOn,
  answered: (view) => view.answeredOn,
  calledBack: (view) => view.calledBackOn,
  closed: (view) => view.closedOn,
};

/** Where the complaint stands on its way from receipt to closing. */
export function ComplaintSteps({ view }: { readonly view: ComplaintView }): ReactNode {
  const { t, choice, day } = useTexts();
  const at = complaintStates.indexOf(view.state);
  return (
    <ol className={classes.steps} aria-label={t('complaint.sections.lines')}>
      {complaintStates.map((state, index) => {
        const on = dayOf[state](view);
        const isDone = index < at || view.state === 'closed';
        return (
          <li key={state} data-done={isDone || undefined} aria-current={index === at ? 'step' : undefined}>
            <span className={classes.stepMark} aria-hidden>
              {isDone ? <IconCheck size={14} stroke={2.5} /> : index + 1}
            </span>
            <span>
              {choice('complaint', 'state', state)}
              {on !== null && index <= at ? <small className="figures">{day(on)}</small> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
