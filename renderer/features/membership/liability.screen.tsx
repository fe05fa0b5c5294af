import { Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Liability } from '#shared/features/membership/membership-views.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useLiability } from './membership.queries.ts';
import { MoneyTable } from './money-table.tsx';
import classes from './membership.module.css';

/** 会员负债 what the store owes its members on any day. */
export function LiabilityScreen(): ReactNode {
  const { t } = useTexts();
  const { today } = useSession();
  const [day, setDay] = useState(today);
  const { data, error } = useLiability(day);
  return (
    <PageFrame title={t('membership.liabilityTitle')} maxWidth={760}>
      <Text c="dimmed" size="sm">
        {t('membership.liabilitySentence')}
      </Text>
      <DayInput
        label={t('membership.liabilityDay')}
        w={200}
        value={day}
        maxDate={today}
        onChange={(chosen) => setDay(chosen ?? today)}
      />
      <ErrorNote error={error} />
      {data && day <= today ? <Owed owed={data} /> : null}
    </PageFrame>
  );
}

function Owed({ owed }: { readonly owed: Liability }): ReactNode {
  const { t } = useTexts();
  const lines: readonly (readonly [string, number | null, number])[] = [
    [t('membership.accounts.points'), owed.points, owed.pointsFen],
    [t('membership.accounts.principal'), null, owed.principalFen],
    [t('membership.accounts.bonus'), null, owed.bonusFen],
    [t('membership.accounts.voucher'), owed.vouchers, owed.vouchersFen],
    [t('membership.accounts.package'), owed.packageTimes, owed.packagesFen],
    [t('membership.accounts.pass'), owed.passes, owed.passesFen],
    [t('membership.accounts.tier'), owed.paidTiers, owed.paidTiersFen],
  ];
  return (
    <div className={`sheet ${classes.part}`}>
      <Text size="sm" mb={4}>
        {t('membership.liabilityMembers')}: <span className="figures">{owed.members}</span>
      </Text>
      <MoneyTable
        label={t('membership.liabilityTitle')}
        titles={{
          what: t('membership.liabilityColumns.what'),
          count: t('membership.liabilityColumns.count'),
          money: t('membership.liabilityColumns.money'),
        }}
        lines={lines.map(([name, count, fen]) => ({
          name,
          count: count === null ? '' : count.toLocaleString('en'),
          fen,
        }))}
        total={{ name: t('membership.liabilityTotal'), fen: owed.totalFen }}
      />
    </div>
  );
}
