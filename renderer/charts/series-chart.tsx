import { Box, Button, Group, Table, Title } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useCallback, useState, type ReactNode } from 'react';
import { Chart, type ChartColours, type ChartOption } from './chart.tsx';

export type SeriesPoint = {
  readonly name: string;
  /** null: not supplied; a gap, never 0. */
  readonly value: number | null;
  readonly goal: number | null;
};

/** Bars against a stepped line of goals, with the same figures as a table one key away. */
export function SeriesChart(props: {
  readonly title: string;
  readonly points: readonly SeriesPoint[];
  readonly names: {
    readonly point: string;
    readonly value: string;
    readonly goal: string;
    readonly missing: string;
    readonly asTable: string;
    readonly asChart: string;
  };
  /** A figure in words, with its unit. */
  readonly format: (value: number) => string;
  /** A figure at the axis, short. */
  readonly short: (value: number) => string;
  /** The points are groups, not a course of time: none of them is the latest. */
  readonly groups?: boolean;
  readonly height?: number;
}): ReactNode {
  const { title, points, names, format, short, groups = false, height = 210 } = props;
  const [table, setTable] = useState(false);
  const option = useCallback(
    (colours: ChartColours) => seriesOption({ points, names, format, short, groups }, colours),
    [points, names, format, short, groups],
  );
  return (
    <Box>
      <Group justify="space-between" gap="xs" mb={4}>
        <Title order={2} size="h3">
          {title}
        </Title>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={table ? <IconChartBar size={14} /> : <IconTable size={14} />}
          onClick={() => setTable(!table)}
        >
          {table ? names.asChart : names.asTable}
        </Button>
      </Group>
      {table ? (
        <Table fz="xs" verticalSpacing={2} aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{names.point}</Table.Th>
              <Table.Th ta="right">{names.value}</Table.Th>
              <Table.Th ta="right">{names.goal}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody className="figures">
            {points.map((point) => (
              <Table.Tr key={point.name}>
                <Table.Td>{point.name}</Table.Td>
                <Table.Td ta="right">{point.value === null ? names.missing : format(point.value)}</Table.Td>
                <Table.Td ta="right">{point.goal === null ? '—' : format(point.goal)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : (
        <Chart option={option} label={title} height={height} />
      )}
    </Box>
  );
}

type Drawn = Pick<Parameters<typeof SeriesChart>[0], 'points' | 'names' | 'format' | 'short' | 'groups'>;

function seriesOption({ points, names, format, short, groups }: Drawn, colours: ChartColours): ChartOption {
  const text = { color: colours.text, fontSize: 12 };
  const hasGoals = points.some(({ goal }) => goal !== null);
  return {
    grid: { left: 8, right: 12, top: 34, bottom: 4, outerBoundsMode: 'same' },
    legend: {
      top: 0,
      right: 0,
      textStyle: text,
      itemWidth: 16,
      itemHeight: 10,
      data: hasGoals ? [names.value, names.goal] : [names.value],
    },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colours.sheet,
      borderColor: colours.line,
      textStyle: text,
      axisPointer: { type: 'shadow' },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? format(value) : names.missing),
    },
    xAxis: {
      type: 'category',
      data: points.map(({ name }) => name),
      axisLabel: { ...text, interval: 0, hideOverlap: true },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      axisLabel: { ...text, formatter: short },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        name: names.value,
        type: 'bar',
        // In front of the line of goals, which would strike the figures out.
        z: 4,
        barMaxWidth: 34,
        data: points.map(({ value }, index) => ({
          value,
          itemStyle: {
            color: !groups && index === points.length - 1 ? colours.main : colours.second,
            borderColor: colours.main,
            borderWidth: 1,
            borderRadius: [3, 3, 0, 0],
          },
        })),
        itemStyle: { color: colours.main },
        label: {
          show: true,
          position: 'top',
          color: colours.text,
          fontSize: 11,
          backgroundColor: colours.sheet,
          padding: [1, 2],
          formatter: ({ value }: { readonly value: unknown }) =>
            typeof value === 'number' ? short(value) : '',
        },
      },
      {
        name: names.goal,
        type: 'line',
        step: 'middle',
        symbol: 'none',
        lineStyle: { color: colours.mark, width: 2, type: 'dashed' },
        itemStyle: { color: colours.mark },
        data: points.map(({ goal }) => goal),
      },
    ],
  };
}
