import { personName } from './sample-names.ts';
import type { SampleWorld } from './sample-world.ts';

export const sampleDepartments = [
  '总经办',
  '销售部',
  '售后部',
  '市场部',
  '客服部',
  '财务部',
  '配件部',
] as const;
export type SampleDepartment = (typeof sampleDepartments)[number];

/** Posts with their department and how many hold each in a store of 1,200 customers; the first leads the department. */
const posts: readonly (readonly [SampleDepartment, string, number])[] = [
  ['总经办', '总经理', 1],
  ['总经办', '行政内勤', 1],
  ['销售部', '销售经理', 1],
  ['销售部', '销售顾问', 8],
  ['销售部', '销售内勤', 1],
  ['售后部', '售后经理', 1],
  ['售后部', '服务顾问', 4],
  ['售后部', '维修技师', 9],
  ['售后部', '质检员', 1],
  ['市场部', '市场经理', 1],
  ['市场部', '市场专员', 1],
  ['客服部', '客服主管', 1],
  ['客服部', '客服专员', 2],
  ['财务部', '财务经理', 1],
  ['财务部', '出纳', 1],
  ['配件部', '配件主管', 1],
  ['配件部', '配件员', 2],
];
/** A post that the store looks for people for: planned beyond who was ever hired. */
const wanted: Readonly<Record<string, number>> = { 维修技师: 2, 销售顾问: 1 };
/** Posts that a larger store has more people in. */
const growing = new Set(['销售顾问', '服务顾问', '维修技师', '客服专员', '配件员']);
/** A day after every sample: still employed. */
const never = 99_999;

/** Departments, posts and people; some have left, some came lately, posts that sell or repair are never empty. */
export function addPeople(world: SampleWorld): void {
  const { calendar, options } = world;
  const random = world.random('people');
  const firstOf = new Map<SampleDepartment, number>();
  let next = 1;
  const scaleOf = (post: string): number =>
    growing.has(post) ? Math.min(8, Math.max(1, Math.round(options.customers / 1200))) : 1;
  const crew = posts.flatMap(([department, post, count], index) =>
    Array.from({ length: count * scaleOf(post) }, (_, at) => ({ department, post, postId: index + 1, at })),
  );
  for (const { department } of crew) {
    if (!firstOf.has(department)) firstOf.set(department, next);
    next += 1;
  }
  sampleDepartments.forEach((name, at) => {
    world.add('department', {
      name,
      code: `B${String(at + 1).padStart(2, '0')}`,
      parentId: at === 0 ? null : 1,
      leaderId: firstOf.get(name) ?? null,
      note: null,
    });
  });
  for (const [department, name, count] of posts)
    world.add('post', {
      name,
      departmentId: sampleDepartments.indexOf(department) + 1,
      plannedHeadcount: count * scaleOf(name) + (wanted[name] ?? 0),
      note: null,
    });
  const names = new Set<string>([options.ownerName]);
  crew.forEach(({ department, post, postId, at }, index) => {
    let name =
      index === 0
        ? options.ownerName
        : personName(random, post.includes('客服') || post === '出纳' ? 0.8 : 0.3);
    if (index > 0) while (names.has(name)) name = personName(random, 0.4);
    names.add(name);
    const span = calendar.today - calendar.start;
    // The second and fifth of a post left, the last one came within the half year.
    const gone = growing.has(post) && (at % 8 === 1 || at % 9 === 4);
    const fresh = growing.has(post) && at % 8 === 3;
    const hired = fresh
      ? calendar.today - random.int(40, Math.min(180, Math.max(41, span - 30)))
      : gone
        ? calendar.start - random.int(200, 1500)
        : at === 0
          ? calendar.start - random.int(900, 2600)
          : calendar.start + random.int(-1500, Math.floor(span * 0.5));
    const left = gone ? calendar.start + random.int(Math.floor(span * 0.3), Math.floor(span * 0.9)) : never;
    const id = world.add('person', {
      name,
      code: `Y${String(index + 1).padStart(3, '0')}`,
      departmentId: sampleDepartments.indexOf(department) + 1,
      postId,
      phone: world.identities.mobile(),
      hiredOn: calendar.day(hired),
      leftOn: left === never ? null : calendar.day(left),
      note: null,
    });
    world.staff.push({ id, name, post, hired, left });
  });
}
