import { describe, expect, it } from 'vitest';
import { departmentFields } from '#shared/features/department/department.fields.ts';
import { personFields } from '#shared/features/person/person.fields.ts';
import { postFields } from '#shared/features/post/post.fields.ts';
import { carriers, openTestCore, ownerWindow, personWindow, type Window } from '#tests/support/core.ts';
import { jobEnd } from '#tests/support/jobs.ts';
import { newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

async function imported(window: Window, ...rows: string[]): Promise<unknown> {
  const file = new File([['工号,姓名,部门,岗位', ...rows].join('\n')], '人员.csv');
  const { fileId } = await window.client.import.upload({ file });
  const { jobId } = await window.client.import.run({ fileId, reading: {} });
  return (await jobEnd(window, jobId)).result;
}

/** Everybody with post and department, by name. */
async function staff({ client }: Window): Promise<unknown[]> {
  const { rows, labels } = await client.person.list({ sort: [{ field: 'id', descending: false }] });
  return rows.map((row) => [
    row.name,
    labels['department']?.[String(row.departmentId)],
    labels['post']?.[String(row.postId)],
  ]);
}

describe.each(carriers)('posts over %s', (carrier) => {
  it('bear a name once in a department, are told apart by it, and know who is on them', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const sales = (
      await client.department.create({ values: newValues(departmentFields, { name: '销售部' }) })
    ).id;
    const post = (departmentId: number | null, plannedHeadcount: number | null = null) =>
      client.post.create({ values: newValues(postFields, { name: '主管', departmentId, plannedHeadcount }) });
    const first = await post(1, 2);
    const second = await post(sales);
    const third = await post(null);
    const taken = { code: 'invalid-input', issues: [{ field: 'values.name', issue: 'taken' }] };
    expect(await failure(post(sales))).toEqual(taken);
    expect(await failure(post(null))).toEqual(taken);
    expect(await client.post.choose({ search: '主管' })).toEqual([
      { id: third.id, label: '主管', detail: '' },
      { id: second.id, label: '主管', detail: '销售部' },
      { id: first.id, label: '主管', detail: '总经办' },
    ]);
    // A field that has nothing but the id asks for the name of that one.
    expect(await client.post.choose({ id: second.id, search: '' })).toEqual([
      { id: second.id, label: '主管', detail: '销售部' },
    ]);

    const person = (name: string, postId: number, leftOn: string | null = null) =>
      client.person.create({ values: newValues(personFields, { name, postId, leftOn }) });
    await person('甲', first.id);
    await person('乙', first.id);
    await person('丙', first.id, '2026-10-01');
    const { id } = await person('丁', second.id);
    await client.person.remove({ ids: [id] });
    expect(await client.post.holders({})).toEqual({ [first.id]: 2 });
    expect((await client.post.list({})).sums).toEqual({ plannedHeadcount: 2 });

    const clerk = await personWindow(core, carrier, owner, '内勤', ['clerk']);
    expect((await clerk.client.post.list({})).total).toBe(3);
    const refused = clerk.client.post.create({ values: newValues(postFields, { name: '新' }) });
    expect(await failure(refused)).toEqual({ code: 'forbidden', right: 'post.write' });
  });

  it('are made and found by an import, never twice, and go with it when it is taken back', async () => {
    const window = await ownerWindow(await openTestCore(), carrier);
    const { client } = window;
    const rows = ['Y1,甲,销售部,销售顾问', 'Y2,乙,销售部,销售顾问', 'Y3,丙,售后部,主管', 'Y4,丁,销售部,主管'];
    const { importId } = (await imported(window, ...rows)) as { importId: number };
    expect(await staff(window)).toEqual([
      ['王总', '总经办', undefined],
      ['甲', '销售部', '销售顾问'],
      ['乙', '销售部', '销售顾问'],
      ['丙', '售后部', '主管'],
      ['丁', '销售部', '主管'],
    ]);
    expect((await client.post.list({})).total).toBe(3);
    expect(await imported(window, ...rows)).toMatchObject({ counts: { create: 0, update: 0, unchanged: 4 } });

    // Without a department: the person's own post, that of the own department, else none is guessed.
    await imported(window, 'Y3,丙,,主管', 'Y2,乙,,主管', 'Y5,新人,,主管');
    expect((await client.post.list({})).total).toBe(3);
    expect((await staff(window)).slice(2)).toEqual([
      ['乙', '销售部', '主管'],
      ['丙', '售后部', '主管'],
      ['丁', '销售部', '主管'],
      ['新人', undefined, undefined],
    ]);
    const { id } = (await client.person.list({ search: '新人' })).rows[0] ?? { id: 0 };
    await client.person.remove({ ids: [id] });

    const imports = (await client.import.list({})).rows.map((line) => line.id);
    for (const one of imports) await jobEnd(window, (await client.import.undo({ id: one })).jobId);
    expect(imports).toContain(importId);
    expect([(await client.post.list({})).total, (await client.person.list({})).total]).toEqual([0, 1]);
  });
});
