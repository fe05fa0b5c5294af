import { useComputedColorScheme } from '@mantine/core';
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef, type ReactNode } from 'react';

// Only what the screens draw is bundled.
use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer]);

/** Colours of a chart in one theme; readable on the sheet and told apart without colour by shape. */
export type ChartColours = {
  readonly main: string;
  readonly second: string;
  readonly mark: string;
  readonly text: string;
  readonly line: string;
  readonly sheet: string;
};

const light: ChartColours = {
  main: '#1c7485',
  second: '#abd4da',
  mark: '#b45d08',
  text: '#56626c',
  line: '#dfe4e7',
  sheet: '#ffffff',
};
const dark: ChartColours = {
  main: '#58a8b5',
  second: '#146374',
  mark: '#f09a44',
  text: '#bcc4ca',
  line: '#343d46',
  sheet: '#1e252c',
};

export type ChartOption = Parameters<ECharts['setOption']>[0];

/** A drawing of figures. It is a picture for the eye: stand a table of the same figures beside it (see SeriesChart). */
export function Chart(props: {
  readonly option: (colours: ChartColours) => ChartOption;
  readonly label: string;
  readonly height: number;
}): ReactNode {
  const { option, label, height } = props;
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);

  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const made = init(element, undefined, { renderer: 'svg' });
    chart.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    chart.current?.setOption(
      {
        animation: !still,
        animationDuration: 300,
        // By name: room for words is measured on a canvas, which does not know `inherit`.
        textStyle: { fontFamily: getComputedStyle(element).fontFamily },
        ...option(scheme === 'dark' ? dark : light),
      },
      true,
    );
  }, [option, scheme]);

  return <div ref={place} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}
