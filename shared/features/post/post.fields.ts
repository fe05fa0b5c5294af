import { fieldsOf } from '../../kernel/field.ts';

/** 岗位 post of a department: what people are employed as. A name is unique within its department, see migration 0006. */
export const postFields = fieldsOf({
  name: { kind: 'text', required: true, max: 40, listed: true, searched: true },
  departmentId: { kind: 'reference', refers: 'department', listed: true },
  /** 编制: how many people the store plans to have on it. */
  plannedHeadcount: { kind: 'integer', listed: true, summed: true },
  note: { kind: 'note', listed: true },
});
