import { bilingual } from '../bilingual.ts';

/** Sentences about inspection: reasons of broken rules, issues beside fields; what is wrong and what to do. */
export const inspectionProblems = bilingual(
  {
    reasons: {
      'check-rework-open': '返工单还没有完成，请维修技师先返工。',
      'check-not-your-post': '这项检查不归您的岗位做，请由对应岗位的人来做。',
      'check-arrival-first': '这台车的入库 PDI 还没有合格，请先做入库 PDI。',
      'check-departure-first': '这台车的出库 PDI 还没有合格，请先做出库 PDI。',
      'check-needs-other-person': '这项检查要由另一个人做：前面的检查是您签的字。',
      'check-order': '前一级检查还没有合格，请按自检、互检、终检的顺序进行。',
      'check-level-passed': '这一级已经合格，后一级已经开始，不能重做；确有不对，请先作废这一级。',
      'check-not-the-technician': '自检由这张工单的维修技师做。',
      'check-not-the-team-leader': '互检由维修技师所在班组的负责人做。',
      'check-team-leader-missing': '维修技师所在的班组没有负责人，请先在部门里指定。',
      'check-repair-class-missing': '工单还没有填写维修类别，请先填写。',
      'check-parts-stopped': '工单里有非原厂配件没有放行，请经理先记录原因。',
      'check-vehicle-left': '这台车已经离店，不能再做检查。',
      'checked-vin-stays': '这台车已有签字的检查，车架号不能再改。填错了请先由经理作废这些检查。',
      'inspection-void': '这次检查已经作废，不能再改。',
      'inspection-finished': '这次检查已经签字，不能再改。需要时请复检。',
      'inspection-not-failed': '这次检查没有不合格项，不用复检。',
    },
  },
  {
    reasons: {
      'check-rework-open': 'A rework order is open; the technician must finish it first.',
      'check-not-your-post': 'This check is not for your post; please let the right post carry it out.',
      'check-arrival-first': 'The arrival PDI of this vehicle has not been passed; please do it first.',
      'check-departure-first': 'The departure PDI of this vehicle has not been passed; please do it first.',
      'check-needs-other-person': 'Somebody else must do this check: you signed an earlier one.',
      'check-order': 'The level before has not been passed; please go by self, peer and final check.',
      'check-level-passed':
        'This level has been passed and a later one has begun; if it is wrong, declare it void first.',
      'check-not-the-technician': 'The self check is for the technician of this repair order.',
      'check-not-the-team-leader': "The peer check is for the leader of the technician's team.",
      'check-team-leader-missing': "The technician's team has no leader; please name one in the department.",
      'check-repair-class-missing': 'The repair order has no repair class; please fill it in first.',
      'check-parts-stopped':
        'A part that is not original has not been allowed; a manager must record the reason first.',
      'check-vehicle-left': 'This vehicle has left the store; it cannot be checked any more.',
      'checked-vin-stays':
        'Signed checks belong to this VIN, so it stays. If it is wrong, a manager declares them void first.',
      'inspection-void': 'This check was declared void and cannot be changed.',
      'inspection-finished': 'This check is signed and cannot be changed. Inspect again where needed.',
      'inspection-not-failed': 'This check has no failed item; there is nothing to inspect again.',
    },
  },
);
