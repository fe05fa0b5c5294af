import { Group, SegmentedControl } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isDay, type Day } from '#shared/kernel/day.ts';
import { addMonthsTo, monthDays, monthOf, quarterDays, quarterOf, yearOf } from '#shared/kernel/period.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { OriginPart, PassRatePart, ReturnPart } from '#renderer/features/repair/repair-figures.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ComplaintsPart } from './complaints-part.tsx';
import { DefectsPart } from './defects-part.tsx';
import { MendingPart } from './mending-part.tsx';
import type { Span } from './quality.queries.ts';
import { ReworkFiguresPart } from './rework-figures.tsx';
import { TrendPart } from './trend-part.tsx';

const spans = ['thisMonth', 'lastMonth', 'thisQuarter', 'thisYear', 'lastYear'] as const;

function spanOf(name: (typeof spans)[number], today: Day): Span {
  if (name === 'thisYear' || name === 'lastYear') {
    const year = yearOf(today) - (name === 'thisYear' ? 0 : 1);
    return { from: `${year}-01-01`, to: `${year}-12-31` };
  }
  const { first, last } =
    name === 'thisQuarter'
      ? quarterDays(quarterOf(today))
      : monthDays(addMonthsTo(monthOf(today), name === 'thisMonth' ? 0 : -1));
  return { from: first, to: last };
}

/** 质量分析: every figure of checks, repairs and complaints for any time, with its rows. The time stands in the address. */
export function QualityScreen(): ReactNode {
  const { t } = useTexts();
  const { today, may } = useSession();
  const go = useGo();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const usual = spanOf('thisYear', today);
  const dayOf = (name: 'from' | 'to'): Day => {
    const given = search[name];
    return typeof given === 'string' && isDay(given) ? given : usual[name];
  };
  const span: Span = { from: dayOf('from'), to: dayOf('to') };
  const open = ({ from, to }: Span): void =>
    go(`/quality?from=${from < to ? from : to}&to=${from < to ? to : from}`, { replace: true });
  const known = spans.find((name) => {
    const one = spanOf(name, today);
    return one.from === span.from && one.to === span.to;
  });
  return (
    <PageFrame
      title={t('quality.title')}
      maxWidth={1280}
      actions={
        <Group gap="xs">
          <SegmentedControl
            aria-label={t('quality.period')}
            value={known ?? ''}
            onChange={(value) => {
              const chosen = spans.find((one) => one === value);
              if (chosen) open(spanOf(chosen, today));
            }}
            data={spans.map((value) => ({ value, label: t(`quality.spans.${value}`) }))}
          />
          <DayInput
            aria-label={t('quality.from')}
            w={150}
            value={span.from}
            onChange={(day) => day && open({ ...span, from: day })}
          />
          <DayInput
            aria-label={t('quality.to')}
            w={150}
            value={span.to}
            onChange={(day) => day && open({ ...span, to: day })}
          />
        </Group>
      }
    >
      <TrendPart span={span} />
      <DefectsPart span={span} />
      <MendingPart span={span} />
      {may('repair.read') ? (
        <>
          <ReworkFiguresPart span={span} />
          <PassRatePart span={span} />
        </>
      ) : null}
      {may('complaint.read') ? <ComplaintsPart span={span} /> : null}
      {may('repair.read') ? (
        <>
          <ReturnPart span={span} />
          <OriginPart span={span} />
        </>
      ) : null}
    </PageFrame>
  );
}
