import { ActionIcon, Badge, Button, Group, Loader, Text, Title, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconFileSpreadsheet, IconLock, IconReceipt } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { SettlementView } from '#shared/features/partner/partner-settlement.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Facts } from '#renderer/components/facts.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useRecord } from '#renderer/components/record-list/record.queries.ts';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { entryText, quantityText } from './partner-words.ts';
import { settlementPaper, useSettlement, useWorkbook } from './partner.queries.ts';
import { PlainTable } from '#renderer/components/plain-table.tsx';
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

function Reckoned({ view }: { readonly view: SettlementView }): ReactNode {
  const texts = useTexts();
  const { t, day, money, error: sentence } = texts;
  const link = useLink();
  const { may } = useSession();
  const net =
    view.netFen > 0
      ? t('partner.settle.storePays', { name: view.partnerName })
      : view.netFen < 0
        ? t('partner.settle.partnerPays', { name: view.partnerName })
        : t('partner.settle.nobodyPays');
  return (
    <>
      {view.blocked ? (
        <Text role="status" size="sm" c="dimmed">
          {sentence({ code: 'rule-violated', ...view.blocked })}
        </Text>
      ) : null}
      <section className={`sheet ${classes.part}`} aria-label={t('partner.settle.title')}>
        <Facts
          facts={[
            { name: net, value: <strong className="figures">{money(Math.abs(view.netFen))}</strong> },
            { name: t('partner.settle.opening'), value: money(view.openingFen) },
            {
              name: t('partner.settle.broughtIn'),
              value: view.broughtInFen === 0 ? null : money(view.broughtInFen),
            },
            { name: t('partner.settle.closing'), value: money(view.closingFen) },
            { name: t('partner.settle.dueOn'), value: day(view.dueOn) },
            {
              name: t('partner.settle.states.agreed'),
              value: view.agreedOn === null ? null : `${day(view.agreedOn)} ${view.agreedByName ?? ''}`,
            },
            { name: t('partner.settle.states.paid'), value: view.paidOn === null ? null : day(view.paidOn) },
            { name: t('partner.settle.note'), value: view.note },
          ]}
        />
        <Group gap="sm" mt={6}>
          {view.receivableId !== null && may('receivable.read') ? (
            <Button
              component="a"
              size="compact-sm"
              variant="light"
              {...link(recordAddress('receivable', view.receivableId))}
            >
              {t('partner.settle.receivable')}
            </Button>
          ) : null}
          {view.cashId !== null && may('cash.read') ? (
            <Button
              component="a"
              size="compact-sm"
              variant="light"
              {...link(recordAddress('cash', view.cashId))}
            >
              {t('partner.settle.cash')}
            </Button>
          ) : null}
        </Group>
      </section>
      <section className={`sheet ${classes.part}`} aria-label={t('partner.settle.total')}>
        <Lines view={view} />
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
        {view.entries.length === 0 ? <Text size="sm">{t('partner.settle.entriesNone')}</Text> : null}
        {view.entries.length > 0 ? (
          <PlainTable
            label={t('partner.settle.entries')}
            columns={[
              { title: t('partner.entryColumns.day') },
              { title: t('partner.entryColumns.kind') },
              { title: t('partner.entryColumns.number') },
              { title: t('partner.entryColumns.customer') },
              { title: t('partner.entryColumns.change'), right: true },
              { title: t('partner.settle.columns.store'), right: true },
              { title: t('partner.settle.columns.partner'), right: true },
              { title: t('partner.entryColumns.receipt') },
            ]}
            rows={view.entries.map((entry) => ({
              key: entry.id,
              cells: [
                <>
                  {day(entry.onDay)}
                  {entry.late ? (
                    <Text size="xs" c="orange.9">
                      {t('partner.settle.late')}
                    </Text>
                  ) : null}
                </>,
                entryText(entry, texts),
                <span key="number" className={classes.number}>
                  {entry.number}
                </span>,
                entry.customerName,
                quantityText(entry.unit, entry.quantity, texts),
                money(entry.storeFen),
                money(entry.partnerFen),
                entry.receiptKey ?? '',
              ],
            }))}
          />
        ) : null}
      </section>
    </>
  );
}

function Lines({ view }: { readonly view: SettlementView }): ReactNode {
  const { t, money } = useTexts();
  if (view.lines.length === 0) return <Text size="sm">{t('partner.settle.linesNone')}</Text>;
  const counted = (fen: number, words: string): ReactNode => (
    <>
      {money(fen)}
      <Text size="xs" c="dimmed">
        {words}
      </Text>
    </>
  );
  return (
    <PlainTable
      label={t('partner.settle.total')}
      columns={[
        { title: t('partner.settle.columns.card') },
        ...(['issued', 'redeemed', 'expired', 'store', 'partner'] as const).map((name) => ({
          title: t(`partner.settle.columns.${name}`),
          right: true,
        })),
      ]}
      rows={[
        ...view.lines.map((line) => ({
          key: line.agreementId,
          cells: [
            line.cardName,
            counted(line.issuedFen, t('partner.settle.cards', { count: line.issued })),
            counted(line.redeemedFen, t('partner.settle.times', { count: line.redeemed })),
            counted(line.expiredFen, t('partner.settle.cards', { count: line.expired })),
            money(line.storeFen),
            money(line.partnerFen),
          ],
        })),
        {
          key: 'total',
          total: true,
          cells: [
            t('partner.settle.total'),
            money(view.issuedFen),
            money(view.redeemedFen),
            money(view.expiredFen),
            money(view.storeFen),
            money(view.partnerFen),
          ],
        },
      ]}
    />
  );
}

/** 商户对账清单: what it comes to, and the rows that match nothing. */
function PartnersList({ list }: { readonly list: SettlementView['list'] }): ReactNode {
  const { t, day, money } = useTexts();
  if (list === null) return <Text size="sm">{t('partner.settle.listNone')}</Text>;
  return (
    <>
      <Text size="sm" className="figures">
        {t('partner.settle.listLine', { name: list.name, money: money(list.listFen) })}
      </Text>
      <Text size="sm" className="figures" c={list.differenceFen === 0 ? undefined : 'red'}>
        {t('partner.settle.difference')}: {money(list.differenceFen)}
      </Text>
      {list.open.length > 0 ? (
        <PlainTable
          label={t('partner.settle.openRows')}
          columns={[
            { title: t('partner.list.columns.line'), right: true },
            { title: t('partner.list.columns.number') },
            { title: t('partner.list.columns.day') },
            { title: t('partner.list.columns.amount'), right: true },
            { title: t('partner.list.columns.receipt') },
            { title: t('partner.list.columns.verdict') },
          ]}
          rows={list.open.map((row) => ({
            key: row.line,
            cells: [
              row.line,
              <span key="number" className={classes.number}>
                {row.number}
              </span>,
              row.onDay === null ? '' : day(row.onDay),
              row.amountFen === null ? '' : money(row.amountFen),
              row.receipt ?? '',
              t(`partner.verdicts.${row.verdict}`),
            ],
          }))}
        />
      ) : null}
    </>
  );
}
