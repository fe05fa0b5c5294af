import {
  readDesign,
  shippedDesign,
  type DesignContent,
} from '#shared/features/membership/membership.content.ts';
import type { membershipContract } from '#shared/features/membership/membership.contract.ts';
import type { DesignEdition, DesignLine } from '#shared/features/membership/membership-views.ts';
import { designIssues } from '#shared/features/membership/membership-design.rules.ts';
import { marginsOf, type MarginEdition } from '#shared/features/membership/membership-margin.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { DeskError, invalidField, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { fixedQuery } from '#electron/kernel/fixed-query.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { nextNumber } from '#electron/kernel/number-series.ts';

const approved = fixedQuery<{ edition: number; fromDay: Day; content: string }>(
  `select edition, from_day, content from membership_design where state = 'approved' and from_day <= ?
   order by from_day desc, edition desc limit 1`,
);

/** The first day of the edition that comes with the program. */
const shippedFrom = '2000-01-01';

/** The design that holds on a day: the approved edition that began last, else the one that comes with the program. */
export async function designOn(reader: Reader | Writer, day: Day): Promise<DesignEdition> {
  const row = await approved.first(reader, day);
  if (!row) return { edition: 0, fromDay: shippedFrom, content: shippedDesign };
  return { ...row, content: readDesign(row.content) };
}

/** Margins of the editions that have begun by a day, in the order in which they began; one that another followed the same day never held. */
export async function readMarginEditions(reader: Reader, day: Day): Promise<MarginEdition[]> {
  const rows = await reader
    .selectFrom('membershipDesign')
    .select(['edition', 'fromDay', 'content'])
    .where('state', '=', 'approved')
    .where('fromDay', '<=', day)
    .orderBy('fromDay')
    .orderBy('edition')
    .execute();
  const began = rows.map(({ edition, fromDay, content }) => ({
    edition,
    fromDay: fromDay ?? '',
    margins: marginsOf(readDesign(content)),
  }));
  const held = began.filter(({ fromDay }, at) => fromDay !== began[at + 1]?.fromDay);
  return [{ edition: 0, fromDay: shippedFrom, margins: marginsOf(shippedDesign) }, ...held];
}

async function listDesigns(reader: Reader): Promise<DesignLine[]> {
  const rows = await reader
    .selectFrom('membershipDesign')
    .innerJoin('person', 'person.id', 'membershipDesign.createdById')
    .select([
      'membershipDesign.edition',
      'membershipDesign.fromDay',
      'membershipDesign.content',
      'membershipDesign.note',
      'membershipDesign.createdAt',
      'person.name as createdByName',
    ])
    .where('membershipDesign.state', '=', 'approved')
    .orderBy('membershipDesign.fromDay', 'desc')
    .orderBy('membershipDesign.edition', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    fromDay: row.fromDay ?? '',
    content: readDesign(row.content),
  }));
}

/** Errors: issues of `designIssues` under `content`, `membership-from-past`. */
export async function saveEdition(
  { writer, clock, actor, changed }: CommandContext,
  {
    fromDay,
    content,
    note,
  }: { readonly fromDay: Day; readonly content: DesignContent; readonly note: string | null },
): Promise<{ readonly edition: number }> {
  const issues = designIssues(content);
  if (issues.length > 0)
    throw new DeskError({
      code: 'invalid-input',
      issues: issues.map((one) => ({ ...one, field: `content.${one.field}` })),
    });
  if (fromDay < clock.today()) throw invalidField('fromDay', 'membership-from-past');
  const edition = await nextNumber(writer, 'membership-design');
  const now = clock.now();
  const { insertId } = await writer
    .insertInto('membershipDesign')
    .values({
      edition,
      state: 'approved',
      fromDay,
      content: JSON.stringify(content),
      note,
      createdAt: now,
      updatedAt: now,
      createdById: actor.personId,
      approvedById: actor.personId,
      approvedAt: now,
    })
    .executeTakeFirstOrThrow();
  changed({
    feature: 'membershipDesign',
    id: Number(insertId),
    changes: [
      { field: 'edition', before: null, after: edition },
      { field: 'fromDay', before: null, after: fromDay },
    ],
  });
  return { edition };
}

type Designing = Pick<
  HandlersOf<typeof membershipContract>,
  'design' | 'designs' | 'saveDesign' | 'dropDesign'
>;

/** 会员制度 in editions with the day from which each holds. */
export const designHandlers: Designing = {
  design: (_input, { reader, clock }) => designOn(reader, clock.today()),
  designs: (_input, { reader }) => listDesigns(reader),

  saveDesign: (given, context) => saveEdition(context, given),

  async dropDesign({ edition }, { writer, clock, changed }) {
    const row = await writer
      .selectFrom('membershipDesign')
      .select(['id', 'fromDay', 'version'])
      .where('edition', '=', edition)
      .where('state', '=', 'approved')
      .executeTakeFirst();
    if (!row) throw notFound('membershipDesign', edition);
    if ((row.fromDay ?? '') <= clock.today()) throw ruleViolated('membership-design-begun');
    await writer
      .updateTable('membershipDesign')
      .set({ state: 'dropped', updatedAt: clock.now(), version: row.version + 1 })
      .where('id', '=', row.id)
      .execute();
    // The simulation that became it is a draft again.
    await writer.updateTable('simulation').set({ edition: null }).where('edition', '=', edition).execute();
    changed({
      feature: 'membershipDesign',
      id: row.id,
      changes: [{ field: 'edition', before: edition, after: null }],
    });
    return {};
  },
};
