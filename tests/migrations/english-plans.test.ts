import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate } from '#electron/kernel/migrate.ts';
import { openSqlite } from '#electron/kernel/sqlite.ts';
import { tempFolder } from '#tests/support/core.ts';
import { firstMigrations, migrationNames } from '#tests/support/old-store.ts';

const name = '0029_create_exam';

it('English comes to the emergency plans that nobody changed; a frozen paper and marks stay as they are', async () => {
  const path = join(tempFolder(), 'a.db');
  const index = migrationNames.indexOf(name);
  await migrate(path, firstMigrations(index));
  const before = openSqlite(path, 'write');
  before.exec(`update emergency set steps = '门店自己的步骤', version = 2 where kind = 'fire'`);
  before.close();
  await migrate(path, firstMigrations(index + 1));
  const after = openSqlite(path, 'write');
  const plans = after
    .prepare('select kind, name_en is not null as english, length(steps_en) > 50 as steps from emergency')
    .all() as { kind: string; english: number; steps: number | null }[];
  expect(plans.map(({ kind, english }) => [kind, english])).toEqual([
    ['fire', 0],
    ...plans.slice(1).map(({ kind }) => [kind, 1]),
  ]);
  expect(plans.slice(1).every(({ steps }) => steps === 1)).toBe(true);
  const head = `created_at, updated_at`;
  after.exec(`
    insert into person (id, ${head}, name) values (7, '', '', '陈');
    insert into exam_question (id, ${head}, subject_id, kind, text, answer, points) values (1, '', '', 1, 'judge', '题', '对', 5);
    insert into exam (id, ${head}, name, subject_id, held_on, pass_mark, state, questions, points)
      values (1, '', '', '考', 1, '2026-01-01', 60, 'draft', 1, 5);
    insert into exam_item (id, exam_id, place, question_id, kind, text, answer, points) values (1, 1, 1, 1, 'judge', '题', '对', 5);
    update exam set state = 'open';
    insert into exam_sitting (id, exam_id, person_id, state, on_paper, knew_key, score) values (1, 1, 7, 'marked', 0, 0, 80);`);
  for (const statement of [
    `update exam_item set answer = '错'`,
    `delete from exam_item`,
    `insert into exam_item (exam_id, place, question_id, kind, text, answer, points) values (1, 2, 1, 'judge', '题', '对', 5)`,
    `update exam_sitting set score = 100`,
    `delete from exam_sitting`,
    `insert into exam_answer (sitting_id, item_id, answer) values (1, 1, 'T')`,
  ])
    expect(() => after.exec(statement), statement).toThrow(/exam (?:frozen|marked|begun)/u);
  after.close();
});
