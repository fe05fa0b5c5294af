import { itemsOf, type ChecklistItem } from '#shared/features/checklist/checklist.content.ts';
import { itemVerdict, noAnswer, type ItemAnswer } from '#shared/features/checklist/checklist.rules.ts';
import type { inspectionContract } from '#shared/features/inspection/inspection.contract.ts';
import { latestOf, mayCheck } from '#shared/features/inspection/inspection.rules.ts';
import { DeskError, invalidField, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { Actor, CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { readEdition } from '../checklist/checklist.repository.ts';
import {
  countNg,
  listDone,
  readAnswer,
  readAnswers,
  readCheck,
  readMarks,
  readPhotos,
  saveAnswer,
  type Check,
} from './inspection.repository.ts';
import type { InspectionAnswerTable } from './inspection.table.ts';

type Given = Omit<ItemAnswer, 'photos'>;

/**
 * An open check that the person may fill in: of the right post, and in 质量 not the one who signed 出库, so that it is a look
 * of other eyes. Errors: not-found, `inspection-finished`, `inspection-void`, `check-not-your-post`, `check-needs-other-person`.
 */
export async function mustBeWritable(
  reader: Reader | Writer,
  id: number,
  actor: Pick<Actor, 'personId' | 'roles'>,
): Promise<Check> {
  const check = await readCheck(reader, id);
  if (check.state === 'void') throw ruleViolated('inspection-void');
  if (check.state !== 'open') throw ruleViolated('inspection-finished');
  if (!mayCheck(actor.roles, check.purpose)) throw ruleViolated('check-not-your-post');
  if (check.purpose === 'quality') {
    const departure = latestOf(await listDone(reader, check), 'departure');
    if (departure?.signerId === actor.personId) throw ruleViolated('check-needs-other-person');
  }
  return check;
}

/** What belongs to the item's type. Error: `not-an-answer` beside what it cannot be. */
function fitting(item: ChecklistItem, { result, number, choice, text, note }: Given): Given {
  const empty = { ...noAnswer, note: note === '' ? null : note };
  const refused = (field: string): DeskError => invalidField(`answer.${field}`, 'not-an-answer');
  switch (item.type) {
    case 'okNg':
      if (result === 'notApplicable' && !item.mayNotApply) throw refused('result');
      return { ...empty, result };
    case 'number':
      if (result !== null && !(result === 'notApplicable' && item.mayNotApply)) throw refused('result');
      return { ...empty, result, number: result === null ? number : null };
    case 'choice':
      if (choice !== null && !item.choices.some(({ value }) => value === choice)) throw refused('choice');
      return { ...empty, choice };
    case 'text':
      return { ...empty, text: text === null || text.trim() === '' ? null : text.trim() };
    case 'photo':
      return empty;
  }
}

const same = (a: Given, b: Given): boolean =>
  a.result === b.result &&
  a.number === b.number &&
  a.choice === b.choice &&
  a.text === b.text &&
  a.note === b.note;

/** Writes an answer with its verdict and keeps the count of what is not OK. */
async function put(
  { writer, actor, clock }: CommandContext,
  check: Check,
  item: ChecklistItem,
  before: InspectionAnswerTable | undefined,
  given: Given,
): Promise<number> {
  const photos = (await readPhotos(writer, check.id)).filter((photo) => photo.item === item.code).length;
  const version = (before?.version ?? 0) + 1;
  await saveAnswer(writer, {
    inspectionId: check.id,
    item: item.code,
    version,
    result: given.result,
    number: given.number,
    choice: given.choice,
    text: given.text,
    note: given.note,
    verdict: itemVerdict(item, { ...given, photos }),
    carriedFromId: null,
    personId: actor.personId,
    personName: actor.name,
    at: clock.now(),
  });
  return version;
}

/** Brings the row's count of what is not OK up to date and tells windows and history. */
export async function tellAnswered({ writer, clock, changed }: CommandContext, check: Check): Promise<void> {
  const ngCount = await countNg(writer, check.id);
  await writer
    .updateTable('inspection')
    .set({ ngCount, updatedAt: clock.now() })
    .where('id', '=', check.id)
    .execute();
  const changes =
    ngCount === check.ngCount ? [] : [{ field: 'ngCount', before: check.ngCount, after: ngCount }];
  changed({ feature: 'inspection', id: check.id, changes });
}

/** An item of the check's edition. Error: `not-an-item`. */
export async function itemOf(
  { writer }: Pick<CommandContext, 'writer'>,
  check: Check,
  code: string,
): Promise<ChecklistItem> {
  const { content } = await readEdition(writer, check.checklistId, check.edition);
  const item = itemsOf(content).find((one) => one.code === code);
  if (!item) throw invalidField('item', 'not-an-item');
  return item;
}

type Answering = Pick<
  HandlersOf<typeof inspectionContract>,
  'answer' | 'answerRest' | 'describe' | 'mark' | 'unmark'
>;

export const answeringHandlers: Answering = {
  async answer({ id, item: code, version, answer }, context) {
    const check = await mustBeWritable(context.writer, id, context.actor);
    const item = await itemOf(context, check, code);
    const given = fitting(item, answer);
    const before = await readAnswer(context.writer, id, code);
    if ((before?.version ?? 0) !== version) {
      // The same answer again, because its confirmation got lost on the way, is no conflict.
      if (before && before.personId === context.actor.personId && same(before, given))
        return { version: before.version };
      const last = before ? { by: before.personName, at: before.at } : {};
      throw new DeskError({ code: 'conflict', feature: 'inspection', id, ...last });
    }
    const next = await put(context, check, item, before, given);
    context.tell('item', { item: code, before: before ? trace(before) : null, after: trace(given) });
    await tellAnswered(context, check);
    return { version: next };
  },

  async answerRest({ id, section }, context) {
    const check = await mustBeWritable(context.writer, id, context.actor);
    const { content } = await readEdition(context.writer, check.checklistId, check.edition);
    const found = content.sections.find(({ code }) => code === section);
    if (!found) throw notFound('checklist', section);
    const answers = await readAnswers(context.writer, id);
    const answered: string[] = [];
    for (const item of found.items) {
      const before = answers.get(item.code);
      if (item.type !== 'okNg' || (before && before.verdict !== 'open')) continue;
      await put(context, check, item, before, { ...noAnswer, note: before?.note ?? null, result: 'ok' });
      answered.push(item.code);
    }
    context.tell('items', answered);
    if (answered.length > 0) await tellAnswered(context, check);
    return { answered: answered.length };
  },

  async describe({ id, odometerKm, note }, context) {
    const { writer, clock, changed } = context;
    const check = await mustBeWritable(writer, id, context.actor);
    const after = { odometerKm, note: note === '' ? null : note };
    await writer
      .updateTable('inspection')
      .set({ ...after, updatedAt: clock.now() })
      .where('id', '=', id)
      .execute();
    const changes = (['odometerKm', 'note'] as const)
      .filter((field) => check[field] !== after[field])
      .map((field) => ({ field, before: check[field], after: after[field] }));
    changed({ feature: 'inspection', id, changes });
    return {};
  },

  async mark({ id, markId, view, x, y, kind, note }, context) {
    const { writer, actor, clock } = context;
    const check = await mustBeWritable(writer, id, actor);
    const values = { view, x, y, kind, note: note === '' ? null : note };
    const signed = { personName: actor.name, at: clock.now() };
    if (markId === undefined) {
      const { id: fresh } = await writer
        .insertInto('inspectionMark')
        .values({ inspectionId: id, ...values, ...signed })
        .returning('id')
        .executeTakeFirstOrThrow();
      context.tell('mark', { id: fresh, ...values });
      await tellAnswered(context, check);
      return { markId: fresh };
    }
    await mustHaveMark(context, id, markId);
    await writer
      .updateTable('inspectionMark')
      .set({ ...values, ...signed })
      .where('id', '=', markId)
      .execute();
    context.tell('mark', { id: markId, ...values });
    await tellAnswered(context, check);
    return { markId };
  },

  async unmark({ id, markId }, context) {
    const { writer, actor } = context;
    const check = await mustBeWritable(writer, id, actor);
    context.tell('mark', await mustHaveMark(context, id, markId));
    await writer.deleteFrom('inspectionPhoto').where('markId', '=', markId).execute();
    await writer.deleteFrom('inspectionMark').where('id', '=', markId).execute();
    await tellAnswered(context, check);
    return {};
  },
};

/** What of an answer goes into the audit. */
const trace = ({ result, number, choice, text, note }: Given): Given => ({
  result,
  number,
  choice,
  text,
  note,
});

/** Error: not-found, also for a mark of another check. */
export async function mustHaveMark(
  { writer }: Pick<CommandContext, 'writer'>,
  id: number,
  markId: number,
): Promise<object> {
  const mark = (await readMarks(writer, id)).find((one) => one.id === markId);
  if (!mark) throw notFound('inspection', markId);
  return mark;
}
