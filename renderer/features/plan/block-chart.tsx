import { useCallback, type ReactNode } from 'react';
import type { PlanBlockOf } from '#shared/features/plan/plan.content.ts';
import { chartData } from '#shared/features/plan/plan-text.rules.ts';
import { Chart, type ChartColours, type ChartOption } from '#renderer/charts/chart.tsx';

/** A chart block as it will be printed; its figures stand in the grid beside it. */
export function BlockChart(props: { readonly block: PlanBlockOf<'chart'> }): ReactNode {
  const { block } = props;
  const option = useCallback(
    (colours: ChartColours): ChartOption => {
      const { categories, series } = chartData(block);
      const text = { color: colours.text, fontSize: 11 };
      const palette = [colours.main, colours.mark, colours.second, colours.text];
      return {
        animation: false,
        grid: { left: 8, right: 8, top: 30, bottom: 4, containLabel: true },
        legend: { top: 0, right: 0, textStyle: text, itemWidth: 14, itemHeight: 10 },
        tooltip: {
          trigger: 'axis',
          backgroundColor: colours.sheet,
          borderColor: colours.line,
          textStyle: text,
        },
        xAxis: {
          type: 'category',
          data: [...categories],
          axisLabel: text,
          axisTick: { show: false },
          axisLine: { lineStyle: { color: colours.line } },
        },
        yAxis: {
          type: 'value',
          name: block.unit,
          nameTextStyle: text,
          axisLabel: text,
          splitLine: { lineStyle: { color: colours.line } },
        },
        series: series.map(({ name, values }, index) => ({
          name,
          type: block.look,
          barMaxWidth: 34,
          data: values.map((value) => (value === null ? null : value / 100)),
          itemStyle: { color: palette[index % palette.length] ?? colours.main },
          label: { show: true, position: 'top', color: colours.text, fontSize: 11 },
        })),
      };
    },
    [block],
  );
  return <Chart option={option} height={200} label={block.caption} />;
}
