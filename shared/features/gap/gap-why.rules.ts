import type { FieldIssue } from '../../rpc/desk-error.ts';

/** 5 个为什么: a tree of answers in reading order; each stands below the last one that is one step less deep. */
export type Why = {
  readonly depth: number;
  readonly text: string;
  /** 根因: nothing lies behind it that the store could change. */
  readonly isRoot: boolean;
};

/** Five times "why": the first answer has depth 0. */
export const deepestWhy = 4;
export const mostWhys = 60;

/** What is wrong with a tree: answers without words, or deeper than one below the answer before. */
export function whyIssues(whys: readonly Why[]): FieldIssue[] {
  return whys.flatMap(({ depth, text }, at): FieldIssue[] => {
    const above = whys[at - 1]?.depth ?? -1;
    if (text.trim() === '') return [{ field: `whys.${at}.text`, issue: 'required' }];
    return depth > above + 1 || depth > deepestWhy
      ? [{ field: `whys.${at}.depth`, issue: 'why-too-deep', params: { row: at + 1 } }]
      : [];
  });
}

/** The last row of the branch that begins at a row. */
export function branchEnd(whys: readonly Pick<Why, 'depth'>[], at: number): number {
  const depth = whys[at]?.depth ?? 0;
  const next = whys.findIndex((why, index) => index > at && why.depth <= depth);
  return (next < 0 ? whys.length : next) - 1;
}
