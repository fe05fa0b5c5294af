import { periodWords, shortMonth } from '#shared/features/goal/goal-words.ts';
import type { Wall, WallCell, WallLine, WallRed } from '#shared/features/indicator/indicator.contract.ts';
import type { IndicatorDefinition } from '#shared/features/indicator/indicator.definition.ts';
import type { RateTone } from '#shared/features/meeting/meeting.rates.ts';
import { formatDay } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import type {
  PrintBlock,
  PrintBlockOf,
  PrintDocument,
  PrintHeatCell,
  PrintRow,
} from '#shared/kernel/print-document.ts';
import { compactFigure } from '#shared/text/closing-figure.ts';
import { filled } from '#shared/text/filled.ts';
import { gapPageText } from '#shared/text/gap.text.ts';
import { indicatorPageText } from '#shared/text/indicator.text.ts';
import { paperText } from '#shared/text/paper.text.ts';
import { actionText } from '#shared/text/record/action.text.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';

export type PrintedWall = {
  readonly wall: Wall;
  readonly definitions: ReadonlyMap<string, IndicatorDefinition>;
  readonly store: string;
  readonly auditCode: string;
};

const shades = { met: 'good', onTrack: 'fair', near: 'near', behind: 'bad' } as const;
/** Told apart in grey too; signs of the print's own letters. */
const toneSigns: Readonly<Record<RateTone, string>> = {
  met: '▲',
  onTrack: '●',
  near: '◇',
  behind: '▼',
};
/** Indicators side by side, so that a rate keeps the room that it needs. */
const indicatorsAcross = 9;

type Words = { readonly language: Language; readonly printed: PrintedWall };

const nameOf = (key: string, { language, printed }: Words): string =>
  printed.definitions.get(key)?.name[language] ?? key;

function short(value: number, key: string, { language, printed }: Words): string {
  const definition = printed.definitions.get(key);
  return definition ? compactFigure(value, definition, language) : String(value);
}

const rated = (rate: number | null, tone: RateTone | null, dash: string): string =>
  rate === null ? dash : `${tone === null ? '' : `${toneSigns[tone]} `}${Math.round(rate / 100)}%`;

function monthCell(line: WallLine, cell: WallCell, words: Words): PrintHeatCell {
  const { dash } = paperText[words.language];
  if (cell.actual === null)
    return {
      text: dash,
      shade: 'none',
      ...(cell.goal === null ? {} : { note: short(cell.goal, line.key, words) }),
    };
  return {
    text: rated(cell.rate, cell.tone, dash),
    note: short(cell.actual, line.key, words),
    shade: cell.tone === null ? 'none' : shades[cell.tone],
  };
}

/** The year to date as rate over figure. */
function toDateCell(line: WallLine | undefined, words: Words): PrintHeatCell {
  const { dash } = paperText[words.language];
  if (!line) return { text: dash, shade: 'none' };
  const { value } = line.toDate;
  return {
    text: rated(line.rateToDate, line.toneToDate, dash),
    ...(value === null ? {} : { note: short(value, line.key, words) }),
    shade: line.toneToDate === null ? 'none' : shades[line.toneToDate],
  };
}

function monthsHeat({ store }: Wall, words: Words): PrintBlockOf<'heat'> {
  const { language } = words;
  const { columns, toDate, yearGoal, methodShort } = indicatorPageText[language];
  const { dash } = paperText[language];
  return {
    kind: 'heat',
    columns: [
      { title: columns.name, width: 2.5 },
      ...(store[0]?.cells ?? []).map(({ month }) => ({ title: shortMonth(month, language), width: 1 })),
      { title: toDate, width: 1.2 },
      { title: yearGoal, width: 1.2 },
      { title: columns.forecast, width: 1.7 },
    ],
    rows: store.map((line) => {
      const [forecast] = line.forecasts;
      return {
        name: nameOf(line.key, words),
        cells: [
          ...line.cells.map((cell) => monthCell(line, cell, words)),
          toDateCell(line, words),
          {
            text: line.yearGoal === null ? dash : short(line.yearGoal, line.key, words),
            shade: 'none' as const,
          },
          forecast
            ? {
                text: short(forecast.value, line.key, words),
                note: methodShort[forecast.method],
                shade: 'none' as const,
              }
            : { text: dash, shade: 'none' as const },
        ],
      };
    }),
  };
}

