/** Charts on paper as SVG text: bars and lines in the paper's own font and colours, drawn in points. */
import type { PrintChart, PrintSeries } from '#shared/kernel/print-document.ts';
import { axisTicks } from './axis-ticks.ts';
import { escapeXml, grouped, number, pointsOf, svgOf, textWidth } from './svg-text.ts';

const ink = '#1d2733';
const muted = '#6b7785';
const hairline = '#d5dce3';
/** Told apart by lightness too, so that a black and white printer keeps the difference. */
export const barColours = ['#1c4a6e', '#9db8cc', '#5f8a6b', '#c9a45c'] as const;
export const lineColours = ['#c26a2d', '#1f6b45', '#6b4c86', '#6b7785'] as const;

const fontSize = 8.6;
const valueSize = 7.9;
/** Room above the plot for unit and legend, and below it for the categories. */
const head = 26;
const foot = 15;
const widestBar = 16.5;

type Styled = { readonly series: PrintSeries; readonly colour: string };

/** The plot: where a category lies across and a value lies up, in points. */
type Plot = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly step: number;
  centre(category: number): number;
  level(value: number): number;
};

function styled(series: readonly PrintSeries[]): Styled[] {
  const used = { bar: 0, line: 0 };
  return series.map((one) => {
    const colours = one.kind === 'bar' ? barColours : lineColours;
    return { series: one, colour: colours[used[one.kind]++ % colours.length] ?? ink };
  });
}

const labelText = (
  x: number,
  y: number,
  text: string,
  look: { readonly anchor?: 'middle' | 'end'; readonly colour?: string } = {},
): string =>
  `<text x="${number(x)}" y="${number(y)}" font-size="${fontSize}" fill="${look.colour ?? muted}"` +
  `${look.anchor ? ` text-anchor="${look.anchor}"` : ''}>${escapeXml(text)}</text>`;

function axes(chart: PrintChart, plot: Plot, ticks: readonly number[], width: number): string[] {
  const lines = ticks
    .filter((tick) => tick !== 0)
    .map((tick) => `M${number(plot.left)} ${number(plot.level(tick))}H${number(plot.right)}`)
    .join('');
  const zero = number(plot.level(0));
  // Neighbouring labels must not touch: every second, third … one is left out when they would.
  const widest = Math.max(0, ...chart.categories.map((name) => textWidth(name, fontSize)));
  const every = Math.max(1, Math.ceil((widest + 4) / plot.step));
  return [
    `<path d="${lines}" stroke="${hairline}" stroke-width="0.5" fill="none"/>`,
    `<path d="M${number(plot.left)} ${zero}H${number(plot.right)}" stroke="${muted}" stroke-width="0.75"/>`,
    ...ticks.map((tick) => labelText(plot.left - 5, plot.level(tick) + 3, grouped(tick), { anchor: 'end' })),
    ...chart.categories.flatMap((name, index) =>
      index % every === 0
        ? [labelText(plot.centre(index), plot.bottom + foot - 3.5, name, { anchor: 'middle' })]
        : [],
    ),
    ...(chart.unit ? [labelText(0, 8, chart.unit.slice(0, Math.floor(width / fontSize)))] : []),
  ];
}

/** Names of the series, right-aligned above the plot. */
function legend(all: readonly Styled[], width: number): string[] {
  const sign = 10.5;
  let x = width;
  return all.toReversed().flatMap(({ series, colour }) => {
    const end = x;
    const start = end - textWidth(series.name, fontSize) - 4 - sign;
    x = start - 12;
    return [
      series.kind === 'bar'
        ? `<rect x="${number(start)}" y="1.5" width="${sign}" height="6" fill="${colour}"/>`
        : `<path d="M${number(start)} 4.5h${sign}" stroke="${colour}" stroke-width="1.1"/>` +
          `<circle cx="${number(start + sign / 2)}" cy="4.5" r="1.7" fill="${colour}"/>`,
      // Set from its end: the width is an estimate, and a name that is a little wider must not leave the picture.
      labelText(end, 8, series.name, { anchor: 'end', colour: ink }),
    ];
  });
}

