import type { PrintDrawing, PrintDrawingText, PrintStroke } from '../../kernel/print-drawing.ts';
import { damageViews, type DamageMark, type DamageView } from './inspection.contract.ts';
import { outlineOf, viewSize } from './vehicle-outline.ts';

/** Units between views, and room below each for its name. */
const gap = 60;
const nameHeight = 58;
/** Units across: two long views beside each other, or a long one and two short ones. */
const rowWidth = 2120;

type Place = { readonly view: DamageView; readonly x: number; readonly y: number };

/** Path data moved to its place, mirrored within its view when it is the right side. */
function placedPath(path: string, { view, x, y }: Place): string {
  const [width] = viewSize[view];
  const across = (value: string): number => x + (view === 'right' ? width - Number(value) : Number(value));
  return path.replaceAll(/([A-Z])([^A-Z]*)/gu, (_whole, command: string, numbers: string) => {
    const values = numbers.trim().split(/[\s,]+/u);
    if (command === 'Z') return command;
    const isAcross = (index: number): boolean => command === 'H' || (command !== 'V' && index % 2 === 0);
    return `${command}${values.map((value, index) => (isAcross(index) ? across(value) : y + Number(value))).join(' ')} `;
  });
}

function strokesOf(kind: string | null, place: Place): readonly PrintStroke[] {
  const { body, glass, wheels } = outlineOf(kind, place.view);
  const [width] = viewSize[place.view];
  return [
    ...body.map((path): PrintStroke => ({ path: placedPath(path, place), fill: 'pale', line: 'normal' })),
    ...glass.map((path): PrintStroke => ({ path: placedPath(path, place), fill: 'white', line: 'fine' })),
    ...wheels.map(([centre, down, radius]): PrintStroke => {
      const [x, y] = [place.x + (place.view === 'right' ? width - centre : centre), place.y + down];
      const arc = `A ${radius} ${radius} 0 1 0`;
      return {
        path: `M ${x - radius} ${y} ${arc} ${x + radius} ${y} ${arc} ${x - radius} ${y} Z`,
        fill: 'white',
        line: 'strong',
      };
    }),
  ];
}

/** Views side by side, in rows that are full before another begins. */
function placesOf(views: readonly DamageView[]): {
  readonly places: readonly Place[];
  readonly width: number;
} {
  const places: Place[] = [];
  let [x, y, right] = [0, 0, 0];
  for (const view of views) {
    const [width, height] = viewSize[view];
    if (x + width > rowWidth) [x, y] = [0, y + height + nameHeight + gap / 2];
    places.push({ view, x, y });
    right = Math.max(right, x + width);
    x += width + gap;
  }
  return { places, width: right };
}

/**
 * 损伤图 for paper: the named views of the vehicle with its numbered marks. Without marks every view is drawn, to be marked by
 * hand; else the views that have some.
 */
export function damageDrawing(
  kind: string | null,
  marks: readonly DamageMark[],
  words: { readonly views: Readonly<Record<DamageView, string>>; readonly description: string },
): { readonly drawing: PrintDrawing; readonly heightMm: number } {
  const shown = damageViews.filter((view) => marks.length === 0 || marks.some((mark) => mark.view === view));
  const { places, width } = placesOf(shown);
  const height = Math.max(...places.map(({ view, y }) => y + viewSize[view][1])) + nameHeight;
  const placeOf = new Map(places.map((place) => [place.view, place]));
  return {
    heightMm: Math.round(height / 12),
    drawing: {
      width,
      height,
      description: words.description,
      strokes: places.flatMap((place) => strokesOf(kind, place)),
      texts: places.map(({ view, x, y }): PrintDrawingText => ({
        x: x + viewSize[view][0] / 2,
        y: y + viewSize[view][1] + nameHeight - 18,
        text: words.views[view],
        align: 'center',
      })),
      marks: marks.flatMap((mark, index) => {
        const place = placeOf.get(mark.view);
        if (!place) return [];
        const [viewWidth, viewHeight] = viewSize[mark.view];
        return [
          {
            x: place.x + (mark.x * viewWidth) / 1000,
            y: place.y + (mark.y * viewHeight) / 1000,
            text: String(index + 1),
            tone: 'warning' as const,
          },
        ];
      }),
    },
  };
}
