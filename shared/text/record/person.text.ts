import { personFields } from '../../features/person/person.fields.ts';
import { recordText } from './record-texts.ts';

export const personText = recordText(
  personFields,
  {
    one: '人员',
    many: '人员',
    empty: '还没有人员。导入人员名册，或新建第一位同事。',
    fields: {
      name: '姓名',
      code: '工号',
      departmentId: '部门',
      postId: '岗位',
      phone: '电话',
      hiredOn: '入职日期',
      leftOn: '离职日期',
      note: '备注',
    },
    choices: {},
  },
  {
    one: 'person',
    many: 'People',
    empty: 'No people yet. Import a list of your staff, or add the first colleague.',
    fields: {
      name: 'Name',
      code: 'Staff number',
      departmentId: 'Department',
      postId: 'Post',
      phone: 'Telephone',
      hiredOn: 'Joined',
      leftOn: 'Left',
      note: 'Note',
    },
    choices: {},
  },
);
