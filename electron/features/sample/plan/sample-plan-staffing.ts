import type { StaffRow } from '#shared/features/plan/plan.content.ts';
import { paragraph } from './sample-plan-blocks.ts';

const noMonths = (): number[] => Array.from({ length: 12 }, () => 0);
const inMonth = (month: number, count: number): number[] =>
  noMonths().map((none, index) => (index + 1 === month ? count : none));

/** Cost of a person and month in fen, by what the post's name says. */
const costOf = (post: string): number =>
  /总经理/u.test(post)
    ? 2_500_000
    : /经理|主管/u.test(post)
      ? 1_400_000
      : /顾问/u.test(post)
        ? 980_000
        : /技师|质检/u.test(post)
          ? 880_000
          : 620_000;

const staffed = (posts: readonly StaffRow[]): StaffRow[] =>
  posts.map((row) => ({
    ...row,
    hired: row.post === '维修技师' ? inMonth(3, 2) : row.post === '销售顾问' ? inMonth(2, 1) : noMonths(),
    leaving: noMonths(),
    monthlyCostFen: costOf(row.post),
  }));

/** 人员编制 of the sample's plans: who is hired when, and what a post costs. */
export function staffingPart(posts: readonly StaffRow[]) {
  return {
    posts: staffed(posts),
    blocks: [
      paragraph(
        'p1',
        '技师春节后补两人，先跟老师傅三个月；销售顾问补一人跑城配。**不设闲岗**，管理岗从内部竞聘。',
      ),
    ],
  };
}
