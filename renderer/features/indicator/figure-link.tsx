import { IconCircleDashed, IconLock } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { IndicatorValue, Who } from '#shared/features/indicator/indicator.contract.ts';
import { mayDrill } from '#shared/features/meeting/meeting.drills.ts';
import type { Drill } from '#shared/features/meeting/meeting.pack.ts';
import { listAddress } from '#renderer/components/record-list/list-address.ts';
import type { RecordFeature } from '#renderer/components/record-list/record-feature.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { BehindDialog } from './behind.dialog.tsx';
import { useIndicatorTexts } from './use-indicator-texts.ts';
import classes from './indicator.module.css';

/** Address of a drill's list for who may open it and would see all of it; undefined for others. */
export function useDrillAddress(): (drill: Drill | null) => string | undefined {
  const { me, may } = useSession();
  return (drill) => {
    if (drill === null) return undefined;
    const open = drill.feature === 'indicatorEntry' ? may('goal.read') : mayDrill(me.roles, drill);
    // A drill names a record feature, see meeting.drills.
    return open ? listAddress(drill.feature as RecordFeature, { filters: drill.filters }) : undefined;
  };
}

/** 未提供 with its reason; never 0. */
export function Missing({ value }: { readonly value: Pick<IndicatorValue, 'missing' | 'about'> }): ReactNode {
  const { t } = useTexts();
  const texts = useIndicatorTexts();
  const hidden = value.missing === 'no-right';
  const Sign = hidden ? IconLock : IconCircleDashed;
  return (
    <span className={classes.missing}>
      <Sign size={13} aria-hidden /> {hidden ? t('indicator.noRight') : t('indicator.notSupplied')}
      {hidden || value.missing === null ? null : (
        <span className={classes.why}>{texts.missing(value.missing, value.about)}</span>
      )}
    </span>
  );
}

/** A figure that opens its rows: one list at once, several parts as a choice. */
export function IndicatorFigure(props: {
  readonly of: string;
  readonly value: IndicatorValue;
  readonly period: string;
  readonly who: Who;
  /** In few signs; said whole to those who hear it. */
  readonly short?: boolean;
}): ReactNode {
  const { of, value, period, who, short = false } = props;
  const { t } = useTexts();
  const texts = useIndicatorTexts();
  const link = useLink();
  const addressOf = useDrillAddress();
  const [opened, setOpened] = useState(false);
  if (value.value === null) return <Missing value={value} />;
  const whole = texts.figure(value.value, texts.definitions.get(of));
  const shown = short ? texts.short(value.value, texts.definitions.get(of)) : whole;
  const label = t('indicator.drill', {
    name: texts.name(of),
    // What is read must hold what is seen.
    figure: shown === whole ? whole : `${shown} (${whole})`,
  });
  const [only] = value.behind;
  const address = value.behind.length === 1 && only ? addressOf(only.drill) : undefined;
  if (address !== undefined)
    return (
      <a className={`${classes.figure} ${classes.drill}`} aria-label={label} {...link(address)}>
        {shown}
      </a>
    );
  if (!value.behind.some((part) => part.hasRows || part.drill !== null || part.key !== of))
    return <span className={classes.figure}>{shown}</span>;
  return (
    <>
      <button
        type="button"
        className={`${classes.figure} ${classes.drill} ${classes.button}`}
        aria-label={label}
        onClick={() => setOpened(true)}
      >
        {shown}
      </button>
      {opened ? (
        <BehindDialog
          of={of}
          parts={value.behind}
          period={period}
          who={who}
          onClose={() => setOpened(false)}
        />
      ) : null}
    </>
  );
}
