import { sql } from 'kysely';
import type {
  AccessLine,
  personalDataContract,
} from '#shared/features/personal-data/personal-data.contract.ts';
import {
  unusualExports,
  unusualReveals,
  unusualRows,
} from '#shared/features/personal-data/personal-data.rules.ts';
import { addDays, dayOfInstant, type Day } from '#shared/kernel/day.ts';
import type { AuditDetail } from '#electron/kernel/audit.ts';
import { storeOffsetMinutes } from '#electron/kernel/clock.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';

const linesAPage = 50;

const kinds: Readonly<Record<string, AccessLine['kind']>> = {
  'customer.reveal': 'reveal',
  'export.start': 'export',
  'personalData.copy': 'copy',
};

/** The instant at which a business day begins in the store. */
const startOf = (day: Day): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - storeOffsetMinutes * 60_000).toISOString();

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A row of the audit as a line: what was looked at or taken out. */
function lineOf(row: {
  readonly seq: number;
  readonly at: string;
  readonly personName: string;
  readonly call: string;
  readonly detail: string;
}): AccessLine {
  const { records, ...told } = JSON.parse(row.detail) as AuditDetail & Readonly<Record<string, unknown>>; // written by appendAudit
  const [first] = records;
  return {
    seq: row.seq,
    at: row.at,
    personName: row.personName,
    kind: kinds[row.call] ?? 'reveal',
    feature: first?.feature ?? textOf(told['feature']),
    recordId: first?.id ?? null,
    field: textOf(told['field']),
    reason: textOf(told['reason']),
    rows: typeof told['rows'] === 'number' ? told['rows'] : null,
  };
}

export const logHandlers: Pick<HandlersOf<typeof personalDataContract>, 'accessLog'> = {
  async accessLog({ page, personId, from, to }, { reader }) {
    let found = reader.selectFrom('audit').where('call', 'in', Object.keys(kinds));
    if (personId !== null) found = found.where('personId', '=', personId);
    if (from !== null) found = found.where('at', '>=', startOf(from));
    if (to !== null) found = found.where('at', '<', startOf(addDays(to, 1)));
    const { total } = await found
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found
      .select(['seq', 'at', 'personName', 'call', 'detail'])
      .orderBy('seq', 'desc')
      .limit(linesAPage)
      .offset((page - 1) * linesAPage)
      .execute();
    const days = await found
      .select([
        'personName',
        sql<string>`min(at)`.as('at'),
        sql<number>`sum(call = 'customer.reveal')`.as('reveals'),
        sql<number>`sum(call != 'customer.reveal')`.as('exports'),
        sql<number>`sum(coalesce(detail ->> 'rows', 0))`.as('rows'),
      ])
      .groupBy(['personId', sql`date(at, ${`+${storeOffsetMinutes} minutes`})`])
      .orderBy('at', 'desc')
      .execute();
    return {
      total,
      lines: rows.map(lineOf),
      unusual: days
        .filter(
          (day) => day.reveals >= unusualReveals || day.exports >= unusualExports || day.rows >= unusualRows,
        )
        .map(({ at, ...day }) => ({ ...day, day: dayOfInstant(at, storeOffsetMinutes) })),
    };
  },
};
