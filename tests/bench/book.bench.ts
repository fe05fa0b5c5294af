import {
  measureParts,
  planParts,
  type PlanBlock,
  type PlanPartContents,
} from '#shared/features/plan/plan.content.ts';
import { reportFiles } from '#electron/reports/report-files.ts';
import { completePlan } from '../support/plan.ts';
import { median, times, type Bench } from './bench.ts';
import { builtUrl } from './built.ts';
import { benchStore } from './store.ts';

/** Text of a part as a store writes it: paragraphs, lists, a table and a chart, several times over. */
const written = (part: string, rounds: number): PlanBlock[] =>
  Array.from({ length: rounds }, (_, round) =>
    completePlan(1).opening.blocks.map((block): PlanBlock => ({
      ...block,
      key: `${part}${round}${block.key}`,
    })),
  ).flat();

/** A plan that makes a book of some forty pages. */
function largePlan(): PlanPartContents {
  const plan = completePlan(1);
  const parts = Object.fromEntries(
    planParts.map((part) => [part, { ...plan[part], blocks: written(part, 5) }]),
  ) as unknown as PlanPartContents; // the plan's own parts with more text
  const [measure] = plan.measures.measures;
  const many = (part: string) =>
    Array.from({ length: 20 }, (_, index) => ({ ...measure, key: `${part}${index}` }));
  return {
    ...parts,
    ...Object.fromEntries(measureParts.map((part) => [part, { ...parts[part], measures: many(part) }])),
  };
}

/** The book of the annual plan: forty pages with cover, contents, tables and charts, warm. */
export const bookBench: Bench = {
  name: 'book',
  async run(report) {
    const { core, actor, close } = await benchStore({
      reports: { ...reportFiles(), workerUrl: builtUrl('report-worker.js') },
    });
    const call = <Result>(name: string, input: unknown): Promise<Result> =>
      core.call(name, input, { actor }) as Promise<Result>;
    const { id } = await call<{ id: number }>('plan.open', { year: 2027 });
    const parts = largePlan();
    for (const part of planParts) {
      const { edits } = await call<{ edits: Record<string, { version: number }> }>('plan.get', { id });
      const version = edits[part]?.version ?? 0;
      await call('plan.savePart', { id, version, change: { part, content: parts[part] } });
    }
    const pages = async (): Promise<number> => {
      const file = await call<File>('plan.preview', { id });
      return (
        Buffer.from(await file.arrayBuffer())
          .toString('latin1')
          .match(/\/Type \/Page\b/gu)?.length ?? 0
      );
    };
    const count = await pages();
    const warm = await times(7, pages);
    report({
      name: `book.${count}pages`,
      value: median(warm),
      unit: 'ms',
      limit: 1000,
      beside: 'stated limit',
      target: 1,
    });
    await close();
  },
};
