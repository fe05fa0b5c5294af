import { Button, Group, Loader, Modal, SegmentedControl, Stack, Table, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { MemberView } from '#shared/features/membership/membership-views.ts';
import {
  refundCauses,
  type Refund,
  type RefundCause,
} from '#shared/features/membership/membership-refund.rules.ts';
import { refundLineMoney, refundLineText } from '#shared/text/membership-refund.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { refundPaper, usePayRefund, useRefund } from './membership.queries.ts';
import classes from './membership.module.css';

/** 退款试算 with its reasoning line by line; a manager pays it out. */
export function RefundDialog(props: { readonly view: MemberView; readonly onClose: () => void }): ReactNode {
  const { view, onClose } = props;
  const { t, money } = useTexts();
  const { may } = useSession();
  const [cause, setCause] = useState<RefundCause>('store');
  const [reason, setReason] = useState('');
  const { data, error } = useRefund(view.id, cause);
  const paying = usePayRefund();
  const isReady = data !== undefined && data.parts.length > 0 && reason.trim().length >= 2;
  const pay = (): void => {
    if (!data || !isReady || paying.isPending) return;
    paying.mutate(
      { id: view.id, cause, seenFen: data.totalFen, reason: reason.trim() },
      {
        onSuccess: ({ refundFen }) => {
          notifications.show({
            message: t('membership.refunded', { money: money(refundFen) }),
            color: 'green',
          });
          onClose();
        },
      },
    );
  };
  return (
    <Modal opened size="lg" onClose={onClose} title={t('membership.refundTitle')}>
      <Stack gap="sm">
        {data?.parts.length === 0 ? null : (
          <div>
            <Text size="sm" fw={500} aria-hidden>
              {t('membership.refundCause')}
            </Text>
            <SegmentedControl
              orientation="vertical"
              size="xs"
              aria-label={t('membership.refundCause')}
              value={cause}
              data={refundCauses.map((value) => ({ value, label: t(`membership.causes.${value}`) }))}
              onChange={(value) => {
                const chosen = refundCauses.find((one) => one === value);
                if (chosen) setCause(chosen);
              }}
            />
          </div>
        )}
        <ErrorNote error={error} />
        {data ? null : <Loader size="sm" aria-label={t('common.loading')} />}
        {data?.parts.length === 0 ? <Text size="sm">{t('membership.refundNothing')}</Text> : null}
        {data?.parts.map((part) => (
          <RefundPart key={part.entryId} part={part} />
        ))}
        {data && data.parts.length > 0 ? (
          <>
            <div className={classes.line}>
              <Text fw={600}>{t('membership.refundTotal')}</Text>
              <Text fw={600} className="figures">
                {money(data.totalFen)}
              </Text>
            </div>
            <Text size="xs" c="dimmed">
              {t('membership.refundSource')}
            </Text>
            {may('membership.reverse') ? (
              <Textarea
                label={t('membership.reason')}
                description={t('membership.refundSentence')}
                value={reason}
                maxLength={200}
                autosize
                minRows={1}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            ) : null}
            <ErrorNote error={paying.error} />
            <Group justify="flex-end" gap="xs">
              <PaperButton name={t('membership.paper.refund')} load={refundPaper(view.id, cause)} inHead />
              {may('membership.reverse') ? (
                <Button disabled={!isReady} loading={paying.isPending} onClick={pay}>
                  {t('membership.refundPay')}
                </Button>
              ) : null}
            </Group>
          </>
        ) : null}
      </Stack>
    </Modal>
  );
}

function RefundPart({ part }: { readonly part: Refund }): ReactNode {
  const { t, day, money, language } = useTexts();
  const title = t(`membership.refundPart.${part.kind}`, {
    day: day(part.paidOn),
    name: part.name ?? '',
    money: money(part.lines[0]?.fen ?? 0),
  });
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Table verticalSpacing={2} aria-label={title}>
        <Table.Tbody>
          {part.lines.map((line) => (
            <Table.Tr key={line.key}>
              <Table.Td>{refundLineText(line, language)}</Table.Td>
              <Table.Td ta="right" className={`figures ${classes.amount}`}>
                {refundLineMoney(line)}
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Td fw={600}>{t('membership.paper.refundOf')}</Table.Td>
            <Table.Td ta="right" fw={600} className="figures">
              {money(part.refundFen)}
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </div>
  );
}
