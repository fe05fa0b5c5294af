import { ActionIcon, Alert, Badge, Button, Loader, Menu, Text, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft, IconDots, IconReceiptRefund, IconReportMoney } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { MemberView } from '#shared/features/membership/membership.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { BookingPanel } from './booking-panel.tsx';
import { MemberEntries } from './member-entries.tsx';
import { MemberLots } from './member-lots.tsx';
import { cardsPaper, useClose, useMember, useMerge, useReplaceCard } from './membership.queries.ts';
import { ReasonDialog } from './reason.dialog.tsx';
import { RefundDialog } from './refund.dialog.tsx';
import { StatementDialog } from './statement.dialog.tsx';
import classes from './membership.module.css';

const pageOfEntries = 30;
type Step = 'refund' | 'statement' | 'replaceCard' | 'close';

/** 会员: balance, booking, lots with expiry, entries. */
export function MembershipScreen(): ReactNode {
  const { t } = useTexts();
  const id = Number(useParams({ strict: false })['id']);
  const [entries, setEntries] = useState(pageOfEntries);
  const { data: view, error, refetch } = useMember(id, entries);
  const { may } = useSession();
  const [step, setStep] = useState<Step | null>(null);
  const close = (): void => setStep(null);
  return (
    <PageFrame
      title={view ? view.customerName : t('membership.ofCustomer')}
      before={<Back />}
      subtitle={view ? <Heading view={view} /> : undefined}
      actions={view ? <Actions view={view} onStep={setStep} /> : null}
    >
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {view ? (
        <>
          <Notes view={view} />
          <Figures view={view} />
          {view.state === 'active' && may('membership.redeem') ? (
            <BookingPanel key={view.id} view={view} />
          ) : null}
          <MemberLots view={view} />
          <MemberEntries
            view={view}
            onMore={() => setEntries((now) => Math.min(500, now + pageOfEntries * 3))}
          />
          {step === 'refund' ? <RefundDialog view={view} onClose={close} /> : null}
          {step === 'statement' ? <StatementDialog view={view} onClose={close} /> : null}
          {step === 'replaceCard' ? <ReplaceCard view={view} onClose={close} /> : null}
          {step === 'close' ? <CloseMembership view={view} onClose={close} /> : null}
        </>
      ) : error ? null : (
        <Loader size="sm" aria-label={t('common.loading')} />
      )}
    </PageFrame>
  );
}

function Back(): ReactNode {
  const { t } = useTexts();
  const go = useGo();
  return (
    <Tooltip label={t('membership.back')}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('membership.back')}
        onClick={() => go('/membership')}
      >
        <IconArrowLeft size={18} />
      </ActionIcon>
    </Tooltip>
  );
}

function Heading({ view }: { readonly view: MemberView }): ReactNode {
  const { t, choice } = useTexts();
  return (
    <>
      <Badge variant="light">{view.tier}</Badge>
      {view.state === 'active' ? null : (
        <Badge color="gray">{choice('membership', 'state', view.state)}</Badge>
      )}
      <Text size="sm" c="dimmed" className="figures">
        {view.number} · {t('membership.card', { number: view.cardNumber })}
        {view.phone === null ? '' : ` · ${view.phone}`}
      </Text>
    </>
  );
}

