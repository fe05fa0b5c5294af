import { Badge, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDot,
  IconClock,
  IconProgressCheck,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ActionItem } from '#shared/features/action/action.contract.ts';
import type { ActionState } from '#shared/features/action/action.fields.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './action.module.css';

const looks: Readonly<Record<ActionState, { readonly icon: Icon; readonly color: string }>> = {
  open: { icon: IconCircleDot, color: 'blue' },
  reported: { icon: IconProgressCheck, color: 'orange' },
  closed: { icon: IconCircleCheck, color: 'green' },
};

/** 状态 with icon and word. */
export function ActionStateBadge(props: { readonly state: ActionState }): ReactNode {
  const { t } = useTexts();
  const { icon: Shown, color } = looks[props.state];
  return (
    <Badge color={color} leftSection={<Shown size={12} aria-hidden />}>
      {t(`meeting.actionStates.${props.state}`)}
    </Badge>
  );
}

/** 到期: late ones in red with icon and word. */
export function ActionDue(props: { readonly item: ActionItem }): ReactNode {
  const { item } = props;
  const { t, day } = useTexts();
  const { today } = useSession();
  if (item.daysOverdue > 0)
    return (
      <span className={classes.late}>
        <IconAlertTriangle size={14} aria-hidden /> {day(item.dueOn)} ·{' '}
        {t('action.overdueDays', { count: item.daysOverdue })}
      </span>
    );
  return (
    <span className={classes.due}>
      <IconClock size={14} aria-hidden /> {day(item.dueOn)}
      {item.state !== 'closed' && item.dueOn === today ? ` · ${t('action.dueToday')}` : ''}
    </span>
  );
}

/** Items as short lines, without their history. */
export function ActionLines(props: { readonly items: readonly ActionItem[] }): ReactNode {
  return (
    <ul className={classes.lines}>
      {props.items.map((item) => (
        <li key={item.id}>
          <div className={classes.what}>
            <Text span inherit c="dimmed" className="figures">
              {item.number}
            </Text>{' '}
            {item.text}
          </div>
          <div className={classes.facts}>
            <span>{item.ownerName}</span>
            <ActionDue item={item} />
            {item.state === 'open' ? null : <ActionStateBadge state={item.state} />}
          </div>
        </li>
      ))}
    </ul>
  );
}
