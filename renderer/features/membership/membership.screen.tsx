import { ActionIcon, Button, Loader, Menu, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconDots, IconReceiptRefund, IconReportMoney } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { MemberView } from '#shared/features/membership/membership-views.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { CustomerCards } from '#renderer/features/partner/customer-cards.tsx';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { BookingPanel } from './booking-panel.tsx';
import { MemberEntries } from './member-entries.tsx';
import { MemberFigures, MemberHeading, MemberNotes } from './member-head.tsx';
import { MemberLots } from './member-lots.tsx';
import { CloseMembership, ReplaceCard } from './member-steps.tsx';
import { cardsPaper, useMember } from './membership.queries.ts';
import { RefundDialog } from './refund.dialog.tsx';
import { StatementDialog } from './statement.dialog.tsx';

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
      subtitle={view ? <MemberHeading view={view} /> : undefined}
      actions={view ? <Actions view={view} onStep={setStep} /> : null}
    >
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {view ? (
        <>
          <MemberNotes view={view} />
          <MemberFigures view={view} />
          {view.state === 'active' && may('membership.redeem') ? (
            <BookingPanel key={view.id} view={view} />
          ) : null}
          <MemberLots view={view} />
          <CustomerCards customerId={view.customerId} />
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
