import { Anchor, Loader, Paper, SegmentedControl } from '@mantine/core';
import { IconPhoneCheck } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { FollowUpLine } from '#shared/features/follow-up/follow-up.contract.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { tellLatest } from '#renderer/components/tell-latest.ts';
import { listAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { CareTabs } from '#renderer/features/reminder/care-tabs.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { CallForm, type Entered } from './call-form.tsx';
import { CallHead, CallScript } from './call-facts.tsx';
import { keyOf } from './due-line.ts';
import { DueList } from './due-list.tsx';
import { useDueFollowUps } from './follow-up.queries.ts';
import classes from './follow-up.module.css';

/** 交车回访: who is to be called, with the script beside the entry; the next one comes by itself after saving. */
export function DueFollowUpScreen(): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const due = useDueFollowUps();
  const all = due.data ?? [];
  const asked = all.find(({ orderId }) => orderId === search['order']);
  const [whose, setWhose] = useState<'mine' | 'all' | null>(null);
  // Who has calls of the own begins with these.
  const isMine = whose === null ? !asked && all.some((line) => line.isMine) : whose === 'mine';
  const lines = isMine ? all.filter((line) => line.isMine) : all;
  const late = lines.filter(({ state }) => state === 'late').length;
  return (
    <PageFrame
      title={t('followUp.title')}
      subtitle={due.data ? t('followUp.sentence', { count: lines.length, late }) : undefined}
      actions={
        <>
          <CareTabs at="delivery" />
          <SegmentedControl
            aria-label={t('followUp.whose')}
            value={isMine ? 'mine' : 'all'}
            onChange={(value) => setWhose(value === 'mine' ? 'mine' : 'all')}
            data={[
              { value: 'mine', label: t('followUp.mine') },
              { value: 'all', label: t('followUp.all') },
            ]}
          />
          {may('rule.write') ? (
            <Anchor size="sm" {...link(listAddress('followUpRule'))}>
              {t('followUp.rules')}
            </Anchor>
          ) : null}
        </>
      }
    >
      <ErrorNote error={due.error} onRetry={() => void due.refetch()} />
      {due.isPending ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
      {due.data && lines.length === 0 ? (
        <Paper className="sheet">
          <EmptyState
            icon={IconPhoneCheck}
            sentence={t(isMine || all.length > 0 ? 'followUp.noneMine' : 'followUp.none')}
          />
        </Paper>
      ) : null}
      {lines.length > 0 ? <Surface key={isMine ? 'mine' : 'all'} lines={lines} asked={asked} /> : null}
    </PageFrame>
  );
}

/** The list beside the call that was chosen in it. */
function Surface(props: {
  readonly lines: readonly FollowUpLine[];
  readonly asked: FollowUpLine | undefined;
}): ReactNode {
  const { lines, asked } = props;
  const { t } = useTexts();
  const { may } = useSession();
  const [chosen, setChosen] = useState<string | undefined>(asked && keyOf(asked));
  /** Counts how often the keys were sent to the form. */
  const [turn, setTurn] = useState(0);
  const line = lines.find((one) => keyOf(one) === chosen) ?? lines[0];
  if (!line) return null;
  const entered = ({ complaintNumber }: Entered): void => {
    const name = line.customerName;
    tellLatest(
      'call',
      complaintNumber === undefined
        ? { message: t('followUp.saved', { name }), color: 'green' }
        : { message: t('followUp.raised', { name, number: complaintNumber }), color: 'orange' },
    );
    const at = lines.indexOf(line);
    const next = lines[at + 1] ?? lines[at - 1];
    setChosen(next && keyOf(next));
    setTurn(turn + 1);
  };
  return (
    <div className={classes.surface}>
      <DueList lines={lines} chosen={keyOf(line)} onChoose={setChosen} onBegin={() => setTurn(turn + 1)} />
      <div className={classes.call}>
        <CallHead line={line} />
        <div className={classes.beside}>
          <CallScript line={line} />
          {may('customer.write') ? (
            <CallForm key={keyOf(line)} line={line} turn={turn} onEntered={entered} />
          ) : null}
        </div>
      </div>
    </div>
  );
}
