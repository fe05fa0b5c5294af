import { fieldsOf } from '../../kernel/field.ts';

/** 部门 department. */
export const departmentFields = fieldsOf({
  name: { kind: 'text', required: true, max: 60, listed: true, searched: true, unique: true },
  code: { kind: 'text', max: 30, listed: true },
  parentId: { kind: 'reference', refers: 'department', listed: true },
  leaderId: { kind: 'reference', refers: 'person', listed: true },
  note: { kind: 'note' },
});
