import type { payContract } from '#shared/features/pay/pay.contract.ts';
import { payIssues } from '#shared/features/pay/pay-steps.rules.ts';
import { overlap } from '#shared/features/pay/pay.rules.ts';
import { DeskError, invalidField, notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { HandlersOf, QueryContext } from '#electron/kernel/handler.ts';
import { conflictOf } from '#electron/kernel/record/record-handlers.ts';
import { departmentsLedBy } from '../department/department.leading.ts';
import {
  findPayRule,
  insertPayRule,
  listPayEditions,
  listPayRules,
  readPayRules,
  replacePayRule,
  type PaySight,
} from './pay.repository.ts';

const sightOf = async ({ scope, reader, actor }: QueryContext): Promise<PaySight> =>
  scope === 'all' ? null : departmentsLedBy(reader, actor.personId);

/** No month has two rules of a post: the sentence names the other one. */
async function assertAlone(
  reader: Reader | Writer,
  rule: { id: number | null; postId: number; fromMonth: string; toMonth: string | null },
): Promise<void> {
  const others = await readPayRules(reader, rule.fromMonth, rule.toMonth ?? '9999-12', rule.postId);
  const other = others.find((one) => one.id !== rule.id && overlap(one, rule));
  if (!other) return;
  const { fromMonth: from, toMonth: to } = other;
  if (to === null) throw invalidField('fromMonth', 'pay-overlap-open', { from });
  throw invalidField('fromMonth', 'pay-overlap', { from, to });
}

export const payHandlers: HandlersOf<typeof payContract> = {
  list: async (_input, context) => listPayRules(context.reader, await sightOf(context)),

  editions: async ({ lineId }, context) => listPayEditions(context.reader, lineId, await sightOf(context)),

  async save(input, { writer, clock, actor, changed }) {
    const issues = payIssues(input.content);
    if (issues.length > 0)
      throw new DeskError({
        code: 'invalid-input',
        issues: issues.map((one) => ({ ...one, field: `content.${one.field}` })),
      });
    if (input.toMonth !== null && input.toMonth < input.fromMonth)
      throw invalidField('toMonth', 'ends-before-start');
    const post = await writer
      .selectFrom('post')
      .select('id')
      .where('id', '=', input.postId)
      .where('removedAt', 'is', null)
      .executeTakeFirst();
    if (!post) throw invalidField('postId', 'required');
    const before = input.id === null ? null : await findPayRule(writer, input.id);
    if (before === undefined) throw notFound('pay', input.id ?? 0);
    if (before !== null && before.replacedAt !== null) throw await conflictOf(writer, 'pay', before.id);
    await assertAlone(writer, input);
    const now = clock.now();
    if (before) await replacePayRule(writer, before.id, now);
    const { id: _before, ...values } = input;
    const edition = (before?.edition ?? 0) + 1;
    const id = await insertPayRule(writer, {
      ...values,
      lineId: before?.lineId ?? null,
      edition,
      createdAt: now,
      createdById: actor.personId,
    });
    // Figures stay out of the audit, which more people read than may see pay: the editions themselves are kept.
    if (before) changed({ feature: 'pay', id: before.id, changes: [] });
    changed({
      feature: 'pay',
      id,
      changes: [{ field: 'edition', before: before?.edition ?? null, after: edition }],
    });
    return { id, edition };
  },

  async withdraw({ id }, { writer, clock, changed }) {
    const rule = await findPayRule(writer, id);
    if (!rule) throw notFound('pay', id);
    if (rule.replacedAt !== null) throw await conflictOf(writer, 'pay', id);
    await replacePayRule(writer, id, clock.now());
    changed({ feature: 'pay', id, changes: [{ field: 'edition', before: rule.edition, after: null }] });
    return {};
  },
};
