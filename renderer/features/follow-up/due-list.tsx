import { IconAlertTriangle, IconCalendarCheck, IconPhoneOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FollowUpLine } from '#shared/features/follow-up/follow-up.contract.ts';
import { PickList } from '#renderer/components/pick-list.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { keyOf, lateness } from './due-line.ts';
import classes from './follow-up.module.css';

/** The calls that are due; the arrow keys choose, Enter begins to enter the result. */
export function DueList(props: {
  readonly lines: readonly FollowUpLine[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
  readonly onBegin: () => void;
}): ReactNode {
  const { lines, chosen, onChoose, onBegin } = props;
  const { t } = useTexts();
  return (
    <PickList
      items={lines}
      keyOf={keyOf}
      chosen={chosen}
      onChoose={onChoose}
      onBegin={onBegin}
      label={t('followUp.list')}
      className={classes.list}
      lineClassName={classes.line}
    >
      {(line) => <Line line={line} />}
    </PickList>
  );
}

function Line({ line }: { readonly line: FollowUpLine }): ReactNode {
  const texts = useTexts();
  const { t, day } = texts;
  const { today } = useSession();
  const { tone, words } = lateness(line, today, texts);
  return (
    <>
      <span className={classes.what}>
        <strong>{line.customerName}</strong>
        <small>
          {line.ruleName} · {line.model}
        </small>
        <small>
          {t('followUp.delivered', { day: day(line.deliveredOn) })}
          {line.attempts > 0 ? (
            <>
              {' · '}
              <IconPhoneOff size={12} aria-hidden /> {t('followUp.attempts', { count: line.attempts })}
            </>
          ) : null}
          {line.lastOn === today ? ` · ${t('followUp.triedToday')}` : null}
        </small>
      </span>
      <span className={classes.when} data-tone={tone}>
        {tone === 'late' ? <IconAlertTriangle size={13} aria-hidden /> : null}
        {line.callOn === line.dueOn ? null : <IconCalendarCheck size={13} aria-hidden />} {words}
      </span>
    </>
  );
}
