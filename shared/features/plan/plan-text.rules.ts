import { numberTyped } from '../../kernel/scaled-number.ts';
import type { PlanBlockOf } from './plan.content.ts';

/** A stretch of running text of one look. */
export type TextRun = { readonly text: string; readonly bold: boolean };

/** `**words**` as bold, everything else as it stands; a mark without its partner is text. */
export function runsOf(text: string): TextRun[] {
  const runs: TextRun[] = [];
  const push = (part: string, bold: boolean): void => {
    if (part !== '') runs.push({ text: part, bold });
  };
  let at = 0;
  for (const found of text.matchAll(/\*\*([^*]+(?:\*[^*]+)*)\*\*/gu)) {
    push(text.slice(at, found.index), false);
    push(found[1] ?? '', true);
    at = found.index + found[0].length;
  }
  push(text.slice(at), false);
  return runs;
}

/**
 * Stretches as text with marks, the way back of `runsOf`. Marks never reach over the end of a line, and a `*` is never bold:
 * beside marks it would be read as one.
 */
export function markedOf(runs: readonly TextRun[]): string {
  const letters = runs.flatMap(({ text, bold }) =>
    Array.from(text, (letter) => ({ letter, bold: bold && letter !== '\n' && letter !== '*' })),
  );
  return letters
    .map(({ letter, bold }, at) => {
      const before = letters[at - 1]?.bold ?? false;
      const after = letters[at + 1]?.bold ?? false;
      return `${bold && !before ? '**' : ''}${letter}${bold && !after ? '**' : ''}`;
    })
    .join('');
}

/** Stretches with the letters from … to (of the text without marks) replaced; new words look like those before them. */
export function splicedRuns(runs: readonly TextRun[], from: number, to: number, words: string): TextRun[] {
  const before: TextRun[] = [];
  const after: TextRun[] = [];
  let at = 0;
  for (const { text, bold } of runs) {
    const [start, end] = [at, at + text.length];
    if (start < from) before.push({ text: text.slice(0, from - start), bold });
    if (end > to) after.push({ text: text.slice(Math.max(0, to - start)), bold });
    at = end;
  }
  return [...before, { text: words, bold: before.at(-1)?.bold ?? false }, ...after].filter(
    ({ text }) => text !== '',
  );
}

/** Text without its marks, for places that know one look only. */
export const plainText = (text: string): string =>
  runsOf(text)
    .map((run) => run.text)
    .join('');

export type ChartData = {
  readonly categories: readonly string[];
  /** Values in hundredths; null is "not known" and leaves a gap. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  /** Cells that are no number, by row and column counted from 0. */
  readonly wrong: readonly { readonly row: number; readonly column: number; readonly text: string }[];
};

/** A chart's grid as figures; what is no number is named, never counted as 0. */
export function chartData({ columns, rows }: Pick<PlanBlockOf<'chart'>, 'columns' | 'rows'>): ChartData {
  const wrong: ChartData['wrong'][number][] = [];
  const series = columns.slice(1).map((name, index) => ({
    name,
    values: rows.map((row, at) => {
      const text = (row[index + 1] ?? '').trim();
      if (text === '') return null;
      const value = numberTyped(text, 2);
      if (value === undefined) wrong.push({ row: at, column: index + 1, text });
      return value ?? null;
    }),
  }));
  return { categories: rows.map((row) => row[0] ?? ''), series, wrong };
}
