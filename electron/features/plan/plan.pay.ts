import type { PlanContent, PlanPay } from '#shared/features/plan/plan.contract.ts';
import { scopeOf } from '#shared/rpc/rights.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { Actor } from '#electron/kernel/handler.ts';
import { departmentsLedBy } from '../department/department.leading.ts';
import { readPayRules } from '../pay/pay.repository.ts';

/** 薪酬规则 of the posts in a year, all of them; who may see which is decided by `seenBy`. */
export async function readPlanPay(reader: Reader, year: number): Promise<PlanPay[]> {
  const rules = await readPayRules(reader, `${year}-01`, `${year}-12`);
  const posts = await reader.selectFrom('post').select(['id', 'departmentId']).execute();
  const departmentOf = new Map(posts.map(({ id, departmentId }) => [id, departmentId]));
  return rules.map(({ postId, postName, departmentName, fromMonth, toMonth, content }) => ({
    postId,
    postName,
    departmentId: departmentOf.get(postId) ?? null,
    departmentName,
    fromMonth,
    toMonth,
    content,
  }));
}

/**
 * A plan as a person may see it: pay is private, so rules of other departments' posts are left out and counted. What was
 * signed stays whole, and so does the verdict.
 */
export async function seenBy(
  reader: Reader,
  { personId, roles }: Pick<Actor, 'personId' | 'roles'>,
  content: PlanContent,
): Promise<{ readonly content: PlanContent; readonly hiddenPay: number }> {
  const scope = scopeOf(roles, 'pay.read');
  if (scope === 'all') return { content, hiddenPay: 0 };
  const led = scope === 'own' ? await departmentsLedBy(reader, personId) : new Set<number>();
  const pay = content.pay.filter(({ departmentId }) => departmentId !== null && led.has(departmentId));
  return { content: { ...content, pay }, hiddenPay: content.pay.length - pay.length };
}
