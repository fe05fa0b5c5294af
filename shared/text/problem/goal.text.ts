import { bilingual } from '../bilingual.ts';

/** Sentences about goal: reasons of broken rules, issues beside fields; what is wrong and what to do. */
export const goalProblems = bilingual(
  {
    reasons: {
      'goal-draft-exists': '{{year}}年已有一份草稿，请在那份草稿里改，或先放弃它。',
      'goal-not-a-draft': '这一版不是草稿，不能改。请起草 {{year}} 年的新版本。',
      'goal-replaced': '这一版已被替换，不能再承诺。请打开 {{year}} 年执行中的版本。',
      'goal-empty': '草稿里一个目标都没有，不能执行。请先填 {{year}} 年的目标。',
      'goal-in-tree':
        '{{year}}年这个指标的年、月目标在“目标分解”里，请到那里起草新版本修改；这里只登记周目标。',
      'goal-leader-keeps-total':
        '部门目标由老板或经理给定，您只能在本部门人员之间调整。请用“自上而下”或“手工”方式。',
    },
    issues: {
      'goal-not-a-period': '请写年、季度、月、周或日，例如 2026、2026-Q2、2026-05、2026-05-W20、2026-05-13。',
      'goal-other-year': '这个时间不在 {{year}} 年里。请换到那一年的目标里填。',
      'goal-unknown-indicator': '没有“{{indicator}}”这个指标。',
      'goal-no-row': '目标表里没有这一行：部门或人员可能已被删除。请刷新。',
      'goal-locked': '{{where}}已锁定。要改请先解锁。',
      'goal-all-locked': '{{where}}下面的格子全部锁定，没有可以改的。请先解锁其中一些。',
      'goal-below-locked':
        '{{where}}下面锁定的格子合计已有 {{limit}}，不能比它少。请填 {{limit}} 或以上，或先解锁。',
      'goal-lock-short':
        '{{where}}的合计已锁定，其余格子不够让出来：这里最多填 {{limit}}。请少填一些，或解锁那个合计。',
      'goal-lock-full': '{{where}}的合计已锁定，又没有别的格子可以调剂。请先解锁其中一个。',
      'goal-over-above':
        '{{where}}手里没有那么多未下达的：这里最多填 {{limit}}。请先加上级的目标，或改用“自下而上”，让合计跟着变。',
      'goal-beside-short':
        '{{where}}一共不够：同级全部让出，这里最多填 {{limit}}。请先加上级的目标，或改用“自下而上”。',
      'goal-sum-differs': '{{where}}与一起贴入的明细不符：明细合计是 {{limit}}。请改合计或明细。',
      'goal-closed': '{{where}}：这个人那时不在职，不能有目标。请把目标给在职的人。',
      'goal-nothing-to-hand-on': 'There are no goals to hand on from this month. Choose an earlier one.',
      'goal-hand-on-itself': 'Goals cannot be handed on to the same row. Choose somebody else.',
      'goal-over-month':
        '{{where}}最多能到 {{limit}}：这个月只有这么多。请少填一些，先加大月目标，或改用“自下而上”。',
      'goal-under-month':
        '{{where}}最少要 {{limit}}：这个月没有别的日子可以接。请多填一些，先减小月目标，或改用“自下而上”。',
      'goal-day-off': '{{where}}没有工作日，不能有目标。要上班请先在工作日历里登记调休。',
      'goal-days-differ': '各天加起来与这个月的目标不符，没有撤销。请刷新后再试。',
      'goal-rate-days': '比率和时点数没有周和日的目标。请填到月。',
      'goal-rate': '这个指标不能相加，也就不能分配。请在各格直接填；比率可用“自上而下”带给下面。',
      'goal-nothing': '这一格还没有目标，没有可分的。请先填好再分配。',
      'goal-no-pattern': '{{year}}年既没有实绩也没有目标，看不出规律。请改用工作日、权重或平均。',
      'goal-nobody': '没有谁参加分配：权重都是 0。请至少选一个。',
      'goal-no-facet': '这个指标不分渠道和车型。',
      'goal-one-facet': '这一行已经按另一种（渠道或车型）分过，两种不能一起分。请先清空那一种。',
      'goal-facet-below': '这一行下面还有部门或人员，请到最下面的行再分渠道或车型。',
    },
  },
  {
    reasons: {
      'goal-draft-exists': '{{year}} has a draft already. Change that one, or throw it away first.',
      'goal-not-a-draft': 'This edition is no draft and cannot be changed. Draft a new edition of {{year}}.',
      'goal-replaced':
        'This edition was replaced; promises belong to the edition of {{year}} that is in force.',
      'goal-empty':
        'The draft has no goal at all and cannot be put in force. Set the goals of {{year}} first.',
      'goal-in-tree':
        'Goals of this indicator for the year and months of {{year}} stand in “Goals”: draft an edition there; here only goals of weeks are registered.',
      'goal-leader-keeps-total':
        'The goal of the department is given by owner or manager; you may move it among your people. Choose “top-down” or “by hand”.',
    },
    issues: {
      'goal-not-a-period':
        'Write a year, quarter, month, week or day, such as 2026, 2026-Q2, 2026-05, 2026-05-W20, 2026-05-13.',
      'goal-other-year': 'This is not in {{year}}. Set it among the goals of its own year.',
      'goal-unknown-indicator': 'There is no indicator “{{indicator}}”.',
      'goal-no-row':
        'The goals have no such row: the department or person may have been deleted. Load the page again.',
      'goal-locked': '{{where}} is locked. Unlock it to change it.',
      'goal-all-locked':
        'All cells below {{where}} are locked; nothing can change. Unlock some of them first.',
      'goal-below-locked':
        'Locked cells below {{where}} already hold {{limit}}; it cannot be less. Set {{limit}} or more, or unlock some.',
      'goal-lock-short':
        'The sum of {{where}} is locked and the other cells cannot give that much: at most {{limit}} here. Set less, or unlock the sum.',
      'goal-lock-full':
        'The sum of {{where}} is locked and no other cell can balance it. Unlock one of them first.',
      'goal-over-above':
        '{{where}} has not that much left to pass on: at most {{limit}} here. Raise the goal above, or choose “bottom-up” so that the sums follow.',
      'goal-beside-short':
        '{{where}} is not that much in all: at most {{limit}} here, when all rows beside give theirs. Raise the goal above, or choose “bottom-up”.',
      'goal-sum-differs':
        '{{where}} does not agree with its parts in the same block: they add up to {{limit}}. Change the sum or the parts.',
      'goal-closed':
        '{{where}}: this person does not work here then and can have no goal. Give it to somebody who does.',
      'goal-nothing-to-hand-on': 'There are no goals to hand on from this month. Choose an earlier one.',
      'goal-hand-on-itself': 'Goals cannot be handed on to the same row. Choose somebody else.',
      'goal-over-month':
        '{{where}} can have {{limit}} at most: there is no more in the month. Set less, raise the month first, or change bottom-up.',
      'goal-under-month':
        '{{where}} must have {{limit}} at least: no other day of the month can take the rest. Set more, lower the month first, or change bottom-up.',
      'goal-day-off':
        '{{where}} has no working day, so it takes no goal. If you work then, register it in the work calendar first.',
      'goal-days-differ':
        'The days do not add up to the goal of the month; nothing was taken back. Reload and try again.',
      'goal-rate-days': 'Rates and states have no goals of weeks and days. Set the month.',
      'goal-rate':
        'Rates do not add up, so they cannot be distributed. Set them; “top-down” takes them to the rows below.',
      'goal-nothing': 'This cell has no goal yet, so there is nothing to distribute. Set it first.',
      'goal-no-pattern':
        '{{year}} has neither results nor goals to follow. Choose working days, weights or evenly instead.',
      'goal-nobody': 'Nobody takes part: all weights are 0. Choose at least one.',
      'goal-no-facet': 'This indicator is not split by channel or model.',
      'goal-one-facet':
        'This row is split the other way (channel or model) already; only one of them is possible. Clear that one first.',
      'goal-facet-below':
        'There are departments or people below this row; split channels or models at the last rows.',
    },
  },
);
