import type { ImportKindRules } from '../import-column.ts';

export const personRules: ImportKindRules = {
  targets: ['department', 'post', 'person'],
  columns: [
    { to: 'person.name', names: ['姓名', '员工姓名', '人员姓名', 'name', 'employeename'] },
    { to: 'person.code', names: ['工号', '员工编号', '人员编号', '员工号', 'code', 'employeeno'] },
    { to: 'department.name', names: ['部门', '所属部门', '部门名称', 'department'] },
    { to: 'post.name', names: ['岗位', '职务', '职位', 'post', 'position', 'title'] },
    { to: 'person.phone', names: ['联系电话', '手机号码', '手机号', '手机', '电话', 'phone', 'mobile'] },
    { to: 'person.hiredOn', names: ['入职日期', '入职时间', '入职', 'hiredon', 'hiredate'] },
    { to: 'person.leftOn', names: ['离职日期', '离职时间', '离职', 'lefton', 'leavedate'] },
    { to: 'person.note', names: ['备注', 'note', 'remark'] },
  ],
  needs: [['person.name'], ['post.name', 'person.hiredOn', 'department.name', 'person.code']],
};
