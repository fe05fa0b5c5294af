import { Group, Loader, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { MemberView } from '#shared/features/membership/membership-views.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { Facts } from '#renderer/components/facts.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { yearOf } from '#shared/kernel/period.ts';
import { statementPaper, useStatement } from './membership.queries.ts';
import { MoneyTable } from './money-table.tsx';

/** 年度对账单: what the member got in a year, in money. */
export function StatementDialog(props: {
  readonly view: MemberView;
  readonly onClose: () => void;
}): ReactNode {
  const { view, onClose } = props;
  const { t, money } = useTexts();
  const { today } = useSession();
  const first = yearOf(view.joinedOn);
  const last = yearOf(today);
  const [year, setYear] = useState(last);
  const { data, error } = useStatement(view.id, year);
  const amounts = (of: { points: number; principalFen: number; bonusFen: number; units: number }): string =>
    t('membership.amounts', {
      points: of.points.toLocaleString('en'),
      principal: money(of.principalFen),
      bonus: money(of.bonusFen),
      units: of.units,
    });
  return (
    <Modal opened size="lg" onClose={onClose} title={t('membership.statementTitle', { year })}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-end">
          <NativeSelect
            label={t('membership.year')}
            value={String(year)}
            data={Array.from({ length: last - first + 1 }, (_, at) => String(last - at))}
            onChange={(event) => setYear(Number(event.currentTarget.value))}
          />
          <PaperButton name={t('membership.paper.statement')} load={statementPaper(view.id, year)} inHead />
        </Group>
        <ErrorNote error={error} />
        {data ? (
          <>
            <MoneyTable
              label={t('membership.got')}
              titles={{
                what: t('membership.got'),
                count: t('membership.paper.times'),
                money: t('membership.paper.amount'),
              }}
              lines={data.gains.map(({ kind, count, fen }) => ({
                name: t(`membership.gains.${kind}`),
                count: t('membership.gainTimes', { count }),
                fen,
              }))}
              total={{ name: t('membership.gainedTotal'), fen: data.gainedFen }}
            />
            <Facts
              facts={[
                { name: t('membership.opening'), value: amounts(data.opening), wide: true },
                { name: t('membership.closing'), value: amounts(data.closing), wide: true },
                {
                  name: t('membership.pointsFlow'),
                  value: t('membership.pointsFlowLine', {
                    earned: data.earnedPoints.toLocaleString('en'),
                    spent: data.spentPoints.toLocaleString('en'),
                    expired: data.expiredPoints.toLocaleString('en'),
                  }),
                  wide: true,
                },
                {
                  name: t('membership.moneyFlow'),
                  value: t('membership.moneyFlowLine', {
                    paid: money(data.paidInFen),
                    fees: money(data.feesFen),
                    back: money(data.paidBackFen),
                  }),
                  wide: true,
                },
                { name: t('membership.partnerCards'), value: money(data.partnerCardsFen) },
              ]}
            />
          </>
        ) : (
          <Loader size="sm" aria-label={t('common.loading')} />
        )}
        {data?.entries.length === 0 ? <Text size="sm">{t('membership.entriesNone')}</Text> : null}
      </Stack>
    </Modal>
  );
}
