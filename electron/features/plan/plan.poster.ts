import type { Measure } from '#shared/features/plan/plan.content.ts';
import type { GoalLine, PlanContent } from '#shared/features/plan/plan.contract.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { PrintBlock, PrintDocument } from '#shared/kernel/print-document.ts';
import { paperText } from '#shared/text/paper.text.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';
import { goalTables } from './plan.book-figures.ts';
import { paper, type PlanPaper } from './plan.paper.ts';

/** One page each: 年度海报 the year of a department, 目标卡 the goals of a person. */

export type PosterData = {
  readonly content: PlanContent;
  /** null: the whole store. */
  readonly department: string | null;
  readonly goals: readonly GoalLine[];
  readonly measures: readonly Measure[];
};

/** Lines of goals and of measures that fit one page together, and of goals alone. */
const postedLines = 16;
const postedGoals = 10;

const figures = (goals: readonly GoalLine[], page: PlanPaper): PrintBlock => ({
  kind: 'keyFigures',
  items: goals.slice(0, 8).map((line) => ({
    name: page.indicator(line.key),
    value: page.known(line.year, line.unit),
  })),
});

function measureTable(measures: readonly Measure[], page: PlanPaper, most: number): PrintBlock[] {
  const { text } = page;
  if (measures.length === 0) return [];
  const shown = measures.slice(0, most);
  return [
    {
      kind: 'table',
      dense: true,
      columns: [
        { title: text.fields.text, width: 5 },
        { title: text.fields.ownerId, width: 'auto' },
        { title: text.fields.dueOn, width: 'auto' },
        { title: text.fields.check, width: 3 },
      ],
      rows: shown.map((one) => ({
        cells: [one.text, page.person(one.ownerId), page.day(one.dueOn), one.check],
      })),
    },
    ...moreNote(measures.length - shown.length, page),
  ];
}

/** How many more the book has. */
const moreNote = (count: number, { text, fill }: PlanPaper): PrintBlock[] =>
  count <= 0 ? [] : [{ kind: 'paragraphs', style: 'note', texts: [fill(text.poster.more, { count })] }];

const byDay = (a: Measure, b: Measure): number => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9');

export function posterDocument(data: PosterData, language: Language, now: string): PrintDocument {
  const { content, department, goals, measures } = data;
  const page = paper(language, content.people);
  const { text, fill } = page;
  const { theme } = content.parts.opening;
  return {
    ...paperFrame(language, now, { orientation: 'landscape', form: 'compact' }),
    title: fill(text.poster.title, { year: content.year }),
    subtitle: department ?? text.dialogs.wholeStore,
    header: { store: content.storeName, number: fill(text.edition, { edition: content.edition }) },
    blocks: [
      { kind: 'paragraphs', style: 'statement', texts: [theme === '' ? text.poster.noPlan : theme] },
      figures(goals, page),
      ...goalTables(goals.slice(0, postedGoals), page).slice(2),
      ...moreNote(goals.length - postedGoals, page),
      ...(measures.length === 0
        ? []
        : [{ kind: 'heading' as const, level: 2 as const, text: text.poster.measures }]),
      ...measureTable([...measures].sort(byDay), page, postedLines - Math.min(goals.length, postedGoals)),
    ],
  };
}

export type GoalCardData = {
  readonly storeName: string;
  readonly year: number;
  readonly person: {
    readonly id: number;
    readonly name: string;
    readonly post: string | null;
    readonly department: string | null;
  };
  readonly goals: readonly GoalLine[];
  readonly measures: readonly Measure[];
};

export function goalCardDocument(data: GoalCardData, language: Language, now: string): PrintDocument {
  const { person, goals, measures, year } = data;
  const page = paper(language, { [String(person.id)]: person.name });
  const { text, fill } = page;
  return {
    ...paperFrame(language, now, { form: 'compact' }),
    title: fill(text.card.title, { year }),
    header: { store: data.storeName },
    blocks: [
      {
        kind: 'keyValues',
        columns: 3,
        boxed: true,
        items: [
          { name: text.card.name, value: person.name },
          { name: text.card.department, value: person.department ?? '' },
          { name: text.card.post, value: person.post ?? '' },
        ],
      },
      ...(goals.length === 0 ? [] : [figures(goals, page), ...goalTables(goals, page).slice(2)]),
      ...(measures.length === 0
        ? []
        : [{ kind: 'heading' as const, level: 2 as const, text: text.card.measures }]),
      ...measureTable([...measures].sort(byDay), page, measures.length),
      { kind: 'paragraphs', texts: [text.card.promise] },
      {
        kind: 'signatures',
        labels: paperText[language].signature,
        signers: [
          { role: text.card.self, name: person.name },
          { role: text.card.manager, name: '' },
        ],
      },
    ],
  };
}
