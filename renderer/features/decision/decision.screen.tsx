import { ActionIcon, Anchor, Badge, Button, Loader, Text, Title, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconReplace, IconRestore } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { DecisionView } from '#shared/features/decision/decision.contract.ts';
import { decisionFields } from '#shared/features/decision/decision.fields.ts';
import { weekOf } from '#shared/kernel/period.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { listAddress, recordAddress } from '#renderer/components/record-list/list-address.ts';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { ActionAdd } from '#renderer/features/action/action-add.tsx';
import { ActionCard } from '#renderer/features/action/action-card.tsx';
import { useFieldIssue } from '#renderer/hooks/use-field-issue.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { aspects } from './decision-text.ts';
import {
  decisionPaper,
  useDecisionView,
  useReinstateDecision,
  useReplaceDecision,
} from './decision.queries.ts';
import classes from './decision.module.css';

const newestFirst = [{ field: 'number', descending: true }];
const usualColumns = ['number', 'decidedOn', 'text', 'state', 'replacedById', 'meetingId'];

/** 决策登记: every decision with its state; filtered, printed and exported like any list. */
export function DecisionListScreen(): ReactNode {
  return (
    <RecordList
      feature="decision"
      fields={decisionFields}
      usualSort={newestFirst}
      usualColumns={usualColumns}
      widths={{ number: 110, text: 400 }}
    />
  );
}

/** One decision: six aspects, validity, meeting, the items that carry it out. */
export function DecisionScreen(): ReactNode {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  return params['id'] === 'new' ? <InMeetings /> : <Decision id={Number(params['id'])} />;
}

function InMeetings(): ReactNode {
  const { t, record } = useTexts();
  const { today } = useSession();
  const link = useLink();
  return (
    <PageFrame title={record('decision', 'many')}>
      <EmptyState
        sentence={t('decision.takenInMeetings')}
        action={
          <Button component="a" {...link(`/meeting/${weekOf(today)}`)}>
            {t('decision.openMeeting')}
          </Button>
        }
      />
    </PageFrame>
  );
}

function Decision({ id }: { readonly id: number }): ReactNode {
  const { t, day, choice } = useTexts();
  const { may } = useSession();
  const go = useGo();
  const link = useLink();
  const { data, error, refetch } = useDecisionView(id);
  if (!data)
    return (
      <PageFrame title="">
        {error ? (
          <ErrorNote error={error} onRetry={() => void refetch()} />
        ) : (
          <Loader size="sm" aria-label={t('common.loading')} />
        )}
      </PageFrame>
    );
  const { number, text, meeting, actions, decidedOn, replacedBy } = data;
  return (
    <PageFrame
      title={number}
      maxWidth={1080}
      before={
        <Tooltip label={t('common.back')}>
          <ActionIcon color="gray" aria-label={t('common.back')} onClick={() => go(listAddress('decision'))}>
            <IconArrowLeft size={18} />
          </ActionIcon>
        </Tooltip>
      }
      subtitle={
        <Badge color={replacedBy ? 'gray' : 'green'}>
          {choice('decision', 'state', replacedBy ? 'replaced' : 'inForce')}
        </Badge>
      }
      actions={
        <>
          <PaperButton name={number} load={decisionPaper(id)} label={t('decision.print')} inHead byKey />
          {may('meeting.confirm') ? <Steps view={data} /> : null}
        </>
      }
    >
      <section className={classes.sheet}>
        <p className={classes.said}>{text}</p>
        <Text size="xs" c="dimmed">
          {day(decidedOn)} · {t('decision.meeting')}{' '}
          <Anchor inherit underline="always" {...link(`/meeting/${meeting.period}`)}>
            {meeting.number}
          </Anchor>
        </Text>
        <dl className={classes.six}>
          {aspects.map((aspect) => (
            <div key={aspect}>
              <dt>{t(`meeting.aspects.${aspect}`)}</dt>
              <dd>
                {data[aspect] ?? (
                  <Text span inherit c="dimmed">
                    {t('decision.none')}
                  </Text>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <Chain view={data} />
      <section className={classes.sheet} aria-label={t('decision.actions')}>
        <Title order={2} className={classes.heading}>
          {t('decision.actions')}
        </Title>
        {actions.length === 0 ? (
          <Text size="xs" c="dimmed">
            {t('decision.noActions')}
          </Text>
        ) : null}
        <ul className={classes.items}>
          {actions.map((item) => (
            <ActionCard key={item.id} item={item} meetingId={null} atOrigin />
          ))}
        </ul>
        {may('action.write') ? <ActionAdd meetingId={null} decisionId={id} /> : null}
      </section>
    </PageFrame>
  );
}

/** Everything that took each other's place, in the order of time, with what is in force now. */
function Chain({ view }: { readonly view: DecisionView }): ReactNode {
  const { t, day } = useTexts();
  const link = useLink();
  return (
    <section className={classes.sheet} aria-label={t('decision.chain')}>
      <Title order={2} className={classes.heading}>
        {t('decision.chain')}
      </Title>
      <ol className={classes.chain}>
        {view.chain.map((step) => (
          <li key={step.id} aria-current={step.id === view.id || undefined}>
            {step.id === view.id ? (
              <strong className={classes.number}>{step.number}</strong>
            ) : (
              <Anchor
                className={classes.number}
                underline="always"
                {...link(recordAddress('decision', step.id))}
              >
                {step.number}
              </Anchor>
            )}
            <span className={classes.body}>{step.text}</span>
            <span className={classes.standing} data-in-force={step.replacedByNumber === null || undefined}>
              {step.replacedByNumber === null
                ? t('decision.inForce')
                : t('decision.replacedBy', {
                    day: step.replacedOn === null ? '' : day(step.replacedOn),
                    number: step.replacedByNumber,
                  })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Steps({ view }: { readonly view: DecisionView }): ReactNode {
  const { t } = useTexts();
  const [choosing, setChoosing] = useState(false);
  const reinstate = useReinstateDecision();
  if (view.replacedBy)
    return (
      <>
        <Button
          variant="default"
          leftSection={<IconRestore size={15} aria-hidden />}
          loading={reinstate.isPending}
          onClick={() => reinstate.mutate({ id: view.id })}
        >
          {t('decision.reinstate')}
        </Button>
        <ErrorNote error={reinstate.error} />
      </>
    );
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconReplace size={15} aria-hidden />}
        onClick={() => setChoosing(true)}
      >
        {t('decision.replace')}
      </Button>
      {choosing ? <SuccessorDialog view={view} onClose={() => setChoosing(false)} /> : null}
    </>
  );
}

function SuccessorDialog(props: { readonly view: DecisionView; readonly onClose: () => void }): ReactNode {
  const { view, onClose } = props;
  const { t } = useTexts();
  const replace = useReplaceDecision();
  const [byId, setById] = useState<number | null>(null);
  const wrong = useFieldIssue(replace.error)('byId');
  return (
    <FormDialog
      title={t('decision.replaceTitle', { number: view.number })}
      confirm={t('common.save')}
      busy={replace.isPending}
      ready={byId !== null}
      error={wrong === undefined ? replace.error : null}
      onClose={onClose}
      onSubmit={() => {
        if (byId !== null) replace.mutate({ id: view.id, byId }, { onSuccess: onClose });
      }}
    >
      <ReferenceField
        feature="decision"
        label={t('decision.successor')}
        required
        value={byId}
        onChange={(id) => {
          replace.reset();
          setById(id);
        }}
        {...(wrong === undefined ? {} : { error: wrong })}
      />
    </FormDialog>
  );
}
