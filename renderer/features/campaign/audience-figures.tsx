import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AudiencePreview } from '#shared/features/campaign/campaign-views.ts';
import { smallestGroup } from '#shared/features/campaign/campaign.rules.ts';
import { numberShown } from '#renderer/components/fields/typing.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './campaign.module.css';

const counted = (count: number): string => numberShown(count, 0, true);

/** Whom a campaign would reach, whom it leaves out and why. */
export function AudienceFigures(props: {
  readonly preview: Omit<AudiencePreview, 'plannedFen'> & { readonly plannedFen?: number };
}): ReactNode {
  const { rows, heads, controlHeads, members, inOthers, plannedFen, leftOut, whom } = props.preview;
  const { t, money } = useTexts();
  const figures: readonly (readonly [string, string, string?])[] = [
    [t('campaign.preview.rows'), counted(rows)],
    [t('campaign.preview.heads'), counted(heads)],
    [t('campaign.preview.treated'), counted(heads - controlHeads)],
    [t('campaign.preview.control'), counted(controlHeads)],
    [t('campaign.preview.members'), counted(members)],
    ...(inOthers > 0 ? ([[t('campaign.preview.inOthers'), counted(inOthers)]] as const) : []),
    ...(plannedFen === undefined ? [] : ([[t('campaign.preview.planned'), money(plannedFen)]] as const)),
  ];
  return (
    <div>
      <dl className={classes['figures']}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figures">{value}</dd>
          </div>
        ))}
      </dl>
      <Text size="sm">
        {leftOut.length === 0
          ? t('campaign.preview.noneLeftOut')
          : t('common.named', {
              name: t('campaign.preview.leftOut'),
              value: leftOut
                .map(({ reason, count }) => `${t(`campaign.reasons.${reason}`)} ${count}`)
                .join(t('common.semicolon')),
            })}
      </Text>
      <Text size="xs" c="dimmed">
        {t('campaign.preview.membersNote')}
      </Text>
      {controlHeads === 0 ? (
        <Text size="sm" role="status">
          {t('campaign.preview.noControl')}
        </Text>
      ) : controlHeads < smallestGroup ? (
        <Text size="sm" role="status">
          {t('campaign.preview.smallControl', { count: smallestGroup })}
        </Text>
      ) : null}
      {whom.length > 0 ? (
        <Text size="sm" mt={4} lineClamp={2}>
          {t('common.named', {
            name: t('campaign.preview.whom'),
            value: whom
              .map(({ name, why }) => (why === '' ? name : `${name} (${why})`))
              .join(t('common.semicolon')),
          })}
        </Text>
      ) : null}
    </div>
  );
}
