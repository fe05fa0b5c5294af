import type { ReactNode } from 'react';
import type { ActionOrigin } from '#shared/features/action/action.contract.ts';
import { actionOriginText } from '#shared/text/action-origin.ts';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { rightOf } from '#renderer/components/record-list/record-feature.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './action.module.css';

/** 来源 of an action item: the gap, event, decision, check, channel's month or plan that it was raised for. */
export function ActionFrom({ origin }: { readonly origin: ActionOrigin | null }): ReactNode {
  const { language } = useTexts();
  const { may } = useSession();
  const link = useLink();
  if (origin === null) return null;
  const { feature, id } = origin;
  const said = actionOriginText(origin, language);
  if (feature === 'plan')
    return may('plan.read') ? (
      <a className={classes.from} {...link('/plan')}>
        {said}
      </a>
    ) : (
      <span>{said}</span>
    );
  const right = rightOf(feature, 'list');
  const opens =
    right !== undefined && (right === 'open' || right === 'signed-in' || right === 'locked' || may(right));
  return !opens ? (
    <span>{said}</span>
  ) : (
    <a className={classes.from} {...link(recordAddress(feature, id))}>
      {said}
    </a>
  );
}
