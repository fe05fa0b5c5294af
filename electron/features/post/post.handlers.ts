import type { postContract } from '#shared/features/post/post.contract.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { postRecord } from './post.record.ts';

const common = recordHandlers(postRecord);

export const postHandlers: HandlersOf<typeof postContract> = {
  ...common,

  /** Posts of one name are told apart by their department. */
  async choose(input, context) {
    const found = await common.choose(input, context);
    if (found.length === 0) return found;
    const rows = await context.reader
      .selectFrom('post')
      .innerJoin('department', 'department.id', 'post.departmentId')
      .select(['post.id', 'department.name'])
      .where(
        'post.id',
        'in',
        found.map(({ id }) => id),
      )
      .execute();
    const departments = new Map(rows.map(({ id, name }) => [id, name]));
    return found.map((one) => ({ ...one, detail: departments.get(one.id) ?? '' }));
  },

  async holders(_input, { reader }) {
    const rows = await reader
      .selectFrom('person')
      .select(({ fn }) => ['postId', fn.countAll<number>().as('count')])
      .where('removedAt', 'is', null)
      .where('leftOn', 'is', null)
      .where('postId', 'is not', null)
      .groupBy('postId')
      .execute();
    return Object.fromEntries(rows.map(({ postId, count }) => [postId ?? 0, count]));
  },
};
