import { Progress, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconLock,
  IconProgress,
  IconTrendingUp,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { mayDrill } from '#shared/features/meeting/meeting.drills.ts';
import { rateTone, type RateTone } from '#shared/features/meeting/meeting.rates.ts';
import type { Figure, MissingReason } from '#shared/features/meeting/meeting.pack.ts';
import { listAddress } from '#renderer/components/record-list/list-address.ts';
import type { RecordFeature } from '#renderer/components/record-list/record-feature.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './figures.module.css';

export type Unit = 'count' | 'fen';

/** A figure of the pack in words: a count, money, or "not supplied". */
export function useFigureText(): (value: number, unit: Unit) => string {
  const { money } = useTexts();
  return (value, unit) => (unit === 'fen' ? money(value) : value.toLocaleString('en'));
}

/** 未提供 with the reason, or 无权查看; never 0. */
export function MissingFigure(props: { readonly missing: MissingReason | null }): ReactNode {
  const { missing } = props;
  const { t } = useTexts();
  const hidden = missing === 'no-right';
  const Sign = hidden ? IconLock : IconCircleDashed;
  return (
    <span className={classes.missing}>
      <Sign size={13} aria-hidden /> {t(hidden ? 'meeting.labels.noRight' : 'meeting.labels.notSupplied')}
      {missing === null || missing === 'no-right' ? null : (
        <span className={classes.why}>{t(`meeting.missing.${missing}`)}</span>
      )}
    </span>
  );
}

/** A figure that opens its rows; without the right to all of them it is plain. "Not supplied" says why. */
export function FigureLink(props: {
  readonly figure: Figure;
  readonly unit: Unit;
  /** What the figure is, for those who hear it. */
  readonly name: string;
  readonly strong?: boolean | undefined;
  readonly suffix?: string | undefined;
}): ReactNode {
  const { figure, unit, name, strong = false, suffix = '' } = props;
  const { t } = useTexts();
  const { me } = useSession();
  const link = useLink();
  const text = useFigureText();
  if (figure.value === null) return <MissingFigure missing={figure.missing} />;
  const shown = `${text(figure.value, unit)}${suffix}`;
  const look = `${classes.figure} ${strong ? classes.strong : ''}`;
  if (!mayDrill(me.roles, figure.drill)) return <span className={look}>{shown}</span>;
  // A drill names a record feature, see meeting.drills.
  const href = listAddress(figure.drill.feature as RecordFeature, { filters: figure.drill.filters });
  return (
    <a
      className={`${look} ${classes.drill}`}
      aria-label={t('meetingPage.progress.drill', { name, figure: shown })}
      {...link(href)}
    >
      {shown}
    </a>
  );
}

const looks: Readonly<Record<RateTone, { readonly icon: Icon; readonly color: string }>> = {
  met: { icon: IconCircleCheck, color: 'green' },
  onTrack: { icon: IconTrendingUp, color: 'desk' },
  near: { icon: IconProgress, color: 'orange' },
  behind: { icon: IconAlertTriangle, color: 'red' },
};

/** 完成率: bar, percent, and icon with word beside the colour. `expected`: the share of the period that has passed. */
export function Rate(props: {
  readonly rate: number | null;
  readonly goal: number | null;
  readonly expected: number;
  readonly name: string;
}): ReactNode {
  const { rate, goal, expected, name } = props;
  const { t } = useTexts();
  if (goal === null)
    return (
      <Text span c="dimmed" size="xs">
        {t('meeting.labels.noGoal')}
      </Text>
    );
  if (rate === null) return <span aria-hidden>{t('meeting.labels.dash')}</span>;
  const tone = rateTone(rate, expected);
  const { icon: Shown, color } = looks[tone];
  const percent = `${(rate / 100).toFixed(1)}%`;
  return (
    <div className={classes.rate}>
      <div className={classes.rateLine}>
        <span className={classes.figure}>{percent}</span>
        <span className={classes.tone} style={{ color: `var(--desk-tone-${tone})` }}>
          <Shown size={14} aria-hidden /> {t(`meetingPage.progress.tones.${tone}`)}
        </span>
      </div>
      <Progress
        value={Math.min(100, rate / 100)}
        color={color}
        size={5}
        aria-label={`${name} ${t('meetingPage.progress.rate')} ${percent}`}
      />
    </div>
  );
}

/** A heading figure of a group: name above, figure below. */
export function KeyFigure(props: {
  readonly name: string;
  readonly children: ReactNode;
  readonly warning?: boolean | undefined;
}): ReactNode {
  const { name, children, warning = false } = props;
  return (
    <div className={classes.key} data-warning={warning || undefined}>
      <span className={classes.keyName}>
        {warning ? <IconAlertTriangle size={13} aria-hidden /> : null}
        {name}
      </span>
      <span className={classes.keyValue}>{children}</span>
    </div>
  );
}

/** A heading figure that opens its rows. */
export function KeyFigureLink(props: {
  readonly name: string;
  readonly figure: Figure;
  readonly unit: Unit;
  readonly suffix?: string;
  readonly warning?: boolean;
}): ReactNode {
  const { name, warning, ...rest } = props;
  return (
    <KeyFigure name={name} warning={warning}>
      <FigureLink {...rest} name={name} strong />
    </KeyFigure>
  );
}
