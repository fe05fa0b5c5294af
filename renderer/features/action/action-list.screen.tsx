import { Paper, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { ActionItem } from '#shared/features/action/action.contract.ts';
import { normalText } from '#shared/kernel/normal-text.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ActionAdd } from './action-add.tsx';
import { ActionCard } from './action-card.tsx';
import { useActionItem, useClosedActions, useOpenActions, useOverdueActions } from './action.queries.ts';
import classes from './action.module.css';

const scopes = ['mine', 'open', 'overdue', 'closed'] as const;
type Scope = (typeof scopes)[number];

const emptyOf = {
  mine: 'action.nothingMine',
  open: 'action.nothingOpen',
  overdue: 'action.nothingOverdue',
  closed: 'action.nothingClosed',
} as const;

/** 行动事项 of all meetings: mine, all, overdue, closed. The scope stands in the address. */
export function ActionListScreen(): ReactNode {
  const { t, record } = useTexts();
  const { me, may } = useSession();
  const go = useGo();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const scope: Scope = scopes.find((one) => one === search['scope']) ?? 'mine';
  const [typed, setTyped] = useState('');
  const mine = useOpenActions(me.personId, scope === 'mine');
  const open = useOpenActions(undefined, scope === 'open');
  const overdue = useOverdueActions(scope === 'overdue');
  const closed = useClosedActions(scope === 'closed');
  const answer = { mine, open, overdue, closed }[scope];
  const wanted = normalText(typed).toLowerCase();
  const fits = (item: ActionItem): boolean =>
    wanted === '' ||
    [item.text, item.number, item.ownerName, item.check].some((text) => text.toLowerCase().includes(wanted));
  const items = (answer.data ?? []).filter(fits);
  const late = items.filter(({ daysOverdue }) => daysOverdue > 0).length;
  return (
    <PageFrame
      title={record('action', 'many')}
      subtitle={answer.data ? t('action.sentence', { count: items.length, overdue: late }) : undefined}
      maxWidth={1080}
    >
      <div className={classes.filter}>
        <SegmentedControl
          aria-label={t('action.scopes')}
          value={scope}
          onChange={(value) => go(`/action?scope=${value}`, { replace: true })}
          data={scopes.map((one) => ({ value: one, label: t(`action.scope.${one}`) }))}
        />
        <TextInput
          type="search"
          w={240}
          leftSection={<IconSearch size={15} />}
          placeholder={t('action.search')}
          aria-label={t('action.search')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          maxLength={100}
        />
      </div>
      {may('action.write') && scope !== 'closed' ? (
        <Paper className="sheet" p="sm">
          <ActionAdd meetingId={null} />
        </Paper>
      ) : null}
      <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />
      {answer.data && items.length === 0 ? (
        <Paper className="sheet">
          <EmptyState sentence={t(wanted === '' ? emptyOf[scope] : 'action.nothingFound')} />
        </Paper>
      ) : (
        <ul className={classes.cards}>
          {items.map((item) => (
            <ActionCard key={item.id} item={item} meetingId={null} />
          ))}
        </ul>
      )}
    </PageFrame>
  );
}

/** One item, as search and links open it. */
export function ActionScreen(): ReactNode {
  const { record } = useTexts();
  const id = Number(useParams({ strict: false })['id']);
  const item = useActionItem(Number.isInteger(id) && id > 0 ? id : undefined);
  return (
    <PageFrame title={`${record('action', 'one')} ${item.data?.number ?? ''}`} maxWidth={1080}>
      <ErrorNote error={item.error} />
      {item.data ? (
        <ul className={classes.cards}>
          <ActionCard item={item.data} meetingId={null} opened />
        </ul>
      ) : null}
    </PageFrame>
  );
}
