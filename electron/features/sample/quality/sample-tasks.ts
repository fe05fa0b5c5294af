import { textIn, type ChecklistItem } from '#shared/features/checklist/checklist.content.ts';
import { addDays } from '#shared/kernel/day.ts';
import type { BulkWriter } from '#electron/kernel/record/record-bulk.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { inspectionPageText } from '#shared/text/inspection.text.ts';
import { actionRecord } from '../../action/action.record.ts';
import type { PlannedCheck } from './sample-check-plan.ts';
import { dayOfInstant } from './sample-shop.ts';
import type { Signer } from './sample-trail.ts';

/** What was found: an item, and the remark beside it. */
export type Found = { readonly code: string; readonly item: ChecklistItem; readonly note: string | null };

export type SampleTasks = {
  /** 不合格 → 任务; gives its id. */
  raise(check: PlannedCheck, checked: { readonly id: number; readonly number: string }, found: Found): number;
  /** Closed by who inspected it again. */
  close(
    ids: readonly number[],
    again: { readonly signer: Signer; readonly at: string; readonly number: string },
  ): void;
};

const { task: words } = inspectionPageText['zh-CN'];
/** Days for mending what was found. */
const mendDays = 3;

export function sampleTasks(
  sqlite: Sqlite,
  bulk: BulkWriter,
  number: (letter: string, day: string) => string,
): SampleTasks {
  const putLine = sqlite.prepare(
    `insert into action_line (action_id, meeting_id, at, kind, person_id, person_name, owner_id, text)
     values (?, null, ?, ?, ?, ?, ?, ?)`,
  );
  const shut = sqlite
    .prepare(
      `update action set state = 'closed', reported_on = ?, closed_on = ?, closed_by_id = ?, evidence = ?, version = 3,
        updated_at = ? where id = ? returning owner_id`,
    )
    .pluck();
  return {
    raise(check, checked, { code, item, note }) {
      const { subject, signer, mender, at } = check;
      const day = dayOfInstant(at);
      const found = [textIn(item.title, 'zh-CN'), note].filter((one) => one !== null).join('：');
      const text = `${checked.number} ${subject.plate ?? subject.vin ?? ''} ${found}`.slice(0, 500);
      const values = {
        number: number('A', day),
        text,
        ownerId: mender.id,
        dueOn: addDays(day, mendDays),
        check: words.check,
        state: 'open',
        raisedOn: day,
        inspectionId: checked.id,
        inspectionItem: code,
      };
      const id = bulk.insert(actionRecord, values, at);
      putLine.run(id, at, 'raised', signer.id, signer.name, mender.id, text);
      return id;
    },
    close(ids, { signer, at, number: again }) {
      const day = dayOfInstant(at);
      const evidence = `${again} ${words.mended}`;
      for (const id of ids) {
        const owner: unknown = shut.get(day, day, signer.id, evidence, at, id);
        putLine.run(id, at, 'closed', signer.id, signer.name, owner, evidence);
      }
    },
  };
}
