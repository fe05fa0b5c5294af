import { sql, type SqlBool } from 'kysely';
import { complaintOpenDrill, returnDrill } from '#shared/features/meeting/meeting.drills.ts';
import { listLimit } from '#shared/features/meeting/meeting.definitions.ts';
import type {
  OriginPack,
  OriginRates,
  PackDays,
  QualityPack,
  QualityRate,
} from '#shared/features/meeting/meeting.pack.ts';
import type { OriginShare } from '#shared/features/repair/repair.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { complaintOpenOn } from '../complaint/complaint.open-on.ts';
import { readCoverage } from '../inspection/inspection.coverage.ts';
import { readOriginShare, readOrigins, readPassRate } from '../repair/repair.figures.ts';
import { hasRows } from './meeting.figures.ts';
import { given } from './meeting.figure.ts';

type Span = { readonly from: Day; readonly to: Day };

/** 质量 of the week and of the month up to the pack's day; open complaints as they stood at the end of that day. */
export async function readQuality(reader: Reader, days: PackDays): Promise<QualityPack> {
  const { asOf } = days;
  const week = { from: days.first, to: days.last };
  const month = { from: days.monthFirst, to: asOf };
  return {
    coverage: { week: await coverage(reader, week), monthToDate: await coverage(reader, month) },
    firstPass: { week: await firstPass(reader, week), monthToDate: await firstPass(reader, month) },
    openComplaints: given(
      await hasRows(reader, 'complaint'),
      await countOpen(reader, asOf),
      complaintOpenDrill(asOf),
    ),
    returns: given(
      await hasRows(reader, 'repair'),
      await countReturns(reader, week),
      returnDrill({ first: week.from, last: week.to }),
    ),
    origins: await origins(reader, week, month),
  };
}

async function coverage(reader: Reader, span: Span): Promise<QualityRate> {
  const { handedOver, covered, rateBasisPoints } = await readCoverage(reader, span);
  return { counted: handedOver, good: covered, basisPoints: rateBasisPoints };
}

async function firstPass(reader: Reader, span: Span): Promise<QualityRate> {
  const { checked, firstPass: good, rateBasisPoints } = (await readPassRate(reader, span)).store;
  return { counted: checked, good, basisPoints: rateBasisPoints };
}

async function origins(reader: Reader, week: Span, month: Span): Promise<OriginPack> {
  const { exceptions, ...share } = await readOrigins(reader, week);
  return {
    week: ratesOf(share),
    monthToDate: ratesOf(await readOriginShare(reader, month)),
    exceptionCount: exceptions.length,
    exceptions: exceptions
      .slice(0, listLimit)
      .map(({ partId, repairId, repairNumber, name, origin, amountFen, allowedReason, allowedByName }) => ({
        partId,
        repairId,
        repairNumber,
        name,
        origin,
        amountFen,
        reason: allowedReason,
        allowedByName,
      })),
  };
}

const ratesOf = (share: OriginShare): OriginRates => ({
  byCount: { counted: share.lines, good: share.originalLines, basisPoints: share.linesBasisPoints },
  byValue: { counted: share.amountFen, good: share.originalFen, basisPoints: share.amountBasisPoints },
});

async function countOpen(reader: Reader, asOf: Day): Promise<number> {
  const { count } = await reader
    .selectFrom('complaint')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('removedAt', 'is', null)
    .where(complaintOpenOn(asOf))
    .executeTakeFirstOrThrow();
  return count;
}

/** 返修 that somebody found to be one; those that nobody has looked at are not counted. */
async function countReturns(reader: Reader, { from, to }: Span): Promise<number> {
  const { count } = await reader
    .selectFrom('repair')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('removedAt', 'is', null)
    .where('state', '!=', 'cancelled')
    .where(sql<SqlBool>`is_return = 1`) // a literal, so that the partial index serves it
    .where('checkedInOn', '>=', from)
    .where('checkedInOn', '<=', to)
    .executeTakeFirstOrThrow();
  return count;
}
