import type { StaffRow } from '#shared/features/plan/plan.content.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Writer } from '#electron/kernel/database.ts';

const noMonths = (): number[] => Array.from({ length: 12 }, () => 0);

/** 岗位编制 to begin with: every post with the people who hold it on a day; their cost is to be filled in. */
export async function startingPosts(writer: Writer, today: Day): Promise<StaffRow[]> {
  const rows = await writer
    .selectFrom('person')
    .innerJoin('post', 'post.id', 'person.postId')
    .leftJoin('department', 'department.id', 'person.departmentId')
    .select(({ fn }) => [
      'post.id as postId',
      'post.name as post',
      'department.id as departmentId',
      'department.name as department',
      fn.countAll<number>().as('people'),
    ])
    .where('person.removedAt', 'is', null)
    .where(({ or, eb }) => or([eb('person.leftOn', 'is', null), eb('person.leftOn', '>', today)]))
    .groupBy(['department.id', 'post.id'])
    .orderBy('department.id')
    .orderBy('post.id')
    .execute();
  return rows.map(({ postId, departmentId, post, department, people }) => ({
    key: `p${postId}d${departmentId ?? 0}`,
    department: department ?? '',
    post,
    people,
    hired: noMonths(),
    leaving: noMonths(),
    monthlyCostFen: null,
  }));
}
