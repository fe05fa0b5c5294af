import { bilingual } from '../bilingual.ts';

/** Sentences about assignment: reasons of broken rules, issues beside fields; what is wrong and what to do. */
export const assignmentProblems = bilingual(
  {
    reasons: {
      'hand-over-nothing': '没有要交接的内容。请先选接手人。',
      'hand-over-changed': '在您查看期间有变，现在会交出 {{moved}} 项。请重新看交接结果再确认。',
      'hand-over-undone': '这次交接已经撤销过。',
      'hand-over-arrival': '这台车的入库 PDI 没有合格，不能交车或离店。',
      'hand-over-departure': '这台车的出库 PDI 没有合格，不能交车或离店。',
      'hand-over-quality': '这台车的质量 PDI 没有合格，不能交车或离店。',
      'hand-over-needs-vehicle': '请先选好库存里的车：没有三次 PDI 的车不能交。',
      'hand-over-unsigned':
        '交车要双方在交接单上签字：请在订单里点「安排交车」，签完字后，订单和库存车会自动改为已交车、已售。',
      'hand-over-other-vin': '订单上的车架号和所选的库存车不一致，请先核对。',
    },
    issues: { 'hand-over-itself': '接手人不能是交出人自己。' },
  },
  {
    reasons: {
      'hand-over-nothing': 'Nothing would move. Choose a successor first.',
      'hand-over-changed':
        'Things changed meanwhile: {{moved}} items would move now. Look at the result again, then confirm.',
      'hand-over-undone': 'This hand-over was taken back already.',
      'hand-over-arrival':
        'The arrival PDI of this vehicle is not passed; it cannot be handed over or leave.',
      'hand-over-departure':
        'The departure PDI of this vehicle is not passed; it cannot be handed over or leave.',
      'hand-over-quality':
        'The quality PDI of this vehicle is not passed; it cannot be handed over or leave.',
      'hand-over-needs-vehicle':
        'Choose the vehicle in stock first: none is handed over without its three PDI.',
      'hand-over-unsigned':
        'A vehicle is handed over against a sheet that both sides sign: choose “Plan the delivery” in the order; once it is signed, order and vehicle follow by themselves.',
      'hand-over-other-vin':
        'The VIN of the order is not that of the chosen stock vehicle; compare them first.',
    },
    issues: { 'hand-over-itself': 'The successor must be somebody else.' },
  },
);
