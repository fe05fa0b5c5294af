import type { FieldChange, PreviewRow, Verdict } from '#shared/features/import/import.contract.ts';
import { importField } from '#shared/features/import/import-fields.ts';
import { workCalendar, type CalendarEntry, type WorkCalendar } from '#shared/kernel/working-day.ts';
import { createTexts, textAt } from '#shared/text/texts.ts';
import { bulkWriter } from '#electron/kernel/record/record-bulk.ts';
import { definitionOf } from '#electron/kernel/record/record-registry.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { openingBook, type OpeningBook } from '../../partner/partner.opening.ts';
import type { FedBatch } from '../feed/row-feed.ts';
import { mappedColumns, type FedRow, type RowProblem } from '../feed/row-reader.ts';
import type { ImportOrder } from '../import-order.ts';
import type { ImportStage } from '../import-stage.ts';
import { batchTokens } from './batch-tokens.ts';
import { createChangeNotes } from './change-notes.ts';
import { applyRow } from './kinds.ts';
import { createLookups, type Stored } from './lookups.ts';
import { RowAsks, type RowContext } from './row-context.ts';
import { RowValues } from './row-values.ts';
import { createRowWriter, RowRefused, type Written } from './row-writer.ts';

export type ToldProblem = RowProblem & { readonly message: string };

export type RowOutcome = {
  readonly verdict: Verdict;
  readonly written: readonly Written[];
  readonly changes: readonly FieldChange[];
  readonly problems: readonly ToldProblem[];
  readonly asked: { readonly feature: string; readonly candidates: readonly Stored[] } | null;
};

/** A row failed after it had written something: the import must run again with a savepoint for each row. */
export class NeedsCare extends Error {
  constructor(cause: unknown) {
    super('a row must be taken back', { cause });
  }
}

export type ImportEngine = {
  /** Addresses of the values whose tokens the feed must cut. */
  readonly searched: readonly string[];
  /** The rows that come next are those of this batch. */
  turnTo(batch: FedBatch): void;
  /** Applies one row inside the open transaction; a row that is refused or asks leaves nothing. */
  apply(row: FedRow): RowOutcome;
  previewOf(row: FedRow, outcome: RowOutcome): PreviewRow;
  /** Writes what waits when it is much; all of it with `all`, before commit. */
  flush(all: boolean): void;
};

/** How many records wait for the search and for history at most: the fewer batches, the less is rewritten. About 15 MB. */
const mostWaiting = 20_000;

/** Codes of SQLite that mean a row of the file clashes with a record of the store. */
function asRefusal(error: unknown): RowRefused | undefined {
  if (error instanceof RowRefused) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_CONSTRAINT_UNIQUE') return new RowRefused('taken', null);
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return new RowRefused('reference-gone', null);
  return undefined;
}

function verdictOf(written: readonly Written[]): Verdict {
  if (written.some(({ what }) => what === 'create')) return 'create';
  return written.some(({ what }) => what === 'update') ? 'update' : 'unchanged';
}

