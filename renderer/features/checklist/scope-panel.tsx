import { MultiSelect, Stack, Switch, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { problemsAt } from '#shared/features/checklist/checklist-edit.rules.ts';
import {
  repairClasses,
  repairPurposes,
  type ChecklistSection,
  type CheckPurpose,
} from '#shared/features/checklist/checklist.content.ts';
import { vehicleKinds } from '#shared/features/vehicle/vehicle.fields.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { Editor } from './use-editor.ts';

/** What the whole list is for. */
export function ScopePanel(props: { readonly editor: Editor; readonly purpose: CheckPurpose }): ReactNode {
  const { editor, purpose } = props;
  const { t, choice } = useTexts();
  const { content } = editor;
  return (
    <Stack gap="sm">
      <MultiSelect
        data-first
        label={t('checklist.vehicleKinds')}
        description={t('checklist.vehicleKindsHint')}
        value={content.vehicleKinds}
        data={vehicleKinds.map((value) => ({ value, label: choice('vehicle', 'kind', value) }))}
        onChange={(chosen) =>
          editor.setScope({ vehicleKinds: vehicleKinds.filter((kind) => chosen.includes(kind)) })
        }
        clearable
      />
      {repairPurposes.some((one) => one === purpose) ? (
        <MultiSelect
          label={t('checklist.repairClassesLabel')}
          description={t('checklist.repairClassesHint')}
          value={content.repairClasses}
          data={repairClasses.map((value) => ({ value, label: t(`checklist.repairClasses.${value}`) }))}
          onChange={(chosen) =>
            editor.setScope({ repairClasses: repairClasses.filter((one) => chosen.includes(one)) })
          }
          clearable
        />
      ) : null}
      <Switch
        label={t('checklist.damageMap')}
        checked={content.damageMap}
        onChange={(event) => editor.setScope({ damageMap: event.currentTarget.checked })}
      />
    </Stack>
  );
}

/** The sentence of a gap beside a field. */
export function useGaps(editor: Editor): (field: string) => string | undefined {
  const { issue } = useTexts();
  const problems = problemsAt(editor.content, editor.place);
  return (field) => {
    const found = problems.get(field);
    return found === undefined ? undefined : issue({ field, issue: found });
  };
}

export function SectionPanel(props: {
  readonly editor: Editor;
  readonly section: ChecklistSection;
}): ReactNode {
  const { editor, section } = props;
  const { t } = useTexts();
  const gap = useGaps(editor);
  return (
    <Stack gap="sm">
      <TextInput
        data-first
        label={t('checklist.sectionTitle')}
        value={section.title.zh}
        error={gap('title.zh')}
        maxLength={80}
        onChange={(event) =>
          editor.setSection({ title: { ...section.title, zh: event.currentTarget.value } }, 'title')
        }
      />
      <TextInput
        label={t('checklist.sectionTitleEn')}
        value={section.title.en ?? ''}
        maxLength={80}
        onChange={(event) =>
          editor.setSection(
            { title: { ...section.title, en: event.currentTarget.value || undefined } },
            'titleEn',
          )
        }
      />
      <TextInput
        label={t('checklist.code')}
        value={section.code}
        error={gap('code')}
        maxLength={60}
        onChange={(event) => editor.setSection({ code: event.currentTarget.value }, 'code')}
      />
    </Stack>
  );
}