function Actions({
  view,
  onStep,
}: {
  readonly view: MemberView;
  readonly onStep: (step: Step) => void;
}): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const isActive = view.state === 'active';
  return (
    <>
      <Button component="a" variant="default" {...link(`/customer/${view.customerId}`)}>
        {t('membership.customer')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconReportMoney size={15} aria-hidden />}
        onClick={() => onStep('statement')}
      >
        {t('membership.statement')}
      </Button>
      {isActive && may('membership.redeem') ? (
        <PaperButton
          name={t('membership.paper.cards')}
          label={t('membership.printCard')}
          load={cardsPaper([view.id])}
          inHead
          byKey
        />
      ) : null}
      {isActive ? (
        <Button
          variant="default"
          leftSection={<IconReceiptRefund size={15} aria-hidden />}
          onClick={() => onStep('refund')}
        >
          {t('membership.refund')}
        </Button>
      ) : null}
      {isActive && may('membership.redeem') ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={t('membership.more')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onStep('replaceCard')}>{t('membership.replaceCard')}</Menu.Item>
            {may('membership.reverse') ? (
              <Menu.Item color="red" onClick={() => onStep('close')}>
                {t('membership.close')}
              </Menu.Item>
            ) : null}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}

/** What the desk must know before it books: an ended membership, a second one of the same customer. */
function Notes({ view }: { readonly view: MemberView }): ReactNode {
  const { t, day } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const [into, setInto] = useState<MemberView['others'][number] | null>(null);
  const { state, mergedInto, others } = view;
  return (
    <>
      {state === 'closed' ? (
        <Alert color="gray" p="xs" role="status">
          {t('membership.closed', { day: view.closedOn === null ? '' : day(view.closedOn) })}
        </Alert>
      ) : null}
      {mergedInto ? (
        <Alert color="orange" p="xs" role="status">
          {t('membership.merged', { number: mergedInto.number })}{' '}
          <Button component="a" size="compact-sm" variant="default" {...link(`/membership/${mergedInto.id}`)}>
            {t('membership.openMerged', { number: mergedInto.number })}
          </Button>
        </Alert>
      ) : null}
      {state === 'active' && others.length > 0 ? (
        <Alert color="orange" p="xs" role="status">
          {t('membership.others', { numbers: others.map(({ number }) => number).join(', ') })}{' '}
          {may('membership.reverse')
            ? others.map((other) => (
                <Button key={other.id} size="compact-sm" variant="default" onClick={() => setInto(other)}>
                  {t('membership.mergeTitle', { from: view.number, into: other.number })}
                </Button>
              ))
            : null}
        </Alert>
      ) : null}
      {into ? <MergeDialog view={view} into={into} onClose={() => setInto(null)} /> : null}
    </>
  );
}

function Figures({ view }: { readonly view: MemberView }): ReactNode {
  const { t, money } = useTexts();
  const { usable, nextTier } = view;
  const parts: readonly { readonly name: string; readonly value: ReactNode; readonly small: string }[] = [
    {
      name: t('membership.points'),
      value: String(usable.points),
      small: t('membership.pointsWorth', { money: money(usable.points * view.pointFen) }),
    },
    {
      name: t('membership.money'),
      value: money(usable.principalFen + usable.bonusFen),
      small: t('membership.moneyParts', {
        principal: money(usable.principalFen),
        bonus: money(usable.bonusFen),
      }),
    },
    {
      name: t('membership.units'),
      value: t('membership.unitsLeft', { count: usable.units }),
      small: t('membership.rate', { points: view.pointsPer100 }),
    },
    {
      name: t('membership.sales'),
      value: money(view.salesFen),
      small: nextTier
        ? t('membership.nextTier', { missing: money(nextTier.missingFen), name: nextTier.name })
        : t('membership.topTier'),
    },
    {
      name: t('membership.plates'),
      value:
        view.plates.length === 0
          ? t('membership.none')
          : view.plates.map((plate) => (
              <span key={plate} className={classes.plate}>
                {plate}
              </span>
            )),
      small:
        view.labourDiscountBp > 0 ? t('membership.discount', { percent: view.labourDiscountBp / 100 }) : '',
    },
  ];
  return (
    <dl className={`sheet ${classes.figures}`}>
      {parts.map(({ name, value, small }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="figures">
            {value}
            {small === '' ? null : <small>{small}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type StepProps = { readonly view: MemberView; readonly onClose: () => void };

function ReplaceCard({ view, onClose }: StepProps): ReactNode {
  const { t } = useTexts();
  const replace = useReplaceCard();
  return (
    <ReasonDialog
      title={t('membership.replaceTitle')}
      confirm={t('membership.replaceCard')}
      busy={replace.isPending}
      error={replace.error}
      onClose={onClose}
      onConfirm={(reason) =>
        replace.mutate(
          { id: view.id, reason },
          {
            onSuccess: ({ cardNumber }) => {
              notifications.show({
                message: t('membership.replaced', { number: cardNumber }),
                color: 'green',
              });
              onClose();
            },
          },
        )
      }
    />
  );
}

function CloseMembership({ view, onClose }: StepProps): ReactNode {
  const { t } = useTexts();
  const closing = useClose();
  return (
    <ReasonDialog
      title={t('membership.closeTitle')}
      sentence={t('membership.closeSentence')}
      confirm={t('membership.close')}
      busy={closing.isPending}
      error={closing.error}
      onClose={onClose}
      onConfirm={(reason) => closing.mutate({ id: view.id, reason }, { onSuccess: onClose })}
    />
  );
}

function MergeDialog({
  view,
  into,
  onClose,
}: StepProps & { readonly into: MemberView['others'][number] }): ReactNode {
  const { t } = useTexts();
  const go = useGo();
  const merging = useMerge();
  return (
    <ReasonDialog
      title={t('membership.mergeTitle', { from: view.number, into: into.number })}
      sentence={t('membership.mergeSentence', { into: into.number })}
      confirm={t('membership.merge')}
      busy={merging.isPending}
      error={merging.error}
      onClose={onClose}
      onConfirm={(reason) =>
        merging.mutate(
          { id: view.id, intoId: into.id, reason },
          {
            onSuccess: () => {
              notifications.show({ message: t('membership.done'), color: 'green' });
              onClose();
              go(`/membership/${into.id}`);
            },
          },
        )
      }
    />
  );
}
