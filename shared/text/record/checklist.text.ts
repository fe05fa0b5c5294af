import { checklistFields } from '../../features/checklist/checklist.fields.ts';
import { checkPurposeNames } from './inspection.text.ts';
import { recordText } from './record-texts.ts';

/** 检查表 check lists; fields follow shared/features/checklist/checklist.fields.ts. */
export const checklistText = recordText(
  checklistFields,
  {
    one: '检查表',
    many: '检查表',
    empty: '还没有检查表。',
    fields: {
      name: '名称',
      nameEn: '英文名称',
      purpose: '用途',
      state: '状态',
      currentEdition: '现行版本',
      shippedKey: '程序自带',
    },
    choices: {
      purpose: checkPurposeNames['zh-CN'],
      state: { draft: '未发布', current: '使用中', retired: '已停用' },
    },
  },
  {
    one: 'check list',
    many: 'Check lists',
    empty: 'No check lists yet.',
    fields: {
      name: 'Name',
      nameEn: 'Name in English',
      purpose: 'Purpose',
      state: 'State',
      currentEdition: 'Edition in force',
      shippedKey: 'Came with the program',
    },
    choices: {
      purpose: checkPurposeNames.en,
      state: { draft: 'Not published', current: 'In use', retired: 'Retired' },
    },
  },
);
