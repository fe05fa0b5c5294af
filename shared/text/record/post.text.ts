import { postFields } from '../../features/post/post.fields.ts';
import { recordText } from './record-texts.ts';

export const postText = recordText(
  postFields,
  {
    one: '岗位',
    many: '岗位',
    empty: '还没有岗位。建立销售顾问、维修技师等岗位和编制，再到人员里选用。',
    fields: { name: '岗位名称', departmentId: '部门', plannedHeadcount: '编制', note: '备注' },
    choices: {},
  },
  {
    one: 'post',
    many: 'Posts',
    empty:
      'No posts yet. Add sales consultant, technician and so on with their planned headcount, then choose them for your people.',
    fields: {
      name: 'Name',
      departmentId: 'Department',
      plannedHeadcount: 'Planned headcount',
      note: 'Note',
    },
    choices: {},
  },
);
