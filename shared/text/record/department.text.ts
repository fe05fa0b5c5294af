import { departmentFields } from '../../features/department/department.fields.ts';
import { recordText } from './record-texts.ts';

export const departmentText = recordText(
  departmentFields,
  {
    one: '部门',
    many: '部门',
    empty: '还没有部门。先建立销售部、售后部等部门，再把人员放进去。',
    fields: { name: '部门名称', code: '部门编号', parentId: '上级部门', leaderId: '负责人', note: '备注' },
    choices: {},
  },
  {
    one: 'department',
    many: 'Departments',
    empty: 'No departments yet. Add sales, service and so on, then put your people into them.',
    fields: { name: 'Name', code: 'Code', parentId: 'Belongs to', leaderId: 'Head', note: 'Note' },
    choices: {},
  },
);
