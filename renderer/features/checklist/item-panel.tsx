import { Checkbox, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { withType } from '#shared/features/checklist/checklist-edit.rules.ts';
import {
  itemTypes,
  type Bilingual,
  type ChecklistItem,
} from '#shared/features/checklist/checklist.content.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ChoiceRows } from './choice-rows.tsx';
import { LimitInput } from './limit-input.tsx';
import { useGaps } from './scope-panel.tsx';
import type { Editor } from './use-editor.ts';
import classes from './checklist.module.css';

/** A text with its English; empty English is none, and an empty text without English is none at all. */
const withLanguage = (text: Bilingual | undefined, part: 'zh' | 'en', typed: string): Bilingual => {
  const next = { zh: text?.zh ?? '', en: text?.en, [part]: typed };
  return next.en ? { zh: next.zh, en: next.en } : { zh: next.zh };
};

/** Everything about one item. */
export function ItemPanel(props: { readonly editor: Editor; readonly item: ChecklistItem }): ReactNode {
  const { editor, item } = props;
  const { t } = useTexts();
  const gap = useGaps(editor);
  const { setItem } = editor;
  const setStandard = (part: 'zh' | 'en', typed: string): void => {
    const standard = withLanguage(item.standard, part, typed);
    const { standard: _before, ...rest } = item;
    const isNone = standard.zh === '' && standard.en === undefined;
    setItem(isNone ? rest : { ...item, standard }, `standard.${part}`);
  };
  return (
    <Stack gap="xs">
      <div className={classes.pair}>
        <TextInput
          data-first
          label={t('checklist.itemTitle')}
          value={item.title.zh}
          error={gap('title.zh')}
          maxLength={120}
          onChange={(event) =>
            setItem({ ...item, title: withLanguage(item.title, 'zh', event.currentTarget.value) }, 'title.zh')
          }
        />
        <TextInput
          label={t('checklist.itemTitleEn')}
          value={item.title.en ?? ''}
          maxLength={120}
          onChange={(event) =>
            setItem({ ...item, title: withLanguage(item.title, 'en', event.currentTarget.value) }, 'title.en')
          }
        />
        <Textarea
          label={t('checklist.standard')}
          autosize
          maxRows={4}
          value={item.standard?.zh ?? ''}
          error={gap('standard.zh')}
          maxLength={300}
          onChange={(event) => setStandard('zh', event.currentTarget.value)}
        />
        <Textarea
          label={t('checklist.standardEn')}
          autosize
          maxRows={4}
          value={item.standard?.en ?? ''}
          maxLength={300}
          onChange={(event) => setStandard('en', event.currentTarget.value)}
        />
      </div>
      <div>
        <Text size="xs" fw={500} mb={4} id="checklist-type">
          {t('checklist.type')}
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby="checklist-type"
          value={item.type}
          data={itemTypes.map((value) => ({ value, label: t(`checklist.types.${value}`) }))}
          onChange={(value) => {
            const type = itemTypes.find((one) => one === value);
            if (type) setItem(withType(item, type), 'type');
          }}
        />
      </div>
      {item.type === 'number' ? (
        <div>
          <div className={classes.triple}>
            <LimitInput
              label={t('checklist.lowest')}
              value={item.lowest}
              onChange={(lowest) => setItem({ ...item, lowest }, 'lowest')}
            />
            <LimitInput
              label={t('checklist.highest')}
              value={item.highest}
              error={gap('highest')}
              onChange={(highest) => setItem({ ...item, highest }, 'highest')}
            />
            <TextInput
              label={t('checklist.unit')}
              value={item.unit}
              maxLength={20}
              onChange={(event) => setItem({ ...item, unit: event.currentTarget.value }, 'unit')}
            />
          </div>
          <Text size="xs" c="dimmed" mt={2}>
            {t('checklist.limitHint')}
          </Text>
        </div>
      ) : null}
      {item.type === 'choice' ? (
        <ChoiceRows item={item} gap={gap} onChange={(next, field) => setItem(next, field)} />
      ) : null}
      <fieldset className={classes.demands}>
        <legend>{t('checklist.demands')}</legend>
        <Demand
          name="required"
          checked={item.required}
          onCheck={(required) => setItem({ ...item, required }, 'required')}
        />
        {item.type === 'okNg' || item.type === 'number' ? (
          <Demand
            name="mayNotApply"
            checked={item.mayNotApply}
            onCheck={(mayNotApply) => setItem({ ...item, mayNotApply }, 'mayNotApply')}
          />
        ) : null}
        {item.type === 'text' || item.type === 'photo' ? null : (
          <>
            <Demand
              name="ngNote"
              checked={item.ngNote}
              onCheck={(ngNote) => setItem({ ...item, ngNote }, 'ngNote')}
            />
            <Demand
              name="ngPhoto"
              checked={item.ngPhoto}
              onCheck={(ngPhoto) => setItem({ ...item, ngPhoto }, 'ngPhoto')}
            />
          </>
        )}
      </fieldset>
      <TextInput
        label={t('checklist.code')}
        description={t('checklist.codeHint')}
        value={item.code}
        error={gap('code')}
        maxLength={60}
        onChange={(event) => setItem({ ...item, code: event.currentTarget.value }, 'code')}
      />
    </Stack>
  );
}

function Demand(props: {
  readonly name: 'required' | 'mayNotApply' | 'ngNote' | 'ngPhoto';
  readonly checked: boolean;
  readonly onCheck: (checked: boolean) => void;
}): ReactNode {
  const { name, checked, onCheck } = props;
  const { t } = useTexts();
  return (
    <Checkbox
      label={t(`checklist.${name}`)}
      checked={checked}
      onChange={(event) => onCheck(event.currentTarget.checked)}
    />
  );
}
