import { useCallback, type ReactNode } from 'react';
import { Chart, type ChartColours, type ChartOption } from './chart.tsx';

export type ParetoPoint = {
  readonly name: string;
  readonly count: number;
  /** Cumulative share in percent. */
  readonly cumulative: number;
};

/** 柏拉图: bars by number, most first, under the line of their cumulative share. Stand a table of the same beside it. */
export function ParetoChart(props: {
  readonly label: string;
  readonly points: readonly ParetoPoint[];
  readonly names: { readonly count: string; readonly cumulative: string };
  readonly height?: number;
}): ReactNode {
  const { label, points, names, height = 260 } = props;
  const option = useCallback(
    (colours: ChartColours) => paretoOption(points, names, colours),
    [points, names],
  );
  return <Chart option={option} label={label} height={height} />;
}

function paretoOption(
  points: readonly ParetoPoint[],
  names: { readonly count: string; readonly cumulative: string },
  colours: ChartColours,
): ChartOption {
  const text = { color: colours.text, fontSize: 12 };
  const axis = { axisLabel: text, splitLine: { lineStyle: { color: colours.line } } };
  return {
    grid: { left: 8, right: 8, top: 34, bottom: 4, outerBoundsMode: 'same' },
    legend: { top: 0, right: 8, textStyle: text, itemWidth: 16, itemHeight: 10 },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colours.sheet,
      borderColor: colours.line,
      textStyle: text,
      axisPointer: { type: 'shadow' },
    },
    xAxis: {
      type: 'category',
      data: points.map(({ name }) => name),
      axisLabel: {
        ...text,
        interval: 0,
        width: 76,
        overflow: 'truncate',
        rotate: points.length > 6 ? 28 : 0,
      },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
    },
    yAxis: [
      { type: 'value', minInterval: 1, splitNumber: 4, ...axis },
      {
        type: 'value',
        min: 0,
        max: 100,
        interval: 25,
        ...axis,
        splitLine: { show: false },
        axisLabel: { ...text, formatter: '{value}%' },
      },
    ],
    series: [
      {
        name: names.count,
        type: 'bar',
        barMaxWidth: 40,
        data: points.map(({ count }) => count),
        itemStyle: {
          color: colours.second,
          borderColor: colours.main,
          borderWidth: 1,
          borderRadius: [3, 3, 0, 0],
        },
        label: { show: true, position: 'top', color: colours.text, fontSize: 11 },
      },
      {
        name: names.cumulative,
        type: 'line',
        yAxisIndex: 1,
        symbolSize: 6,
        lineStyle: { color: colours.mark, width: 2 },
        itemStyle: { color: colours.mark },
        data: points.map(({ cumulative }) => cumulative),
      },
    ],
  };
}
