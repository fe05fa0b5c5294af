import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import { dayOfInstant, excelSerialOfDay, formatDay, timeOfInstant } from '#shared/kernel/day.ts';
import type { Field } from '#shared/kernel/field.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { ExportFormat } from '#shared/features/export/export.contract.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import type { ListInput } from '#shared/rpc/record.contract.ts';
import { createTexts, textAt } from '#shared/text/texts.ts';
import { storeOffsetMinutes } from '#electron/kernel/clock.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { csvLine, plainCell } from '#electron/kernel/csv.ts';
import {
  countRows,
  listConditions,
  listOrder,
  saidColumn,
  tableRef,
  type Sight,
} from '#electron/kernel/record/record-list.ts';
import { definitionOf } from '#electron/kernel/record/record-registry.ts';
import { masked, maskedFields } from '#electron/kernel/record/record-mask.ts';
import { titleFields, type RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import type { WorkerRun } from '#electron/workers/worker-protocol.ts';
import { snake } from '#electron/kernel/sql-name.ts';
import { xlsxBytes, type XlsxCell, type XlsxColumn } from './xlsx-writer.ts';

export type ExportOrder = {
  readonly feature: string;
  readonly list: ListInput;
  readonly columns: readonly string[];
  readonly format: ExportFormat;
  readonly sight: Sight;
  readonly language: Language;
  /** Where the file goes; written under a temporary name first. */
  readonly path: string;
  /** When it was asked for; instant in UTC ISO. */
  readonly at: string;
};

type Cell = XlsxCell;
type Column = {
  readonly name: string;
  readonly header: string;
  readonly field: Field;
  readonly show: (value: string | number | null) => Cell;
};

/** An answer that is kept for each value: choices and days come again in every other row. */
function kept<Answer>(make: (value: string | number) => Answer): (value: string | number) => Answer {
  const answers = new Map<string | number, Answer>();
  return (value) => {
    let answer = answers.get(value);
    if (answer === undefined) {
      answer = make(value);
      answers.set(value, answer);
    }
    return answer;
  };
}

function columnsOf(
  order: ExportOrder,
  definition: RecordDefinition,
  labels: (feature: string) => Map<number, string>,
): Column[] {
  const texts = createTexts(order.language);
  const hidden = new Map(maskedFields(definition, order.sight.actor));
  return order.columns.map((name) => {
    const field = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined;
    if (!field) throw ruleViolated('unknown-field', { field: name });
    const header = textAt(texts, `record.${order.feature}.fields.${name}`);
    const choiceName = kept((value) => textAt(texts, `record.${order.feature}.choices.${name}.${value}`));
    const serialOf = kept((day) => excelSerialOfDay(String(day), '1900') ?? day);
    const show = (value: string | number | null): Cell => {
      if (value === null) return null;
      if (hidden.has(name)) return masked(field, value);
      switch (field.kind) {
        case 'money':
          return Number(value) / 100;
        case 'day':
          // Days since the spreadsheet epoch would be unreadable in csv, so each format gets its own kind of day.
          return order.format === 'xlsx' ? serialOf(value) : value;
        case 'choice':
          return choiceName(value);
        case 'reference':
          return labels(field.refers ?? '').get(Number(value)) ?? null;
        case 'flag':
          return textAt(texts, value === 1 ? 'common.yes' : 'common.no');
        case 'integer':
          return value;
        default:
          return plainCell(String(value));
      }
    };
    return { name, header, field, show };
  });
}

const widths: Partial<Record<Field['kind'], number>> = {
  money: 14,
  day: 12,
  month: 10,
  instant: 20,
  vin: 20,
  plate: 12,
  phone: 15,
  note: 40,
  text: 18,
};

const formatOf = (field: Field): Pick<XlsxColumn, 'format'> =>
  field.kind === 'money' ? { format: '#,##0.00' } : field.kind === 'day' ? { format: 'yyyy-mm-dd' } : {};

const rowsATime = 1000;

/** Lists of what the law protects: with telephones, papers or plates. */
const isPersonal = ({ fields }: RecordDefinition): boolean =>
  Object.values(fields).some(({ maskedWithout }) => maskedWithout === 'customer.seePhone');

/** The last line of a list with personal data: who took it out, when, how much. */
function watermark({ sight, at, language }: ExportOrder, rows: number): string {
  const day = formatDay(dayOfInstant(at, storeOffsetMinutes), language);
  const time = timeOfInstant(at, storeOffsetMinutes);
  return createTexts(language).t('list.exportMark', { person: sight.actor.name, at: `${day} ${time}`, rows });
}

/** Names of a referred feature in the person's language and as the person may see them, harmless to a spreadsheet; read once per export. */
function labelReader(
  sqlite: Sqlite,
  { sight: { actor }, language }: Pick<ExportOrder, 'sight' | 'language'>,
): (feature: string) => Map<number, string> {
  const read = new Map<string, Map<number, string>>();
  return (feature) => {
    let names = read.get(feature);
    if (!names) {
      const target = definitionOf(feature);
      names = new Map<number, string>();
      const said = titleFields(target, language).map((name) => `nullif("${snake(name)}", '')`);
      const rows = sqlite
        .prepare(`select id, coalesce(${said.join(', ')}, '') as label from "${snake(target.table)}"`)
        .raw()
        .iterate() as IterableIterator<[number, string | null]>;
      const hidden = new Map(maskedFields(target, actor)).get(target.title);
      for (const [id, label] of rows)
        names.set(id, plainCell((hidden ? masked(hidden, label) : label) ?? ''));
      read.set(feature, names);
    }
    return names;
  };
}

/**
 * Writes a list to a file, row by row: memory does not grow with the list. Runs in a worker on its own connection.
 * Returns the number of rows. Errors: `cancelled`, `rule-violated` unknown-field.
 */
export async function exportList(
  order: ExportOrder,
  connection: { readonly reader: Reader; readonly sqlite: Sqlite },
  run: WorkerRun,
): Promise<number> {
  const definition = definitionOf(order.feature);
  const columns = columnsOf(order, definition, labelReader(connection.sqlite, order));
  const special = definition.exported?.cells(connection.sqlite, order.language);
  const names = [...order.columns, ...(definition.exported?.reads ?? [])];
  const where = listConditions(definition, order.list, order.sight);
  const executor = connection.reader;
  const total = await countRows(executor, definition, order.list, order.sight);
  const picked = sql.join(names.map((name) => saidColumn(definition, order.list, name, order.language)));
  const compiled =
    sql`select ${picked} from ${tableRef(definition)} where ${where} order by ${listOrder(definition, order.list, order.sight.actor)}`.compile(
      executor,
    );
  const statement = connection.sqlite.prepare(compiled.sql).raw();

  let done = 0;
  async function* rows(): AsyncGenerator<Cell[][]> {
    let some: Cell[][] = [];
    for (const row of statement.iterate(...compiled.parameters) as IterableIterator<
      (string | number | null)[]
    >) {
      done += 1;
      const values = special && Object.fromEntries(names.map((name, index) => [name, row[index] ?? null]));
      some.push(
        columns.map(
          (column, index) => (values && special?.(column.name, values)) ?? column.show(row[index] ?? null),
        ),
      );
      if (some.length < rowsATime) continue;
      await run.checkpoint();
      run.progress(done, total, 'writing');
      yield some;
      some = [];
    }
    if (isPersonal(definition)) some.push([watermark(order, total)]);
    yield some;
  }

  const temporary = `${order.path}.part`;
  try {
    const bytes =
      order.format === 'xlsx'
        ? workbookBytes(order, columns, rows(), total + Number(isPersonal(definition)))
        : csvBytes(columns, rows());
    await pipeline(bytes, createWriteStream(temporary, { flush: true }));
    await rename(temporary, order.path);
    return done;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function workbookBytes(
  order: ExportOrder,
  columns: readonly Column[],
  rows: AsyncIterable<Cell[][]>,
  total: number,
): AsyncIterable<Buffer> {
  const texts = createTexts(order.language);
  const sheet = textAt(texts, `record.${order.feature}.many`).slice(0, 31);
  const told = columns.map(({ header, field }) => ({
    header,
    width: widths[field.kind] ?? 12,
    ...formatOf(field),
  }));
  return xlsxBytes(told, sheet, rows, total);
}

/** UTF-8 with BOM, because Excel on a Chinese Windows would read plain UTF-8 as GBK. */
function csvBytes(columns: readonly Column[], rows: AsyncIterable<Cell[][]>): Readable {
  async function* lines(): AsyncGenerator<string> {
    yield `\uFEFF${csvLine(columns.map((column) => column.header))}`;
    for await (const some of rows)
      for (const row of some)
        yield csvLine(
          row.map((cell, index) =>
            columns[index]?.field.kind === 'money' && typeof cell === 'number'
              ? cell.toFixed(2)
              : String(cell ?? ''),
          ),
        );
  }
  return Readable.from(lines()).compose(joinChunks());
}

/** Gathers short lines into writes of 64 kB. */
function joinChunks(): Transform {
  let waiting = '';
  return new Transform({
    writableObjectMode: true,
    transform(line: string, _encoding, done) {
      waiting += line;
      if (waiting.length < 65_536) return done();
      const ready = waiting;
      waiting = '';
      return done(null, ready);
    },
    flush(done) {
      done(null, waiting);
    },
  });
}
