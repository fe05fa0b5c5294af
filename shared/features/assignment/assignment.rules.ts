/**
 * What hangs on a person because they are responsible for it, in the order in which a hand-over lists it. What somebody did (served,
 * signed, received) stays theirs.
 */
export const holdingKinds = [
  'customer', // 名下客户
  'lead', // 未结束的线索
  'order', // 未交车的订单
  'delivery', // 计划中的交车
  'promise', // 约定再访
  'complaint', // 处理中的投诉
  'receivable', // 未收清的应收款
  'repairAdviser', // 在修工单(接待)
  'repairTechnician', // 在修工单(维修)
  'rework', // 未完成的返工
  'action', // 未关闭的行动项
  'gap', // 未关闭的差异分析
  'event', // 未结束的活动
  'eventRole', // 活动分工
  'eventMaterial', // 活动物料
  'channelPlan', // 渠道计划
  'emergency', // 应急预案
  'department', // 部门负责人
] as const;
export type HoldingKind = (typeof holdingKinds)[number];

/** Why somebody hands over. */
export const handOverCauses = ['leaving', 'absence', 'transfer'] as const; // 离职 / 休假 / 调岗
export type HandOverCause = (typeof handOverCauses)[number];

/** One thing that hangs on the person; `customerId`: the customer that it belongs to. */
export type Holding = { readonly kind: HoldingKind; readonly id: number; readonly customerId: number | null };

export type HandOverChoice = {
  /** Who takes everything; several share it evenly. */
  readonly toIds: readonly number[];
  /** Kinds that go to others; nobody: the kind stays. */
  readonly kinds: readonly { readonly kind: HoldingKind; readonly toIds: readonly number[] }[];
  /** Single records that go elsewhere; null: they stay. They win over everything else. */
  readonly picks: readonly {
    readonly kind: HoldingKind;
    readonly ids: readonly number[];
    readonly toId: number | null;
  }[];
};

export type HandOverMove = Holding & { readonly toId: number };

/** Deals one after the other to the people, so that nobody gets two more than anybody else. */
function dealer(toIds: readonly number[]): () => number | null {
  let at = -1;
  return () => {
    if (toIds.length === 0) return null;
    at = (at + 1) % toIds.length;
    return toIds[at] ?? null;
  };
}

/**
 * Who gets what. A customer's leads, orders, promises and complaints go where the customer goes, when that person is among those who
 * take the kind; everything else is dealt evenly by kind. What nobody takes is left out: it stays.
 */
export function planHandOver(holdings: readonly Holding[], choice: HandOverChoice): readonly HandOverMove[] {
  const picked = new Map<string, number | null>();
  for (const { kind, ids, toId } of choice.picks) for (const id of ids) picked.set(`${kind} ${id}`, toId);
  const takers = new Map(
    holdingKinds.map((kind) => [kind, choice.kinds.find((one) => one.kind === kind)?.toIds ?? choice.toIds]),
  );
  const deals = new Map(holdingKinds.map((kind) => [kind, dealer(takers.get(kind) ?? [])]));
  const customers = new Map<number, number>();
  const moves: HandOverMove[] = [];
  for (const kind of holdingKinds)
    for (const holding of holdings) {
      if (holding.kind !== kind) continue;
      const { id, customerId } = holding;
      // Customers are dealt themselves; they follow nobody.
      const following = kind === 'customer' || customerId === null ? undefined : customers.get(customerId);
      const pick = picked.get(`${kind} ${id}`);
      const toId =
        pick !== undefined
          ? pick
          : following !== undefined && takers.get(kind)?.includes(following) === true
            ? following
            : (deals.get(kind)?.() ?? null);
      if (toId === null) continue;
      if (kind === 'customer') customers.set(id, toId);
      moves.push({ ...holding, toId });
    }
  return moves;
}
