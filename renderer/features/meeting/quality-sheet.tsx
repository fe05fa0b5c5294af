import type { ReactNode } from 'react';
import type { QualityPack, QualityRate } from '#shared/features/meeting/meeting.pack.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { FigureGroup } from './figure-group.tsx';
import { KeyFigure, KeyFigureLink, useFigureText, type Unit } from './figures.tsx';
import { OriginExceptions } from './origin-exceptions.tsx';
import type { Surface } from './surface.ts';
import classes from './figures.module.css';

/** 质量: coverage and first-pass rate of the week, open complaints, returns, original parts; nothing in minutes from before. */
export function QualitySheet(props: { readonly surface: Surface }): ReactNode {
  const { surface } = props;
  const { pack } = surface.view.content;
  const { t, day } = useTexts();
  const { quality, days } = pack;
  if (!quality) return null;
  const { coverage, firstPass, openComplaints, returns, origins } = quality;
  const span = { from: days.first, to: days.last };
  return (
    <FigureGroup
      surface={surface}
      topic="quality"
      title={t('meeting.captions.quality')}
      note={`${day(days.first)} – ${day(days.last)}`}
    >
      <div className={classes.keys}>
        <Rate name={t('meeting.quality.coverage')} rates={coverage} span={span} />
        <Rate name={t('meeting.quality.firstPass')} rates={firstPass} span={span} />
        <KeyFigureLink name={t('meeting.quality.openComplaints')} figure={openComplaints} unit="count" />
        <KeyFigureLink
          name={t('meeting.quality.returns')}
          figure={returns}
          unit="count"
          warning={(returns.value ?? 0) > 0}
        />
        {origins ? <OriginRates origins={origins} span={span} /> : null}
      </div>
      {origins ? <OriginExceptions origins={origins} /> : null}
    </FigureGroup>
  );
}

type Span = { readonly from: string; readonly to: string };

function OriginRates(props: {
  readonly origins: NonNullable<QualityPack['origins']>;
  readonly span: Span;
}): ReactNode {
  const { origins, span } = props;
  const { t } = useTexts();
  const rates = (of: 'byCount' | 'byValue') => ({
    week: origins.week[of],
    monthToDate: origins.monthToDate[of],
  });
  return (
    <>
      <Rate name={t('meeting.quality.originCount')} rates={rates('byCount')} span={span} />
      <Rate name={t('meeting.quality.originValue')} rates={rates('byValue')} span={span} unit="fen" />
    </>
  );
}

/** A rate with what it counts, the month beside it, and the way to the page that tells it in full. */
function Rate(props: {
  readonly name: string;
  readonly rates: Readonly<Record<'week' | 'monthToDate', QualityRate>>;
  readonly span: Span;
  readonly unit?: Unit;
}): ReactNode {
  const { name, rates, span, unit = 'count' } = props;
  const text = useFigureText();
  const { t } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const shown = ({ basisPoints }: QualityRate): string =>
    basisPoints === null ? t('meeting.labels.dash') : `${(Math.floor(basisPoints / 10) / 10).toFixed(1)}%`;
  const { week, monthToDate } = rates;
  const value = shown(week);
  const look = `${classes.figure} ${classes.strong}`;
  return (
    <KeyFigure name={name} warning={week.basisPoints !== null && week.basisPoints < 10_000}>
      {may('inspection.read') && week.counted > 0 ? (
        <a
          className={`${look} ${classes.drill}`}
          aria-label={t('meetingPage.progress.drill', { name, figure: value })}
          {...link(`/quality?from=${span.from}&to=${span.to}`)}
        >
          {value}
        </a>
      ) : (
        <span className={look}>{value}</span>
      )}
      <div className={classes.under}>
        {t('meeting.quality.of', { good: text(week.good, unit), counted: text(week.counted, unit) })} ·{' '}
        {t('meeting.columns.monthToDate')} {shown(monthToDate)}
      </div>
    </KeyFigure>
  );
}
