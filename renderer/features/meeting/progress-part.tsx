import { Anchor, Paper, SegmentedControl, Table, Text, Tooltip } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Indicator } from '#shared/features/goal/goal.fields.ts';
import type { ProgressLine } from '#shared/features/meeting/meeting.pack.ts';
import { passedOf } from '#shared/features/meeting/meeting.rates.ts';
import { SeriesChart } from '#renderer/charts/series-chart.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { gapAddress } from '#renderer/features/indicator/indicator-address.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { Comment } from './comment.tsx';
import { FigureLink, Rate, useFigureText } from './figures.tsx';
import { QualitySheet } from './quality-sheet.tsx';
import type { Surface } from './surface.ts';
import classes from './figures.module.css';

/** 周完成进度: the figures of the week against goals and last year, with a chart of one of them. */
export function ProgressPart(props: { readonly surface: Surface }): ReactNode {
  const { surface } = props;
  const { t, day } = useTexts();
  const [chosen, setChosen] = useState<Indicator>('orders');
  const { pack } = surface.view.content;
  const { days, progress } = pack;
  const passed = passedOf(days);
  const shown = progress.find(({ indicator }) => indicator === chosen);
  return (
    <>
      <Paper className="sheet" p={0}>
        <div className={classes.tableScroll} tabIndex={-1}>
          <Table className={classes.table} aria-label={t('meetingPage.progress.tableName')} miw={760}>
            <colgroup>
              <col style={{ width: '11%' }} />
              <col style={{ width: '14%' }} />
              <col style={{ width: '14%' }} />
              <col style={{ width: '15%' }} />
              <col style={{ width: '14%' }} />
              <col style={{ width: '13%' }} />
              <col />
            </colgroup>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('meeting.columns.indicator')}</Table.Th>
                <Table.Th ta="right">{t('meeting.columns.week')}</Table.Th>
                <Table.Th>{t('meeting.columns.weekRate')}</Table.Th>
                <Table.Th ta="right">{t('meeting.columns.monthToDate')}</Table.Th>
                <Table.Th>{t('meeting.columns.monthRate')}</Table.Th>
                <Table.Th ta="right">{t('meeting.columns.lastYear')}</Table.Th>
                <Table.Th>{t('meeting.columns.comment')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {progress.map((line) => (
                <Line
                  key={line.indicator}
                  line={line}
                  surface={surface}
                  ofWeek={passed.week}
                  ofMonth={passed.month}
                  until={line.dataUpTo && line.dataUpTo < days.asOf ? day(line.dataUpTo) : null}
                />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </Paper>
      <Paper className="sheet" p="sm">
        <SegmentedControl
          aria-label={t('meetingPage.progress.chartIndicator')}
          value={chosen}
          onChange={(value) => setChosen(value)}
          data={progress.map(({ indicator }) => ({
            value: indicator,
            label: t(`meeting.indicators.${indicator}`),
          }))}
          mb="xs"
          className={classes.wrapping}
        />
        {shown ? <LineChart line={shown} /> : null}
      </Paper>
      <QualitySheet surface={surface} />
    </>
  );
}

function Line(props: {
  readonly line: ProgressLine;
  readonly surface: Surface;
  readonly ofWeek: number;
  readonly ofMonth: number;
  /** Set when the data ends before the day of the pack. */
  readonly until: string | null;
}): ReactNode {
  const { line, surface, ofWeek, ofMonth, until } = props;
  const { t } = useTexts();
  const text = useFigureText();
  const { indicator, unit } = line;
  const { days } = surface.view.content.pack;
  const name = t(`meeting.indicators.${indicator}`);
  const goal = (value: number | null): ReactNode =>
    value === null ? null : (
      <div className={classes.under}>{t('meetingPage.progress.goal', { goal: text(value, unit) })}</div>
    );
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.rowHead}>
        <Tooltip
          label={t('meetingPage.progress.definition', { text: t(`meeting.definitions.${indicator}`) })}
          multiline
          w={280}
          events={{ hover: true, focus: true, touch: true }}
        >
          <span>
            {name}
            {unit === 'count' ? (
              <span className={classes.unit}> {t(`meeting.units.${indicator}`)}</span>
            ) : null}
          </span>
        </Tooltip>
        {until === null ? null : (
          <div className={classes.under}>{t('meeting.labels.dataUpTo', { day: until })}</div>
        )}
      </Table.Th>
      <Table.Td ta="right">
        <FigureLink figure={line.week} unit={unit} name={`${name} ${t('meeting.columns.week')}`} strong />
        {goal(line.weekGoal)}
      </Table.Td>
      <Table.Td>
        <Rate rate={line.weekRate} goal={line.weekGoal} expected={ofWeek} name={name} />
        <GapLink rate={line.weekRate} of={indicator} period={days.week} name={name} />
      </Table.Td>
      <Table.Td ta="right">
        <FigureLink
          figure={line.monthToDate}
          unit={unit}
          name={`${name} ${t('meeting.columns.monthToDate')}`}
        />
        {goal(line.monthGoal)}
      </Table.Td>
      <Table.Td>
        <Rate rate={line.monthRate} goal={line.monthGoal} expected={ofMonth} name={name} />
        <GapLink rate={line.monthRate} of={indicator} period={days.month} name={name} />
      </Table.Td>
      <Table.Td ta="right">
        <FigureLink
          figure={line.sameWeekLastYear}
          unit={unit}
          name={`${name} ${t('meeting.columns.lastYear')}`}
        />
        <Change now={line.week.value} before={line.sameWeekLastYear.value} />
      </Table.Td>
      <Table.Td>
        <Comment surface={surface} topic={indicator} name={t('meetingPage.progress.commentOf', { name })} />
      </Table.Td>
    </Table.Tr>
  );
}

/** From a goal that is not met to what drove the difference. */
function GapLink(props: {
  readonly rate: number | null;
  readonly of: Indicator;
  readonly period: string;
  readonly name: string;
}): ReactNode {
  const { rate, of, period, name } = props;
  const { t } = useTexts();
  const link = useLink();
  if (rate === null || rate >= 10_000) return null;
  return (
    <Anchor
      size="xs"
      aria-label={t('gap.fromMeetingOf', { name: `${name} ${period}` })}
      {...link(gapAddress(of, period, { level: 'store', departmentId: null, personId: null }))}
    >
      {t('gap.fromMeeting')}
    </Anchor>
  );
}

/** Change on last year in percent; nothing where there is nothing to compare with. */
function Change(props: { readonly now: number | null; readonly before: number | null }): ReactNode {
  const { now, before } = props;
  const { t } = useTexts();
  if (now === null || before === null || before === 0) return null;
  const change = Math.round(((now - before) / before) * 100);
  const Shown = change < 0 ? IconArrowDownRight : IconArrowUpRight;
  const words = `${change > 0 ? '+' : ''}${change}%`;
  return (
    <Text
      component="div"
      className={classes.under}
      title={t('meetingPage.progress.change', { change: words })}
    >
      <Shown size={13} aria-hidden /> {words}
    </Text>
  );
}

function LineChart(props: { readonly line: ProgressLine }): ReactNode {
  const { line } = props;
  const { t, language, money } = useTexts();
  const { unit } = line;
  const hidden = line.week.missing === 'no-right';
  const points = useMemo(
    () =>
      line.series.map(({ week, value, goal }) => ({
        name: t('meetingPage.progress.weekShort', { week: Number(week.slice(6)) }),
        value,
        goal,
      })),
    [line.series, t],
  );
  const names = useMemo(
    () => ({
      point: t('meetingPage.progress.week'),
      value: t('meetingPage.progress.series'),
      goal: t('meetingPage.progress.goalSeries'),
      missing: t(hidden ? 'meeting.labels.noRight' : 'meeting.labels.notSupplied'),
      asTable: t('meetingPage.progress.asTable'),
      asChart: t('meetingPage.progress.asChart'),
    }),
    [t, hidden],
  );
  const format = useCallback(
    (value: number) => (unit === 'fen' ? money(value) : value.toLocaleString('en')),
    [unit, money],
  );
  const short = useCallback(
    (value: number) => (unit === 'fen' ? shortMoney(value, language) : value.toLocaleString('en')),
    [unit, language],
  );
  return (
    <SeriesChart
      title={t('meetingPage.progress.chart', { name: t(`meeting.indicators.${line.indicator}`) })}
      points={points}
      names={names}
      format={format}
      short={short}
    />
  );
}

const compact = {
  'zh-CN': new Intl.NumberFormat('zh-CN', { notation: 'compact', maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }),
} as const;

/** Yuan at an axis: `28.6万`, `286.5K`. */
const shortMoney = (fen: number, language: 'zh-CN' | 'en'): string => compact[language].format(fen / 100);
