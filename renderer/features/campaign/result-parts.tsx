import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CampaignResult, ResultPart } from '#shared/features/campaign/campaign-views.ts';
import type { CampaignReturn } from '#shared/features/campaign/campaign-return.rules.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './campaign.module.css';

/** Opens the rows behind a figure. */
export type Ask = (part: ResultPart, name: string) => void;

/** A sheet of the result with its heading. */
export function Part(props: {
  readonly id: string;
  readonly name: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Paper className="sheet" p="md" component="section" aria-labelledby={props.id}>
      <Title order={2} size="sm" id={props.id} mb="xs">
        {props.name}
      </Title>
      {props.children}
    </Paper>
  );
}

export type Figure = readonly [name: string, value: ReactNode, note?: string];

/** Figures under their names, side by side. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }): ReactNode {
  return (
    <dl className={classes['figures']}>
      {figures.map(([name, value, note]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="figures">
            {value}
            {note ? <small>{note}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A count that opens its rows. */
export function Count(props: {
  readonly count: number;
  readonly part: ResultPart;
  readonly name: string;
  readonly onAsk: Ask;
}): ReactNode {
  const { count, part, name, onAsk } = props;
  const { t } = useTexts();
  if (count === 0) return '0';
  return (
    <button
      type="button"
      className={classes['step']}
      aria-label={`${t('campaign.result.rows', { part: name })} ${count}`}
      onClick={() => onAsk(part, name)}
    >
      {count}
    </button>
  );
}

/** The sum behind a return, number by number; nothing without a control group. */
export function Reckoned({
  gain,
  result,
}: {
  readonly gain: CampaignReturn;
  readonly result: CampaignResult;
}): ReactNode {
  const { t, money } = useTexts();
  const { treatedPerHeadFen, controlPerHeadFen, extraFen, netFen } = gain;
  if (treatedPerHeadFen === null || controlPerHeadFen === null || extraFen === null || netFen === null)
    return null;
  return (
    <Text size="sm" className="figures">
      {t('campaign.result.reckoned', {
        treated: money(treatedPerHeadFen),
        control: money(controlPerHeadFen),
        heads: result.treated.heads,
        extra: money(extraFen),
        cost: money(result.cost.totalFen),
        net: money(netFen),
      })}
    </Text>
  );
}
