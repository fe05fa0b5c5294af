import { SimpleGrid } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import type { OriginFigures, PassLine, ReturnFigures } from '#shared/features/repair/repair.contract.ts';
import { SeriesChart } from '#renderer/charts/series-chart.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { percentShort, percentShown, shortMonth, useMonthNames } from './figure-words.ts';

/** Charts of repair quality; their rows stand beside them. */

const whole = (value: number): string => String(value);
/** Rounded down: 100 % is said only when nothing is missing. */
const percentOf = (basisPoints: number | null): number | null =>
  basisPoints === null ? null : Math.floor(basisPoints / 10) / 10;
/** So many bars keep their names readable; the table has all. */
const shownLines = 10;

/** 一次合格率 of technicians or teams, lowest first, against 100 %. */
export function PassRateChart(props: {
  readonly title: string;
  readonly group: string;
  readonly unnamed: string;
  readonly lines: readonly PassLine[];
}): ReactNode {
  const { title, group, unnamed, lines } = props;
  const { t } = useTexts();
  const months = useMonthNames(t('repairQuality.figures.passRate'));
  const names = useMemo(() => ({ ...months, point: group }), [months, group]);
  const points = useMemo(
    () =>
      lines.slice(0, shownLines).map(({ name, rateBasisPoints }) => ({
        name: name ?? unnamed,
        value: percentOf(rateBasisPoints),
        goal: 100,
      })),
    [lines, unnamed],
  );
  return (
    <SeriesChart
      title={title}
      points={points}
      names={names}
      format={percentShown}
      short={percentShort}
      groups
    />
  );
}

/** 原厂配件率 by month, by lines and by value, against 100 %. */
export function OriginCharts({ months }: { readonly months: OriginFigures['months'] }): ReactNode {
  const { t } = useTexts();
  const names = useMonthNames(t('repairQuality.figures.origin'));
  const [lines, value] = useMemo(() => {
    const points = (of: 'linesBasisPoints' | 'amountBasisPoints') =>
      months.map((month) => ({ name: shortMonth(month.month), value: percentOf(month[of]), goal: 100 }));
    return [points('linesBasisPoints'), points('amountBasisPoints')];
  }, [months]);
  const title = (by: string): string => `${t('repairQuality.figures.origin')} · ${by}`;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" mt="sm">
      <SeriesChart
        title={title(t('repairQuality.figures.byLines'))}
        points={lines}
        names={names}
        format={percentShown}
        short={percentShort}
      />
      <SeriesChart
        title={title(t('repairQuality.figures.byValue'))}
        points={value}
        names={names}
        format={percentShown}
        short={percentShort}
      />
    </SimpleGrid>
  );
}

/** 返修 by the month in which the vehicle came in again. */
export function ReturnsChart({ months }: { readonly months: ReturnFigures['months'] }): ReactNode {
  const { t } = useTexts();
  const names = useMonthNames(t('repairQuality.figures.returns'));
  const points = useMemo(
    () => months.map(({ month, returns }) => ({ name: shortMonth(month), value: returns, goal: null })),
    [months],
  );
  return (
    <SeriesChart
      title={t('repairQuality.figures.returnsByMonth')}
      points={points}
      names={names}
      format={whole}
      short={whole}
    />
  );
}
