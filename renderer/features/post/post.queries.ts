import { useQuery } from '@tanstack/react-query';
import type { Filled } from '#renderer/components/record-form/record-layout.ts';
import { calls, desk } from '#renderer/transport/desk.ts';

/** The department that a chosen post brings into a person's form; a post without one leaves it alone. */
export async function departmentOfPost(id: number): Promise<Filled> {
  const { record, labels } = await desk.post.get({ id });
  const { departmentId } = record;
  return { values: departmentId === null ? {} : { departmentId }, labels };
}

/** 在岗人数 by post id; what people change is not told to posts, so it is read anew each time. */
export const usePostHolders = () =>
  useQuery({ ...calls.post.holders.queryOptions({ input: {} }), staleTime: 0 });
