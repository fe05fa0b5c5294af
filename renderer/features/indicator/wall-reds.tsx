import { Anchor, Badge, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { WallRed } from '#shared/features/indicator/indicator.contract.ts';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { gapAddress } from './indicator-address.ts';
import { useIndicatorTexts } from './use-indicator-texts.ts';
import classes from './indicator.module.css';

/** What is behind, and which action items answer it. */
export function WallReds({ reds }: { readonly reds: readonly WallRed[] }): ReactNode {
  const { t } = useTexts();
  if (reds.length === 0)
    return (
      <Text size="sm">
        <IconCircleCheck size={14} aria-hidden /> {t('indicator.redNone')}
      </Text>
    );
  return (
    <ul className={classes.reds}>
      {reds.map((red) => (
        <Red key={`${red.key} ${red.period} ${red.who.departmentId} ${red.who.personId}`} red={red} />
      ))}
    </ul>
  );
}

function Red({ red }: { readonly red: WallRed }): ReactNode {
  const { t, day, choice } = useTexts();
  const texts = useIndicatorTexts();
  const link = useLink();
  return (
    <li>
      <strong>{texts.name(red.key)}</strong>
      <span>
        {texts.who(red.who, red.name)} · {texts.period(red.period)}
      </span>
      <span className={classes.mark} data-tone="behind">
        <IconAlertTriangle size={13} aria-hidden /> {red.rate === null ? '' : texts.percent(red.rate)}{' '}
        {t('indicator.tones.behind')}
      </span>
      <Anchor inherit {...link(gapAddress(red.key, red.period, red.who, red.gapId))}>
        {red.gapNumber === null ? t('indicator.analyse') : t('indicator.openGap', { number: red.gapNumber })}
      </Anchor>
      {red.actions.length === 0 ? (
        <span className={classes.answer}>{t('indicator.notAnswered')}</span>
      ) : (
        red.actions.map((item) => (
          <span key={item.id} className={classes.answer}>
            <a {...link(recordAddress('action', item.id))}>{item.number}</a> {item.text} · {item.ownerName} ·{' '}
            {t('gap.dueWords', { day: day(item.dueOn) })}{' '}
            <Badge size="sm" color={item.overdue ? 'red' : item.state === 'closed' ? 'green' : 'gray'}>
              {item.overdue ? t('gap.overdue') : choice('action', 'state', item.state)}
            </Badge>
          </span>
        ))
      )}
    </li>
  );
}
