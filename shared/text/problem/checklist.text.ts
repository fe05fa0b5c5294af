import { bilingual } from '../bilingual.ts';

/** Sentences about checklist: reasons of broken rules, issues beside fields; what is wrong and what to do. */
export const checklistProblems = bilingual(
  {
    reasons: {
      'checklist-missing': '没有适用的检查表，请先发布一张。',
      'checklist-retired': '这张检查表已停用。要修改或发布，请先恢复使用。',
      'checklist-not-retired': '这张检查表没有停用。',
      'checklist-no-draft': '这张检查表没有草稿，可能别人已经发布或放弃了它。请刷新后再看。',
      'checklist-unpublished': '这张检查表还没有发布过，草稿不能放弃；不要了请停用它。',
      'checklist-unchanged': '草稿与现行版本相同，不用发布。',
    },
  },
  {
    reasons: {
      'checklist-missing': 'No check list fits; please publish one first.',
      'checklist-retired':
        'This check list is retired. Take it into use again before changing or publishing it.',
      'checklist-not-retired': 'This check list is not retired.',
      'checklist-no-draft':
        'This check list has no draft; somebody may have published or discarded it. Refresh and look again.',
      'checklist-unpublished':
        'This check list was never published, so its draft cannot be discarded; retire it if you do not need it.',
      'checklist-unchanged': 'The draft is the same as the edition in force; there is nothing to publish.',
    },
  },
);