export function createEngine(
  sqlite: Sqlite,
  order: ImportOrder & { readonly careful: boolean },
  importId: number,
  stage: ImportStage,
): ImportEngine {
  const texts = createTexts(order.language);
  const columns = mappedColumns(order.kind, order.mapping);
  const values = new RowValues(columns);
  const tokens = batchTokens(columns);
  const bulk = bulkWriter(sqlite, tokens.cut);
  const lookups = createLookups(sqlite, order.expectedRows);
  const notes = createChangeNotes(sqlite, importId);
  const withChanges = order.mode === 'preview';
  const writer = createRowWriter({ bulk, notes, lookups, now: order.at, withChanges });
  const apply = applyRow[order.kind];
  const [corrections, excluded, decisions] = [stage.corrections(), stage.excluded(), stage.decisions()];
  const columnOf = new Map(
    Object.entries(order.mapping).map(([column, address]) => [address, Number(column)]),
  );
  let holidays: WorkCalendar | undefined;
  const calendar = (): WorkCalendar =>
    (holidays ??= workCalendar(
      sqlite.prepare('select day, kind from calendar_day where removed_at is null').all() as CalendarEntry[], // the kind is written through the field table only
    ));
  let book: OpeningBook | undefined;
  const openings = (): OpeningBook => (book ??= openingBook(sqlite, order));
  const seen = new Map<string, number>();
  const noDecisions: ReadonlyMap<string, number> = new Map();

  // One row may write several records; what it wrote goes back together. That it must is so rare that the first try does
  // without a savepoint for every row and gives up with NeedsCare where one would have been wanted.
  const savepoint = sqlite.prepare('savepoint import_row');
  const release = sqlite.prepare('release import_row');
  const back = sqlite.prepare('rollback to import_row');
  function takeBack(error: unknown): void {
    if (order.careful) {
      back.run();
      release.run();
      writer.dropRow();
    } else if (writer.writes > 0) throw new NeedsCare(error);
  }

  const messages = new Map<string, string>();
  function told(problem: RowProblem): ToldProblem {
    const field = problem.column === null ? undefined : importField(order.mapping[problem.column] ?? '');
    const maximum = field?.max ?? (field?.kind === 'note' ? 4000 : 200);
    const minimum = field?.min ?? 0;
    const key = `${problem.code}|${maximum}|${minimum}`;
    let message = messages.get(key);
    if (message === undefined) {
      message = textAt(texts, `problem.issues.${problem.code}`, { maximum, minimum });
      messages.set(key, message);
    }
    return { ...problem, message };
  }

  function kept(
    verdict: Verdict,
    problems: readonly RowProblem[],
    asked: RowOutcome['asked'] = null,
  ): RowOutcome {
    return { verdict, written: [], changes: [], problems: problems.map(told), asked };
  }

  return {
    searched: tokens.searched,
    turnTo: tokens.turnTo,
    apply(row) {
      if (excluded.has(row.row)) return kept('excluded', []);
      let { problems } = row;
      if (problems.some((problem) => !problem.warning)) return kept('refused', problems);
      values.turnTo(row);
      const context: RowContext = {
        values,
        lookups,
        writer,
        decisions: decisions.get(row.row) ?? noDecisions,
        warn({ column, code, address }) {
          const at = address ? (columnOf.get(address) ?? column) : column;
          problems = [...problems, { column: at, code, warning: true }];
        },
        ordinal(key) {
          const nth = seen.get(key) ?? 0;
          seen.set(key, nth + 1);
          return nth;
        },
        today: order.today,
        personId: order.by.personId,
        calendar,
        openings,
      };
      writer.startRow();
      if (order.careful) savepoint.run();
      try {
        const written = apply(context);
        if (order.careful) release.run();
        return {
          verdict: verdictOf(written),
          written,
          changes: withChanges ? written.flatMap((w) => w.changes) : [],
          problems: problems.length === 0 ? [] : problems.map(told),
          asked: null,
        };
      } catch (error) {
        takeBack(error);
        if (error instanceof RowAsks) {
          const asks: RowProblem = { column: null, code: error.code, warning: false };
          const { feature, candidates } = error;
          return kept('ask', [asks, ...problems], { feature, candidates });
        }
        const refusal = asRefusal(error);
        if (!refusal) throw error;
        const column = refusal.address === null ? null : (columnOf.get(refusal.address) ?? null);
        return kept('refused', [{ column, code: refusal.code, warning: false }, ...problems]);
      }
    },
    previewOf({ row, cells }, outcome) {
      const candidates = (outcome.asked?.candidates ?? []).map((found) => {
        const feature = outcome.asked?.feature ?? '';
        const { title, detail } = definitionOf(feature) as { title: string; detail?: string };
        const second = feature === 'customer' ? found['phone'] : detail ? found[detail] : null;
        return {
          feature,
          id: found.id,
          label: [found[title], second].filter((part) => part !== null && part !== undefined).join(' · '),
        };
      });
      const { verdict, changes, problems } = outcome;
      const corrected = [...(corrections.get(row)?.keys() ?? [])];
      return { row, verdict, cells, changes, problems, candidates, corrected };
    },
    flush(all) {
      if (!all && Math.max(bulk.waiting, notes.waiting) < mostWaiting) return;
      bulk.flush();
      notes.flush();
    },
  };
}
