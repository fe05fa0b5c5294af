import { Anchor, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ChannelResult } from '#shared/features/channel-plan/channel-plan.rules.ts';
import { rateTone } from '#shared/features/meeting/meeting.rates.ts';
import { rateOf } from '#shared/features/meeting/meeting.rules.ts';
import { listAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useCostText } from './use-cost-text.ts';
import classes from './channel-plan.module.css';

/** Which rows stand behind a figure: leads or orders of a channel (of all) between two days. */
export type Rows = { readonly channel: string | null; readonly first: string; readonly last: string };

const addressOf = (feature: 'lead' | 'order', { channel, first, last }: Rows): string => {
  const field = feature === 'lead' ? 'arrivedOn' : 'orderedOn';
  return listAddress(feature, {
    filters: [
      channel === null
        ? { field: 'channel', operator: 'filled' }
        : { field: 'channel', operator: 'is', value: channel },
      { field, operator: 'from', value: first },
      { field, operator: 'to', value: last },
    ],
  });
};

/** What was reached of a goal, with the share of it; opens its rows. `passed`: share of the time that has passed, 0 … 1. */
export function GoalCell(props: {
  readonly feature: 'lead' | 'order';
  readonly value: number;
  readonly goal: number | null;
  readonly rows: Rows;
  readonly passed: number;
}): ReactNode {
  const { feature, value, goal, rows, passed } = props;
  const { t } = useTexts();
  const link = useLink();
  const rate = passed === 0 ? null : rateOf(value, goal);
  return (
    <Table.Td ta="right" className="figures">
      <Anchor inherit {...link(addressOf(feature, rows))}>
        {goal === null ? value : t('channelPlan.ofGoal', { value, goal })}
      </Anchor>
      {rate === null ? null : (
        <div className={classes.rate} data-tone={rateTone(rate, passed)}>
          {`${(Math.round(rate / 10) / 10).toFixed(1)}%`}
        </div>
      )}
    </Table.Td>
  );
}

/** Cost beside its budget; what events spent is told apart. Then cost per lead and per vehicle ordered. */
export function MoneyCells({ line }: { readonly line: ChannelResult }): ReactNode {
  const { t, money } = useTexts();
  const cost = useCostText();
  const isOver =
    line.allCostFen !== null && line.allBudgetFen !== null && line.allCostFen > line.allBudgetFen;
  return (
    <>
      <Table.Td ta="right" className="figures">
        {line.allCostFen === null ? t('channelPlan.noCost') : money(line.allCostFen)}
        {line.allBudgetFen === null ? null : (
          <div className={classes.rate} data-tone={isOver ? 'behind' : undefined}>
            {t(isOver ? 'channelPlan.overBudget' : 'channelPlan.ofBudget', {
              amount: money(line.allBudgetFen),
            })}
          </div>
        )}
        {line.eventCostFen === null ? null : (
          <div className={classes.rate}>
            {t('channelPlan.ofEvents', { amount: money(line.eventCostFen) })}
          </div>
        )}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {cost(line.perLead, 'leads')}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {cost(line.perOrder, 'orders')}
      </Table.Td>
    </>
  );
}
