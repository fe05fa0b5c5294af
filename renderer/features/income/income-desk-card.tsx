import { Paper, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatMonth } from '#shared/kernel/day.ts';
import { DeskLine, DeskLines } from '#renderer/components/desk-lines.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useWaitingWishes } from './income.queries.ts';

/** 收入目标 on the desk: wishes to confirm, and the manager's answer to the own one. Nothing while nothing waits. */
export function IncomeDeskCard(): ReactNode {
  const { t, language } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const { data = [] } = useWaitingWishes(may('income.use'));
  if (data.length === 0) return null;
  return (
    <Paper className="sheet">
      <Title order={2} mb="xs">
        {t('income.desk.title')}
      </Title>
      <DeskLines>
        {data.map((wish) => {
          const unit = t(`pay.unitWord.${wish.unit}`);
          return (
            <DeskLine
              key={wish.id}
              link={link(`/income?person=${wish.personId}`)}
              what={
                wish.state === 'answered'
                  ? t('income.desk.toAccept', { units: wish.answerUnits ?? 0, unit })
                  : wish.state === 'declined'
                    ? t('income.desk.declined', { units: wish.units, unit })
                    : t('income.desk.toConfirm', { name: wish.personName, units: wish.units, unit })
              }
              end={formatMonth(wish.fromMonth, language)}
            />
          );
        })}
      </DeskLines>
    </Paper>
  );
}
