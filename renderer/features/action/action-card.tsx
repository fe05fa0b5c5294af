import { Button, Group, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ActionItem } from '#shared/features/action/action.contract.ts';
import { scopeOf } from '#shared/rpc/rights.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ActionFrom } from './action-from.tsx';
import { ActionEditDialog } from './action-edit.dialog.tsx';
import { ActionDue, ActionStateBadge } from './action-lines.tsx';
import type { ActionStep } from './action.queries.ts';
import { ActionStepDialog } from './action-step.dialog.tsx';
import classes from './action.module.css';

/** One action item with its history and what this person may do about it. */
export function ActionCard(props: {
  readonly item: ActionItem;
  /** The draft in which it is spoken of; null outside of a meeting. */
  readonly meetingId: number | null;
  /** Confirmed minutes show items as they were. */
  readonly frozen?: boolean;
  readonly opened?: boolean;
  /** On the page of what it was raised for: its origin needs no telling. */
  readonly atOrigin?: boolean;
}): ReactNode {
  const { item, meetingId, frozen = false, opened = false, atOrigin = false } = props;
  const { t, instant, day } = useTexts();
  const { me } = useSession();
  const [open, setOpen] = useState(opened);
  const [step, setStep] = useState<ActionStep>();
  const [editing, setEditing] = useState(false);
  const reports = scopeOf(me.roles, 'action.report');
  const mayReport = !frozen && (reports === 'all' || (reports === 'own' && item.ownerId === me.personId));
  const mayClose = !frozen && scopeOf(me.roles, 'action.close') !== undefined;
  const mayEdit = !frozen && item.state !== 'closed' && scopeOf(me.roles, 'action.write') === 'all';
  const own = item.ownerId === me.personId;
  const closed = item.state === 'closed';
  const lineText = ({ kind, meetingNumber, text }: ActionItem['lines'][number]): string => {
    const name = t(`meeting.actionLines.${kind}`) + (meetingNumber === null ? '' : ` (${meetingNumber})`);
    return text === '' || kind === 'raised' ? name : t('common.named', { name, value: text });
  };
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <li className={classes.card} data-late={item.daysOverdue > 0 || undefined}>
      <div className={classes.top}>
        <div className={classes.what}>
          <Text span inherit c="dimmed" className="figures">
            {item.number}
          </Text>{' '}
          <span className={classes.words}>{item.text}</span>
        </div>
        <ActionStateBadge state={item.state} />
      </div>
      <div className={classes.facts}>
        <span>
          {t('action.owner')} <strong>{item.ownerName}</strong>
        </span>
        <ActionDue item={item} />
        <span>
          {t('action.check')} {item.check}
        </span>
        <ActionFrom origin={atOrigin ? null : (item.origin ?? null)} />
        {item.meetingNumber === null ? null : (
          <Text span inherit c="dimmed">
            {t('action.raisedIn', { meeting: item.meetingNumber })}
          </Text>
        )}
      </div>
      {item.evidence === null ? null : (
        <Text size="xs" mt={2}>
          {t('action.evidence', { text: item.evidence })}
          <Text span inherit c="dimmed">
            {` · ${item.closedByName ?? ''} ${item.closedOn === null ? '' : day(item.closedOn)}`}
          </Text>
        </Text>
      )}
      <Group gap="xs" justify="space-between" mt={4}>
        <UnstyledButton className={classes.history} aria-expanded={open} onClick={() => setOpen(!open)}>
          <Chevron size={14} aria-hidden /> {t('action.history', { count: item.lines.length })}
        </UnstyledButton>
        <Group gap={6}>
          {mayEdit ? (
            <Button size="compact-xs" variant="default" onClick={() => setEditing(true)}>
              {t('common.edit')}
            </Button>
          ) : null}
          {mayReport && !closed ? (
            <Button size="compact-xs" variant="default" onClick={() => setStep('note')}>
              {t('action.note')}
            </Button>
          ) : null}
          {mayReport && item.state === 'open' ? (
            <Button size="compact-xs" variant="light" onClick={() => setStep('report')}>
              {t('action.report')}
            </Button>
          ) : null}
          {mayClose && !closed ? (
            <Tooltip label={t('action.ownClose')} disabled={!own} openDelay={100}>
              <Button
                size="compact-xs"
                variant={item.state === 'reported' ? 'filled' : 'light'}
                data-disabled={own || undefined}
                aria-disabled={own}
                onClick={() => (own ? undefined : setStep('close'))}
              >
                {t('action.close')}
              </Button>
            </Tooltip>
          ) : null}
          {mayClose && item.state !== 'open' ? (
            <Button size="compact-xs" variant="default" onClick={() => setStep('reopen')}>
              {t('action.reopen')}
            </Button>
          ) : null}
        </Group>
      </Group>
      {open ? (
        <ol className={classes.past}>
          {item.lines.map((line) => (
            <li key={`${line.at} ${line.kind} ${line.text}`}>
              <span className={classes.when}>{instant(line.at)}</span>
              <span>
                <strong>{line.personName}</strong> {lineText(line)}
              </span>
            </li>
          ))}
        </ol>
      ) : null}
      {editing ? (
        <ActionEditDialog item={item} meetingId={meetingId} onClose={() => setEditing(false)} />
      ) : null}
      {step ? (
        <ActionStepDialog item={item} step={step} meetingId={meetingId} onClose={() => setStep(undefined)} />
      ) : null}
    </li>
  );
}
