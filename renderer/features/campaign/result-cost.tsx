import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { giftBasis } from '#shared/features/campaign/campaign-margin.rules.ts';
import type { CampaignCost, CampaignResult } from '#shared/features/campaign/campaign-views.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { Count, Figures, Part, type Ask, type Figure } from './result-parts.tsx';
import classes from './campaign.module.css';

/** 触达: how many were asked and what they said; every count opens its rows. */
export function ResultReach({
  result,
  onAsk,
}: {
  readonly result: CampaignResult;
  readonly onAsk: Ask;
}): ReactNode {
  const { t } = useTexts();
  return (
    <Part id="campaign-reach" name={t('campaign.result.reach')}>
      <Figures
        figures={(['asked', 'reached', 'accepted', 'refused'] as const).map((part): Figure => {
          const name = t(`campaign.result.${part}`);
          return [name, <Count key={part} count={result[part]} part={part} name={name} onAsk={onAsk} />];
        })}
      />
    </Part>
  );
}

/** How the gifts that were used count. */
function GiftNote({ cost }: { readonly cost: CampaignCost }): ReactNode {
  const { t, money } = useTexts();
  const basis = giftBasis(cost);
  const { goods, atPriceFen } = cost;
  if (basis === 'none') return null;
  return (
    <Text size="xs" c="dimmed">
      {basis === 'price' || goods === null
        ? t('campaign.result.giftAllAtPrice')
        : t('campaign.result.giftAtCost', { goods: t(`campaign.result.marginLines.${goods}`) })}{' '}
      {basis === 'both' ? t('campaign.result.giftAtPrice', { price: money(atPriceFen) }) : null}
    </Text>
  );
}

/** 费用: planned, spent, and gifts with what they cost. */
export function ResultCost({
  result,
  onAsk,
}: {
  readonly result: CampaignResult;
  readonly onAsk: Ask;
}): ReactNode {
  const { t, money } = useTexts();
  const { plannedFen, spentFen, givenFen, usedFen, usedCostFen, openFen, totalFen } = result.cost;
  return (
    <Part id="campaign-cost" name={t('campaign.result.cost')}>
      <Figures
        figures={[
          [t('campaign.result.planned'), money(plannedFen)],
          spentFen === null
            ? [t('campaign.result.spent'), '—', t('campaign.result.spentUnknown')]
            : [t('campaign.result.spent'), money(spentFen)],
          [t('campaign.result.given'), money(givenFen)],
          [t('campaign.result.used'), money(usedFen)],
          [t('campaign.result.usedCost'), money(usedCostFen)],
          [t('campaign.result.open'), money(openFen)],
          [t('campaign.result.total'), money(totalFen)],
        ]}
      />
      <GiftNote cost={result.cost} />
      {givenFen > 0 ? (
        <button
          type="button"
          className={classes['step']}
          onClick={() => onAsk('gifts', t('campaign.result.gifts'))}
        >
          {t('campaign.result.gifts')}
        </button>
      ) : null}
    </Part>
  );
}
