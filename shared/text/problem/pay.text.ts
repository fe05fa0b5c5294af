import { bilingual } from '../bilingual.ts';

/** Sentences about pay: reasons of broken rules, issues beside fields; what is wrong and what to do. */
export const payProblems = bilingual(
  {
    issues: {
      'pay-overlap': '这个岗位已有 {{from}} 至 {{to}} 的规则，月份重叠。请把其中一条改短。',
      'pay-overlap-open': '这个岗位已有 {{from}} 起、没有结束的规则，月份重叠。请先给它填上结束月份。',
      'pay-step-gap': '第 {{step}} 档之前缺 {{from}}–{{to}} 台，请补上。',
      'pay-step-overlap': '第 {{step}} 档与第 {{before}} 档重叠在 {{from}}–{{to}} 台，请改开。',
      'pay-step-ends-before': '结束台数小于开始台数，请核对。',
      'pay-step-endless': '只有最后一档可以没有上限，请填第 {{step}} 档到多少台。',
      'pay-step-end': '{{to}} 台以上没有规定，请把最后一档的上限留空。',
      'pay-coefficient-gap': '第 {{step}} 段之前缺 {{from}}%–{{to}}%，请补上。',
      'pay-coefficient-overlap': '第 {{step}} 段与第 {{before}} 段重叠在 {{from}}%–{{to}}%，请改开。',
      'pay-coefficient-ends-before': '结束要大于开始，请核对。',
      'pay-coefficient-endless': '只有最后一段可以没有上限，请填第 {{step}} 段到多少。',
      'pay-coefficient-end': '达成率 {{to}}% 以上没有规定，请把最后一段的上限留空。',
      'pay-share-unit': '这种计件单位没有这项金额。',
      'pay-share-twice': '同一项分成只能填一次。',
      'pay-fixed-variable':
        '固定薪酬不计件：请删去提成阶梯、达成系数、绩效基数、封顶和部门口径，或换一种计件单位。',
    },
  },
  {
    issues: {
      'pay-overlap': 'The post has a rule from {{from}} to {{to}}: the months overlap. Shorten one of them.',
      'pay-overlap-open':
        'The post has a rule from {{from}} without an end: the months overlap. Give it a last month first.',
      'pay-step-gap': 'Units {{from}}–{{to}} are missing before step {{step}}; fill the gap.',
      'pay-step-overlap':
        'Step {{step}} overlaps step {{before}} at units {{from}}–{{to}}; move one of them.',
      'pay-step-ends-before': 'The last unit is below the first; please check.',
      'pay-step-endless': 'Only the last step may be open; say where step {{step}} ends.',
      'pay-step-end': 'Nothing is said above {{to}} units; leave the end of the last step empty.',
      'pay-coefficient-gap': '{{from}}%–{{to}}% is missing before range {{step}}; fill the gap.',
      'pay-coefficient-overlap':
        'Range {{step}} overlaps range {{before}} at {{from}}%–{{to}}%; move one of them.',
      'pay-coefficient-ends-before': 'The end must lie above the beginning; please check.',
      'pay-coefficient-endless': 'Only the last range may be open; say where range {{step}} ends.',
      'pay-coefficient-end': 'Nothing is said above {{to}}%; leave the end of the last range empty.',
      'pay-share-unit': 'This count has no such amount.',
      'pay-share-twice': 'Each share stands once.',
      'pay-fixed-variable':
        'Nothing is counted for fixed pay: take away steps, coefficients, bonus, cap and department, or count something.',
    },
  },
);
