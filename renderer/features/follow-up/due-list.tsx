import { IconAlertTriangle, IconCalendarCheck, IconPhoneOff } from '@tabler/icons-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { FollowUpLine } from '#shared/features/follow-up/follow-up.contract.ts';
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
  const list = useRef<HTMLUListElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = lines.findIndex((line) => keyOf(line) === chosen);
    const next = lines[Math.min(lines.length - 1, Math.max(0, at + step))];
    if (!next) return;
    onChoose(keyOf(next));
    list.current?.querySelectorAll('button')[lines.indexOf(next)]?.focus();
  };
  return (
    <ul className={classes.list} ref={list} aria-label={t('followUp.list')}>
      {lines.map((line) => (
        <li key={keyOf(line)}>
          <Line
            line={line}
            isChosen={keyOf(line) === chosen}
            onKeyDown={move}
            onClick={() => {
              onChoose(keyOf(line));
              onBegin();
            }}
          />
        </li>
      ))}
    </ul>
  );
}

function Line(props: {
  readonly line: FollowUpLine;
  readonly isChosen: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: () => void;
}): ReactNode {
  const { line, isChosen, onKeyDown, onClick } = props;
  const texts = useTexts();
  const { t, day } = texts;
  const { today } = useSession();
  const { tone, words } = lateness(line, today, texts);
  return (
    <button
      type="button"
      className={classes.line}
      aria-current={isChosen ? 'true' : undefined}
      tabIndex={isChosen ? 0 : -1}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
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
    </button>
  );
}
