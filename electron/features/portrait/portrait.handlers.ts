import {
  portraitTermsIssues,
  segments,
  type PortraitTerms,
} from '#shared/features/portrait/portrait.content.ts';
import type { portraitContract } from '#shared/features/portrait/portrait.contract.ts';
import type { RulePreview } from '#shared/features/portrait/portrait-views.ts';
import type { Day } from '#shared/kernel/day.ts';
import { DeskError, invalidField, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { createTexts } from '#shared/text/texts.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { Actor, HandlersOf } from '#electron/kernel/handler.ts';
import { askedBy } from '#electron/reports/sheet-file.ts';
import { readPortrait } from './portrait.customer.ts';
import { sightOf } from './portrait.sight.ts';
import { readEditions, ruleOn } from './portrait.edition.ts';
import { segmentWorkbook } from './portrait.export.ts';
import { chosenOf, linesOf, readSegmentPage, shownMatrix } from './portrait.page.ts';
import { portraitsOf, type Portraits } from './portrait.store.ts';
import { readTimeline } from './portrait.timeline.ts';

function assertTerms(content: PortraitTerms): void {
  const issues = portraitTermsIssues(content).map((one) => ({ ...one, field: `content.${one.field}` }));
  if (issues.length > 0) throw new DeskError({ code: 'invalid-input', issues });
}

/** Today's customers by the rule that holds and by another one. */
async function previewOf(
  portraits: Portraits,
  reader: Reader | Writer,
  { today, actor }: { readonly today: Day; readonly actor: Actor },
  content: PortraitTerms,
): Promise<RulePreview> {
  const before = await portraits.all(reader, today);
  const after = portraitsOf(await portraits.base(today), content, today);
  const sight = sightOf(actor);
  return {
    before: shownMatrix(before, sight),
    after: shownMatrix(after, sight),
    movedSegment: after.filter(({ segment }, index) => before[index]?.segment !== segment).length,
    movedRisk: after.filter(({ risk }, index) => before[index]?.risk !== risk).length,
  };
}

/** 画像, 时间线, 客户分层 and their rule. */
export const portraitHandlers = (portraits: Portraits): HandlersOf<typeof portraitContract> => ({
  ofCustomer: async ({ customerId }, context) => readPortrait(context, customerId),
  timeline: async (input, context) => readTimeline(context, input),
  page: async (input, context) => readSegmentPage(context, portraits, input),

  async exportFile(asked, action) {
    const context = askedBy(action);
    const { actor, reader, clock } = context;
    const today = clock.today();
    const { chosen } = chosenOf(await portraits.all(reader, today), asked, sightOf(actor));
    const lines = await linesOf(context, portraits, chosen);
    const { t } = createTexts(actor.language);
    const file = await segmentWorkbook(lines, actor.language, `${t('portrait.page.title')} ${today}`);
    await action.write(async ({ tell }) => tell('rows', lines.length));
    return file;
  },

  async rules(_input, { reader, clock }) {
    return { present: await ruleOn(reader, clock.today()), editions: await readEditions(reader) };
  },

  async preview({ content }, { reader, clock, actor }) {
    assertTerms(content);
    return previewOf(portraits, reader, { today: clock.today(), actor }, content);
  },

  async saveRule({ fromDay, content, source, seen }, { writer, clock, actor, changed }) {
    assertTerms(content);
    const today = clock.today();
    if (fromDay < today) throw invalidField('fromDay', 'portrait-from-past');
    const { after } = await previewOf(portraits, writer, { today, actor }, content);
    const found = segments.map((segment) =>
      after.reduce((sum, cell) => (cell.segment === segment ? sum + cell.customers : sum), 0),
    );
    if (found.some((count, index) => count !== seen[index])) throw ruleViolated('portrait-preview-changed');
    const { latest } = await writer
      .selectFrom('portraitRule')
      .select(({ fn }) => fn.max('edition').as('latest'))
      .executeTakeFirstOrThrow();
    const edition = (latest ?? 0) + 1;
    const now = clock.now();
    const { insertId } = await writer
      .insertInto('portraitRule')
      .values({
        createdAt: now,
        updatedAt: now,
        edition,
        fromDay,
        content: JSON.stringify(content),
        source,
        confirmed: 1,
        personId: actor.personId,
      })
      .executeTakeFirstOrThrow();
    changed({
      feature: 'portrait',
      id: Number(insertId),
      changes: [
        { field: 'edition', before: null, after: edition },
        { field: 'fromDay', before: null, after: fromDay },
      ],
    });
    return { edition };
  },

  async dropRule({ edition }, { writer, clock, changed }) {
    const row = await writer
      .selectFrom('portraitRule')
      .select(['id', 'fromDay', 'version'])
      .where('edition', '=', edition)
      .where('dropped', '=', 0)
      .executeTakeFirst();
    if (!row) throw notFound('portrait', edition);
    if (row.fromDay <= clock.today()) throw ruleViolated('portrait-rule-begun');
    await writer
      .updateTable('portraitRule')
      .set({ dropped: 1, updatedAt: clock.now(), version: row.version + 1 })
      .where('id', '=', row.id)
      .execute();
    changed({
      feature: 'portrait',
      id: row.id,
      changes: [{ field: 'edition', before: edition, after: null }],
    });
    return {};
  },
});
