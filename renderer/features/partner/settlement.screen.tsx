import { ActionIcon, Badge, Button, Loader, Text, Title, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconFileSpreadsheet, IconLock, IconReceipt } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { SettlementView } from '#shared/features/partner/partner-settlement.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { useRecord } from '#renderer/components/record-list/record.queries.ts';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { settlementPaper, useSettlement, useWorkbook } from './partner.queries.ts';
import { SettlementEntries } from './settlement-entries.tsx';
import { SettlementFacts } from './settlement-facts.tsx';
import { SettlementLines } from './settlement-lines.tsx';
import { PartnersList } from './settlement-partner-list.tsx';
import { AgreeDialog, PayDialog } from './settlement.dialogs.tsx';
import classes from './partner.module.css';

/** 结算单 that is agreed, by its record. */
export function SettlementScreen(): ReactNode {
  const id = Number(useParams({ strict: false })['id']);
  const { data, error } = useRecord('partnerSettlement', id);
  const partnerId = data?.record['partnerId'];
  const month = data?.record['month'];
  if (typeof partnerId !== 'number' || typeof month !== 'string') return <ErrorNote error={error} />;
  return <Settlement partnerId={partnerId} month={month} />;
}

/** A partner's month, agreed or not. */
export function PartnerMonthScreen(): ReactNode {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  return <Settlement partnerId={Number(params['id'])} month={params['month'] ?? ''} />;
}

function Settlement({ partnerId, month }: { readonly partnerId: number; readonly month: string }): ReactNode {
  const { t, month: monthText } = useTexts();
  const { may } = useSession();
  const go = useGo();
  const { data: view, error, refetch } = useSettlement(partnerId, month);
  const workbook = useWorkbook();
  const [step, setStep] = useState<'agree' | 'pay' | null>(null);
  const close = (): void => setStep(null);
  return (
    <PageFrame
      title={view ? `${view.partnerName} ${monthText(view.month)}` : t('partner.settle.title')}
      maxWidth={1100}
      before={
        <Tooltip label={t('partner.settle.back')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('partner.settle.back')}
            onClick={() => go('/partner-settlement')}
          >
            <IconArrowLeft size={18} />
          </ActionIcon>
        </Tooltip>
      }
      subtitle={
        view ? (
          <Badge
            variant="light"
            color={view.state === 'draft' ? 'gray' : view.state === 'agreed' ? 'blue' : 'green'}
          >
            {t(`partner.settle.states.${view.state}`)}
          </Badge>
        ) : undefined
      }
      actions={
        view ? (
          <>
            <Button
              variant="default"
              leftSection={<IconFileSpreadsheet size={15} aria-hidden />}
              loading={workbook.isPending}
              onClick={() => workbook.mutate({ partnerId, month })}
            >
              {t('partner.settle.workbook')}
            </Button>
            <PaperButton
              name={t('partner.settle.title')}
              load={settlementPaper(partnerId, month)}
              inHead
              byKey
            />
            {view.state === 'draft' && may('partner.settle') ? (
              <Button
                leftSection={<IconLock size={15} aria-hidden />}
                disabled={view.blocked !== null}
                onClick={() => setStep('agree')}
              >
                {t('partner.settle.agree')}
              </Button>
            ) : null}
            {view.state === 'agreed' && may('partner.settle') ? (
              <Button leftSection={<IconReceipt size={15} aria-hidden />} onClick={() => setStep('pay')}>
                {t('partner.settle.pay')}
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      <ErrorNote error={error ?? workbook.error} onRetry={() => void refetch()} />
      {view ? <Reckoned view={view} /> : error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
      {view && step === 'agree' ? <AgreeDialog view={view} onClose={close} /> : null}
      {view && step === 'pay' ? <PayDialog view={view} onClose={close} /> : null}
    </PageFrame>
  );
}

/** The month: what it comes to, agreement by agreement, against the partner's list, entry by entry. */
function Reckoned({ view }: { readonly view: SettlementView }): ReactNode {
  const { t, error: sentence } = useTexts();
  return (
    <>
      {view.blocked ? (
        <Text role="status" size="sm" c="dimmed">
          {sentence({ code: 'rule-violated', ...view.blocked })}
        </Text>
      ) : null}
      <SettlementFacts view={view} />
      <section className={`sheet ${classes.part}`} aria-label={t('partner.settle.total')}>
        <SettlementLines view={view} />
      </section>
      <section className={`sheet ${classes.part}`} aria-label={t('partner.settle.list')}>
        <Title order={2} size="h4" mb={4}>
          {t('partner.settle.list')}
        </Title>
        <PartnersList list={view.list} />
      </section>
      <section className={`sheet ${classes.part}`} aria-label={t('partner.settle.entries')}>
        <Title order={2} size="h4" mb={4}>
          {t('partner.settle.entries')}
        </Title>
        <SettlementEntries entries={view.entries} />
      </section>
    </>
  );
}