/** Rates by department or person, as many indicators side by side as the paper is wide. */
function whoHeats(lines: readonly WallLine[], title: string, words: Words): readonly PrintBlock[] {
  const keys = [...new Set(lines.map(({ key }) => key))];
  const idOf = ({ who }: WallLine): number => who.departmentId ?? who.personId ?? 0;
  const lowest = (all: readonly WallLine[]): number =>
    Math.min(...all.map(({ rateToDate }) => rateToDate ?? Infinity));
  const rows = [...Map.groupBy(lines, idOf).values()].sort((a, b) => lowest(a) - lowest(b));
  const blocks: PrintBlock[] = [];
  for (let from = 0; from < keys.length; from += indicatorsAcross) {
    const some = keys.slice(from, from + indicatorsAcross);
    blocks.push({
      kind: 'heat',
      columns: [
        { title, width: 1.6 },
        ...some.map((key) => ({ title: nameOf(key, words), width: 1 })),
        // A short last part keeps the width of its columns.
        ...Array.from({ length: indicatorsAcross - some.length }, () => ({ title: '', width: 1 })),
      ],
      rows: rows.map((all) => ({
        name: all[0]?.name ?? '',
        cells: [
          ...some.map((key) =>
            toDateCell(
              all.find((line) => line.key === key),
              words,
            ),
          ),
          ...Array.from({ length: indicatorsAcross - some.length }, () => ({
            text: '',
            shade: 'blank' as const,
          })),
        ],
      })),
    });
  }
  return blocks;
}

/** What is red, and each action that answers it, on a line of its own. */
function redRows(red: WallRed, words: Words): readonly PrintRow[] {
  const { language } = words;
  const page = indicatorPageText[language];
  const head = [
    { text: nameOf(red.key, words), tone: 'strong' as const },
    red.who.level === 'store' ? page.store : (red.name ?? ''),
    periodWords(red.period, language),
    { text: rated(red.rate, 'behind', paperText[language].dash), tone: 'warning' as const },
    red.gapNumber ?? '',
  ];
  if (red.actions.length === 0)
    return [{ cells: [...head, { text: page.notAnswered, tone: 'warning' }, '', '', ''] }];
  return red.actions.map((item, at) => ({
    cells: [
      ...(at === 0 ? head : head.map(() => '')),
      `${item.number} ${item.text}`,
      item.ownerName,
      formatDay(item.dueOn, language),
      item.overdue
        ? { text: gapPageText[language].overdue, tone: 'warning' }
        : actionText[language].choices.state[item.state as 'open'], // written through the field table only
    ],
  }));
}

function redTable({ red }: Wall, words: Words): PrintBlock {
  const { language } = words;
  const { columns, redNone, who, period, gap, answer } = indicatorPageText[language];
  const { ownerId, dueOn, state } = actionText[language].fields;
  return {
    kind: 'table',
    dense: true,
    none: redNone,
    columns: [
      { title: columns.name, width: 'auto' },
      { title: who, width: 'auto' },
      { title: period, width: 'auto' },
      { title: columns.rate, width: 'auto' },
      { title: gap, width: 'auto' },
      { title: answer, width: 1 },
      { title: ownerId, width: 'auto' },
      { title: dueOn, width: 'auto' },
      { title: state, width: 'auto' },
    ],
    rows: red.flatMap((one) => redRows(one, words)),
  };
}

/** 经营墙 on paper, A4 across: what the page shows to the person who prints it. */
export function wallDocument(printed: PrintedWall, language: Language, now: string): PrintDocument {
  const { wall, store, auditCode } = printed;
  const page = indicatorPageText[language];
  const words: Words = { language, printed };
  const legend = (Object.keys(toneSigns) as RateTone[]).map(
    (tone) => `${toneSigns[tone]} ${page.tones[tone]}`,
  );
  const part = (title: string, blocks: readonly PrintBlock[]): readonly PrintBlock[] =>
    blocks.length === 0 ? [] : [{ kind: 'heading', level: 2, text: title }, ...blocks];
  return {
    ...paperFrame(language, now, { auditCode, orientation: 'landscape', form: 'compact' }),
    title: `${page.wall} ${filled(page.year, { year: wall.year })}`,
    subtitle: filled(page.asOf, { day: formatDay(wall.asOf, language) }),
    header: { store },
    blocks: [
      { kind: 'heading', level: 2, text: page.heat, note: [...legend, page.paperCell].join('   ') },
      monthsHeat(wall, words),
      { kind: 'heading', level: 2, text: page.red },
      redTable(wall, words),
      ...part(page.byDepartment, whoHeats(wall.departments, page.department, words)),
      ...part(page.byPerson, whoHeats(wall.people, page.person, words)),
    ],
  };
}
