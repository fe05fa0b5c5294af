/**
 * Who may do what: the one table of rights. The door asks it before every call; the screens ask it to decide what to show.
 * A cell is `all` (every record), `own` (records whose owner is the person) or empty (refused).
 */

/** 角色 roles of a store, see domain.md "People". */
export const roles = [
  'owner', // 总经理/老板
  'manager', // 经理
  'clerk', // 内勤
  'inspector', // 质检员
  'technician', // 维修技师
  'salesConsultant', // 销售顾问
  'serviceAdviser', // 服务顾问
  'customerCare', // 客服
  'auditor', // 只读审计
] as const;

export type Role = (typeof roles)[number];
export type Scope = 'all' | 'own';

/** Letters of the table below, in the order of `roles`. */
const columns: readonly Role[] = roles;

/** One row per right: nine cells in the order of `roles`: `*` all, `o` own, `-` refused. */
const table = {
  //                      owner manager clerk inspector technician sales adviser care auditor
  'person.read': '*********',
  'person.write': '**-------',
  'account.manage': '*--------',
  'department.read': '*********',
  'department.write': '**-------',
  'post.read': '*********',
  'post.write': '**-------',
  'customer.read': '*********',
  'customer.write': '***--***-',
  'customer.remove': '**-------',
  'customer.seePhone': '***------',
  'customer.reveal': '***--***-',
  'assignment.handOver': '**-------',
  'personalData.manage': '**-------',
  'personalData.log': '*-------*',
  'vehicle.read': '*********',
  'vehicle.write': '****-***-',
  'vehicle.remove': '**-------',
  'stock.read': '******--*',
  'stock.write': '***------',
  'stock.seeCost': '***-----*',
  'stock.remove': '**-------',
  'order.read': '***--o--*',
  'order.write': '***--o---',
  'order.remove': '**-------',
  'lead.read': '***--o-**',
  'lead.write': '***--o-*-',
  'lead.remove': '**-------',
  'repair.read': '*****-***',
  'repair.write': '***-o-*--',
  'repair.remove': '**-------',
  'receivable.read': '***-----*',
  'receivable.write': '***------',
  'receivable.remove': '**-------',
  'cash.read': '***-----*',
  'cash.write': '***------',
  'cash.remove': '**-------',
  'goal.read': '*********',
  'goal.write': '**-------',
  'goal.remove': '**-------',
  'goal.plan': '**oooooo-', // own: the people of departments that the person leads
  'goal.promise': '**oooooo-',
  'othersGoal.read': '***-----*',
  'plan.read': '***-----*',
  'plan.write': '***------',
  'plan.approve': '*--------',
  'pay.read': '*o-------', // own: posts of the departments that the person leads
  'pay.write': '*--------',
  'income.use': '*ooooooo-', // own: oneself and the people of the departments that the person leads
  'income.answer': '*o-------',
  'indicator.write': '**-------',
  'indicator.enter': '***------',
  'gap.write': '***------',
  'training.read': '*********',
  'training.write': '***------',
  'exam.read': '***-----*', // questions with their answers
  'exam.write': '***------',
  'exam.take': '********-',
  'channelPlan.read': '***-----*',
  'channelPlan.write': '***------',
  'emergency.read': '*********',
  'emergency.write': '**-------',
  'event.read': '*********',
  'event.write': '***--***-',
  'event.remove': '**-------',
  'event.plan': '***------',
  'event.seeCost': '***-----*',
  'checklist.read': '*********',
  'checklist.write': '**-*-----',
  'checklist.publish': '**-------',
  'inspection.read': '*********',
  'inspection.write': '********-',
  'inspection.void': '**-------',
  'complaint.read': '****-****',
  'complaint.write': '****-***-',
  'complaint.approve': '**-------',
  'complaint.remove': '**-------',
  'standard.read': '*********',
  'standard.write': '**-------',
  'spotCheck.write': '**-*-----',
  'delivery.read': '****-o***',
  'delivery.write': '***--oo--',
  'delivery.remove': '**-------',
  'part.allow': '**-------',
  'certificate.issue': '**-*-----',
  'reminder.read': '***---***',
  'reminder.call': '***---**-',
  'rule.write': '**-------',
  'portrait.read': '***--****',
  'record.export': '***-----*',
  'membership.read': '***--****',
  'membership.redeem': '***--***-', // a manager above the design's limits
  'membership.reverse': '**-------',
  'memberLiability.read': '***-----*',
  'membership.design': '*--------',
  'campaign.read': '***--****',
  'campaign.write': '**-------',
  'campaign.call': '***---**-',
  'campaign.seeResult': '***-----*',
  'partner.read': '***--****',
  'partner.write': '**-------',
  'partner.issue': '***--***-',
  'partner.reverse': '**-------',
  'partner.stock': '***------',
  'partner.settle': '**-------',
  'partnerSettlement.read': '***-----*',
  'simulation.use': '**-------',
  'import.read': '***-----*',
  'import.run': '***------',
  'import.undo': '***------',
  'meeting.read': '*********',
  'meeting.write': '***------',
  'meeting.attend': '********-',
  'meeting.confirm': '**-------',
  'action.read': '*********',
  'action.write': '***------',
  'action.report': '***ooooo-',
  'action.close': '***------',
  'audit.read': '*-------*',
  'backup.read': '***-----*',
  'backup.run': '***------',
  'backup.restore': '*--------',
  'setting.read': '*********',
  'setting.write': '*--------',
  'job.read': '*********',
  'search.use': '*********',
} as const;

export type Right = keyof typeof table;
export const rights: readonly Right[] = Object.keys(table) as Right[]; // the keys of a literal object

const scopeOfCell = (cell: string | undefined): Scope | undefined =>
  cell === '*' ? 'all' : cell === 'o' ? 'own' : undefined;

/** The widest scope that any of the person's roles gives for a right; undefined = refused. */
export function scopeOf(personRoles: readonly Role[], right: Right): Scope | undefined {
  let best: Scope | undefined;
  for (const role of personRoles) {
    const scope = scopeOfCell(table[right][columns.indexOf(role)]);
    if (scope === 'all') return 'all';
    best = scope ?? best;
  }
  return best;
}

/** Whether a person of these roles has the right, for all records or for own ones. */
export const may = (personRoles: readonly Role[], right: Right): boolean =>
  scopeOf(personRoles, right) !== undefined;
