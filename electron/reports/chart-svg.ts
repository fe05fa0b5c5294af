/** Charts on paper: ECharts without a browser, as an SVG text in the paper's own fonts and colours. */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { PrintChart, PrintSeries } from '#shared/kernel/print-document.ts';

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer]);

const fontFamily = 'Noto Sans SC';
const ink = '#1d2733';
const muted = '#6b7785';
const hairline = '#d5dce3';
/** Told apart by lightness too, so that a black and white printer keeps the difference. */
const barColours = ['#1c4a6e', '#9db8cc', '#5f8a6b', '#c9a45c'];
const lineColours = ['#c26a2d', '#1f6b45', '#6b4c86', '#6b7785'];

/** Pixels per millimetre: the picture is laid out at 96 dpi, so a 12 px letter prints as 9 pt. */
const pixelsPerMm = 96 / 25.4;

function seriesOption(series: PrintSeries, colour: string, showValues: boolean, beside: boolean) {
  const data = series.values.map((value) => value ?? '-');
  const label = {
    show: showValues,
    position: 'top' as const,
    fontFamily,
    fontSize: 10.5,
    color: ink,
    textBorderColor: '#ffffff',
    textBorderWidth: 2.5,
  };
  return series.kind === 'bar'
    ? {
        type: 'bar' as const,
        name: series.name,
        data,
        label,
        barMaxWidth: 22,
        barGap: '18%',
        itemStyle: { color: colour },
      }
    : {
        type: 'line' as const,
        name: series.name,
        data,
        label: { ...label, show: false },
        symbol: 'circle',
        symbolSize: 4,
        lineStyle: { width: 1.4, color: colour, type: beside ? ('dashed' as const) : ('solid' as const) },
        itemStyle: { color: colour },
      };
}

/**
 * Draws a chart as an SVG document of the given size in millimetres.
 * Labels stay text (family Noto Sans SC); a value that was not supplied leaves a gap.
 */
export function chartSvg(
  chart: PrintChart,
  size: { readonly widthMm: number; readonly heightMm: number },
): string {
  const width = Math.round(size.widthMm * pixelsPerMm);
  const height = Math.round(size.heightMm * pixelsPerMm);
  const instance = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    let bars = 0;
    let lines = 0;
    const textStyle = { fontFamily, fontSize: 11.5, color: muted };
    instance.setOption({
      animation: false,
      textStyle: { fontFamily },
      grid: {
        left: 6,
        right: 8,
        top: 34,
        bottom: 4,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      legend: {
        top: 0,
        right: 0,
        itemWidth: 14,
        itemHeight: 8,
        itemGap: 16,
        textStyle: { ...textStyle, color: ink },
      },
      xAxis: {
        type: 'category',
        data: [...chart.categories],
        axisLine: { lineStyle: { color: muted } },
        axisTick: { show: false },
        axisLabel: { ...textStyle, interval: chart.categories.length > 16 ? 'auto' : 0, hideOverlap: false },
      },
      yAxis: {
        type: 'value',
        name: chart.unit ?? '',
        nameGap: 14,
        nameTextStyle: { ...textStyle, align: 'left' },
        splitNumber: 4,
        splitLine: { lineStyle: { color: hairline, width: 0.7 } },
        axisLabel: textStyle,
      },
      series: chart.series.map((series) =>
        seriesOption(
          series,
          (series.kind === 'bar'
            ? barColours[bars++ % barColours.length]
            : lineColours[lines++ % lineColours.length]) ?? ink,
          chart.showValues ?? false,
          chart.series.some((other) => other.kind === 'bar'),
        ),
      ),
    });
    return instance.renderToSVGString();
  } finally {
    instance.dispose();
  }
}