/** Where the bars of one series stand: their left edges, one width, one baseline. */
function barPlaces(
  all: readonly Styled[],
  plot: Plot,
): { readonly styled: Styled; readonly width: number; left(category: number): number }[] {
  const drawn = all.filter(({ series }) => series.kind === 'bar');
  const gap = 0.18;
  const parts = drawn.length + gap * (drawn.length - 1);
  const width = Math.min(widestBar, (plot.step * 0.72) / parts);
  return drawn.map((one, place) => ({
    styled: one,
    width,
    left: (category) => plot.centre(category) - (width * parts) / 2 + place * width * (1 + gap),
  }));
}

const bars = (all: readonly Styled[], plot: Plot): string[] =>
  barPlaces(all, plot).map(({ styled: { series, colour }, width, left }) => {
    const boxes = series.values.map((value, index) =>
      value === null
        ? ''
        : `M${number(left(index))} ${number(plot.level(0))}V${number(plot.level(value))}h${number(width)}V${number(plot.level(0))}z`,
    );
    return `<path d="${boxes.join('')}" fill="${colour}"/>`;
  });

/** Values on the bars, above everything else and with a white rim, so that lines do not cross them out. */
function barValues(all: readonly Styled[], plot: Plot): string {
  const texts = barPlaces(all, plot).flatMap(({ styled: { series }, width, left }) =>
    series.values.map((value, index) => {
      if (value === null) return '';
      const y = plot.level(value) + (value < 0 ? 8 : -2.6);
      return `<text x="${number(left(index) + width / 2)}" y="${number(y)}">${grouped(value)}</text>`;
    }),
  );
  const rim = 'stroke="#fff" stroke-width="1.8" stroke-linejoin="round" paint-order="stroke"';
  return `<g font-size="${valueSize}" fill="${ink}" text-anchor="middle" ${rim}>${texts.join('')}</g>`;
}

/** Lines break where a value was not supplied; each point has a dot, so that a lonely one is seen. */
function lines(all: readonly Styled[], plot: Plot, dashed: boolean): string[] {
  return all
    .filter(({ series }) => series.kind === 'line')
    .flatMap(({ series, colour }) => {
      const points = series.values.map((value, index) =>
        value === null ? null : ([plot.centre(index), plot.level(value)] as const),
      );
      const path = points
        .map((point, index) =>
          point === null ? '' : `${points[index - 1] ? 'L' : 'M'}${number(point[0])} ${number(point[1])}`,
        )
        .join('');
      const dots = points
        .filter((point) => point !== null)
        .map(([x, y]) => `<circle cx="${number(x)}" cy="${number(y)}" r="1.5" fill="${colour}"/>`);
      const dash = dashed ? ' stroke-dasharray="3 2"' : '';
      return [
        `<path d="${path}" stroke="${colour}" stroke-width="1.05" fill="none" stroke-linejoin="round"${dash}/>`,
        ...dots,
      ];
    });
}

/**
 * Draws a chart as an SVG document of the given size in millimetres.
 * Labels stay text (family Noto Sans SC); a value that was not supplied leaves a gap.
 */
export function chartSvg(
  chart: PrintChart,
  size: { readonly widthMm: number; readonly heightMm: number },
): string {
  const width = pointsOf(size.widthMm);
  const height = pointsOf(size.heightMm);
  const values = chart.series.flatMap((series) => series.values.filter((value) => value !== null));
  const ticks = axisTicks(Math.min(0, ...values), Math.max(0, ...values), values.every(Number.isInteger));
  const [lowest = 0, highest = 1] = [ticks[0], ticks.at(-1)];
  const left = 6 + Math.max(...ticks.map((tick) => textWidth(grouped(tick), fontSize)));
  const step = (width - left - 4) / Math.max(1, chart.categories.length);
  const bottom = height - foot;
  const plot: Plot = {
    left,
    right: width - 4,
    top: head,
    bottom,
    step,
    centre: (category) => left + step * (category + 0.5),
    level: (value) => bottom - ((value - lowest) / (highest - lowest)) * (bottom - head),
  };
  const all = styled(chart.series);
  const hasBars = all.some(({ series }) => series.kind === 'bar');
  return svgOf(width, height, [
    ...axes(chart, plot, ticks, width),
    ...legend(all, width),
    ...bars(all, plot),
    ...lines(all, plot, hasBars),
    ...(chart.showValues ? [barValues(all, plot)] : []),
  ]);
}
