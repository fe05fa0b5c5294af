import { fieldsOf } from '../../kernel/field.ts';

/** 人员 person of the store, with 岗位 post of a department. Sign-in accounts are kept by the session feature. */
export const personFields = fieldsOf({
  name: { kind: 'text', required: true, max: 40, listed: true, searched: true },
  code: { kind: 'text', max: 30, listed: true, searched: true, unique: true },
  departmentId: { kind: 'reference', refers: 'department', listed: true },
  postId: { kind: 'reference', refers: 'post', listed: true },
  phone: { kind: 'phone', listed: true, searched: true },
  hiredOn: { kind: 'day', listed: true },
  leftOn: { kind: 'day', listed: true },
  note: { kind: 'note' },
});
