import type { planContract } from '#shared/features/plan/plan.contract.ts';
import { planParts } from '#shared/features/plan/plan.content.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import type { PasswordCost } from '#electron/kernel/password.ts';
import { printHandlers, type PlanPrinter } from './plan.print.ts';
import { listEditions, readParts, readPlan, removePlan, writePart } from './plan.repository.ts';
import { mustBeDraft, signingHandlers } from './plan.signing.ts';
import { startingPosts } from './plan.starting.ts';
import { readView } from './plan.view.ts';

export type PlanHandlerParts = PlanPrinter & { readonly cost: PasswordCost };

type Beginning = { readonly year: number; readonly edition: number; readonly reason: string | null };

async function insertEdition(context: CommandContext, { year, edition, reason }: Beginning): Promise<number> {
  const at = context.clock.now();
  const { insertId } = await context.writer
    .insertInto('plan')
    .values({ createdAt: at, updatedAt: at, year, edition, state: 'draft', reason })
    .executeTakeFirstOrThrow();
  const id = Number(insertId);
  const changes = [{ field: 'edition', before: null, after: edition }];
  context.changed({ feature: 'plan', id, changes });
  return id;
}

/** The first edition of a year: posts with their people of today, everything else to be written. */
async function beginPlan(context: CommandContext, year: number): Promise<number> {
  const { writer, actor, clock } = context;
  const id = await insertEdition(context, { year, edition: 1, reason: null });
  const posts = await startingPosts(writer, clock.today());
  const content = { posts, blocks: [] };
  if (posts.length > 0)
    await writePart(
      writer,
      { name: actor.name, at: clock.now() },
      { planId: id, part: 'staffing', content },
      0,
    );
  return id;
}

export const planHandlers = (parts: PlanHandlerParts): HandlersOf<typeof planContract> => ({
  ...signingHandlers(parts),
  ...printHandlers(parts),

  list: async (_input, { reader }) => listEditions(reader),
  get: async ({ id }, { reader, clock, actor }) => readView(reader, id, clock.today(), actor),

  async open({ year }, context) {
    const [newest] = await listEditions(context.writer, year);
    if (newest) return { id: newest.id, created: false };
    return { id: await beginPlan(context, year), created: true };
  },

  async savePart({ id, version, change }, context) {
    const { writer, actor, clock, changed } = context;
    await mustBeDraft(writer, id);
    const { part, content } = change;
    const by = { name: actor.name, at: clock.now() };
    const next = await writePart(writer, by, { planId: id, part, content }, version);
    await writer.updateTable('plan').set({ updatedAt: by.at }).where('id', '=', id).execute();
    changed({ feature: 'plan', id, changes: [{ field: part, before: version, after: next }] });
    return { version: next };
  },

  async discard({ id }, context) {
    const { year, edition, submittedAt } = await mustBeDraft(context.writer, id);
    // What was submitted once, others have seen: it is sent back and changed, not thrown away.
    if (submittedAt !== null) throw ruleViolated('plan-was-submitted');
    await removePlan(context.writer, id);
    context.changed({ feature: 'plan', id, changes: [{ field: 'edition', before: edition, after: null }] });
    context.tell('year', year);
    return { year };
  },

  async revise({ id, reason }, context) {
    const { writer, actor, clock } = context;
    const head = await readPlan(writer, id);
    if (head.state !== 'approved') throw ruleViolated('plan-not-approved');
    const [newest] = await listEditions(writer, head.year);
    if (newest && newest.state !== 'approved') throw ruleViolated('plan-open-edition');
    const edition = (newest?.edition ?? head.edition) + 1;
    const next = await insertEdition(context, { year: head.year, edition, reason });
    const { parts: contents, edits } = await readParts(writer, id);
    const by = { name: actor.name, at: clock.now() };
    for (const part of planParts)
      if (edits[part]) await writePart(writer, by, { planId: next, part, content: contents[part] }, 0);
    return { id: next };
  },
});
