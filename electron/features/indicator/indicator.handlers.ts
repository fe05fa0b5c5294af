import type {
  indicatorContract,
  indicatorEntryContract,
} from '#shared/features/indicator/indicator.contract.ts';
import {
  shippedIndicators,
  shippedLibrary,
  type LibraryGroup,
} from '#shared/features/indicator/indicator.library.ts';
import { entryDueOn, periodKindOf, periodSpan } from '#shared/features/indicator/indicator-period.rules.ts';
import { addDays } from '#shared/kernel/day.ts';
import { invalidField, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { readOnlyCalls } from '#shared/rpc/record.contract.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { askedBy, sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { nextNumber } from '#electron/kernel/number-series.ts';
import {
  conflictOf,
  createRecord,
  recordHandlers,
  updateRecord,
} from '#electron/kernel/record/record-handlers.ts';
import { readWorkCalendar } from '../calendar/calendar.repository.ts';
import { readEntries } from './indicator.entries.ts';
import { figureReaderOn, readFigures } from './indicator.figures.ts';
import { countReaders } from './indicator.counts.ts';
import { libraryOn, listOwnIndicators, type OwnIndicator } from './indicator.library.ts';
import { indicatorEntryRecord, indicatorRecord } from './indicator.record.ts';
import { wallDocument } from './indicator.wall-report.ts';
import { readWall } from './indicator.wall.ts';

const records = recordHandlers(indicatorRecord);

/** One version of the store's own indicator. Error: not-found. */
async function mustOwn({ writer }: CommandContext, id: number): Promise<OwnIndicator> {
  const row = (await listOwnIndicators(writer)).find((one) => one.id === id);
  if (!row) throw notFound('indicator', id);
  return row;
}

export const indicatorHandlers = (printer: Printer): HandlersOf<typeof indicatorContract> => ({
  ...records,

  async create({ values }, context) {
    const number = await nextNumber(context.writer, 'indicator');
    return {
      id: await createRecord(context, indicatorRecord, { ...values, key: `own${number}`, edition: 1 }),
    };
  },

  async revise({ id, values }, context) {
    const before = await mustOwn(context, id);
    if (values.validFrom <= before.validFrom)
      throw invalidField('values.validFrom', 'indicator-not-later', { day: before.validFrom });
    const { writer } = context;
    const stored = await writer.selectFrom('indicator').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const { id: _id, version, createdAt: _c, updatedAt: _u, removedAt: _r, ...old } = stored;
    await updateRecord(context, indicatorRecord, id, version, {
      ...old,
      validTo: addDays(values.validFrom, -1),
    });
    const editions = (await listOwnIndicators(writer)).filter(({ key }) => key === before.key);
    const edition = Math.max(...editions.map((one) => one.edition)) + 1;
    return { id: await createRecord(context, indicatorRecord, { ...values, key: before.key, edition }) };
  }, // prettier-ignore

  async library(_input, { reader, clock }) {
    const { own } = libraryOn(await listOwnIndicators(reader), clock.today());
    const shipped = Object.entries(shippedLibrary).flatMap(([group, definitions]) =>
      definitions.map((definition) => ({ group: group as LibraryGroup, definition })),
    ); // the keys of a literal object
    return [...shipped, ...own.map((definition) => ({ group: 'own' as const, definition }))];
  },

  figures: async (asked, { reader, clock, actor }) => readFigures(reader, asked, clock.today(), actor),

  async rows({ key, period, who }, { reader, clock, actor }) {
    const span = periodSpan(period);
    const today = clock.today();
    const read = await figureReaderOn(reader, span.last, today, actor);
    const definition = read.library.find(key);
    if (definition?.working.kind !== 'count' || span.first > today) return [];
    const asOf = span.last < today ? span.last : today;
    const found = await countReaders[definition.working.reader](reader, span, asOf, await read.people(who));
    return found.rows();
  },

  async enter({ key, period, who, value, note, version }, context) {
    const { writer, clock, actor } = context;
    const today = clock.today();
    const { first, last } = periodSpan(period);
    const definition =
      shippedIndicators.get(key) ?? libraryOn(await listOwnIndicators(writer), last).find(key);
    if (!definition) throw notFound('indicator', key);
    if (definition.working.kind !== 'typed') throw ruleViolated('entry-not-typed');
    if (first > today) throw invalidField('period', 'entry-future');
    if (value < 0 && definition.unit !== 'fen') throw invalidField('value', 'too-small');
    const before = (await readEntries(writer, key, who)).get(period);
    if (before && before.version !== version) throw await conflictOf(writer, 'indicatorEntry', before.id);
    const told = { value, note: note === '' ? null : note };
    if (before) {
      const kept = await writer
        .selectFrom('indicatorEntry')
        .selectAll()
        .where('id', '=', before.id)
        .executeTakeFirstOrThrow();
      const { id, version: seen, createdAt: _c, updatedAt: _u, removedAt: _r, late, ...rest } = kept;
      await updateRecord(context, indicatorEntryRecord, id, seen, { ...rest, late: late === 1, ...told });
      return { id, late: before.late };
    }
    const late = today > entryDueOn(period, await readWorkCalendar(writer));
    const id = await createRecord(context, indicatorEntryRecord, {
      indicator: key,
      periodKind: periodKindOf(period) ?? 'day',
      period,
      ...who,
      ...told,
      enteredOn: today,
      enteredById: actor.personId,
      late,
    });
    return { id, late };
  },

  wall: async ({ year }, { reader, clock, actor }) => readWall(reader, year, clock.today(), actor),

  async printWall({ year, format }, context) {
    const { reader, actor, clock } = askedBy(context);
    const wall = await readWall(reader, year, clock.today(), actor);
    if (wall.store.length + wall.departments.length + wall.people.length === 0)
      throw ruleViolated('wall-no-goals', { year });
    const { own } = libraryOn(await listOwnIndicators(reader), wall.asOf);
    const definitions = new Map([...shippedIndicators, ...own.map((one) => [one.key, one] as const)]);
    const store = (await readSetting(reader, 'storeName')) ?? '';
    const auditCode = shortCode((await auditHead(reader)).hash);
    const document = wallDocument({ wall, definitions, store, auditCode }, actor.language, clock.now());
    return sheetFile(printer, document, { name: document.title, format, signal: context.signal });
  },
});

export const indicatorEntryHandlers: HandlersOf<typeof indicatorEntryContract> = readOnlyCalls(
  recordHandlers(indicatorEntryRecord),
);
