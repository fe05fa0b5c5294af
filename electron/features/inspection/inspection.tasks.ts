import { textIn, type Bilingual } from '#shared/features/checklist/checklist.content.ts';
import { compareDays, type Day } from '#shared/kernel/day.ts';
import { invalidField } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { inspectionPageText } from '#shared/text/inspection.text.ts';
import { raiseAction } from '../action/action.raise.ts';
import { addLine } from '../action/action.repository.ts';
import { listNgItems, type Check } from './inspection.repository.ts';

/**
 * 不合格 → 任务: one action item for each item that was not OK, not one for the check. Two defects are mended by different
 * hands on different days, each is closed by somebody who has seen its own evidence, and the time from NG to mended is a
 * figure of the item. What is found again while its task is open adds a line to that task.
 */
export type Tasks = { readonly ownerId: number; readonly dueOn: Day };

/** An item that was not OK. */
export type Defect = { readonly item: string; readonly title: Bilingual; readonly note: string | null };

/** Open tasks of the vehicle's earlier checks, by item; the newest of each. */
async function openTasks(reader: Reader | Writer, check: Check): Promise<ReadonlyMap<string, number>> {
  if (check.vin === null) return new Map();
  const rows = await reader
    .selectFrom('action')
    .innerJoin('inspection', 'inspection.id', 'action.inspectionId')
    .select(['action.id', 'action.inspectionItem'])
    .where('inspection.vin', '=', check.vin)
    .where('action.state', '!=', 'closed')
    .where('action.removedAt', 'is', null)
    .orderBy('action.id')
    .execute();
  return new Map(rows.map((row) => [row.inspectionItem ?? '', row.id]));
}

/** Somebody must mend what has no task yet. Errors: `required`, `day-passed`, `reference-gone` beside `tasks`. */
export async function mustHaveTasks(
  reader: Reader | Writer,
  check: Check,
  ng: readonly Defect[],
  tasks: Tasks | null,
  today: Day,
): Promise<void> {
  const open = await openTasks(reader, check);
  if (ng.every(({ item }) => open.has(item))) return;
  if (!tasks) throw invalidField('tasks.ownerId', 'required');
  if (compareDays(tasks.dueOn, today) < 0) throw invalidField('tasks.dueOn', 'day-passed');
  const owner = await reader
    .selectFrom('person')
    .select(['removedAt', 'leftOn'])
    .where('id', '=', tasks.ownerId)
    .executeTakeFirst();
  const isGone = !owner || owner.removedAt !== null || (owner.leftOn !== null && owner.leftOn < today);
  if (isGone) throw invalidField('tasks.ownerId', 'reference-gone');
}

/** Makes the tasks of a check that was signed as failed, and writes into open ones what it found. Gives the new ones. */
export async function raiseTasks(
  context: CommandContext,
  check: Check,
  ng: readonly Defect[],
  tasks: Tasks | null,
): Promise<readonly number[]> {
  const { writer, clock } = context;
  const language = (await readSetting(writer, 'language')) === 'en' ? 'en' : 'zh-CN';
  const words = inspectionPageText[language].task;
  const thing = check.plate ?? check.vin ?? '';
  await mustHaveTasks(writer, check, ng, tasks, clock.today());
  const open = await openTasks(writer, check);
  const bad = new Set(ng.map(({ item }) => item));
  const asked = new Set(check.previousId === null ? [] : await listNgItems(writer, check.previousId));
  for (const [item, actionId] of open) {
    if (!asked.has(item) && !bad.has(item)) continue;
    await noteOn(context, actionId, `${check.number} ${bad.has(item) ? words.again : words.mended}`);
  }
  const ids: number[] = [];
  for (const { item, title, note } of ng) {
    if (open.has(item) || !tasks) continue;
    const found = [textIn(title, language), note].filter((one) => one !== null).join('：');
    const { id } = await raiseAction(context, {
      text: `${check.number} ${thing} ${found}`.slice(0, 500),
      ownerId: tasks.ownerId,
      dueOn: tasks.dueOn,
      check: words.check,
      inspectionId: check.id,
      inspectionItem: item,
    });
    ids.push(id);
  }
  return ids;
}

async function noteOn(context: CommandContext, actionId: number, text: string): Promise<void> {
  const { ownerId } = await context.writer
    .selectFrom('action')
    .select('ownerId')
    .where('id', '=', actionId)
    .executeTakeFirstOrThrow();
  await addLine(context, { actionId, meetingId: null, kind: 'note', ownerId, text });
  context.changed({ feature: 'action', id: actionId, changes: [] });
}
