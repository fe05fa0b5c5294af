import { ActionIcon, Button, Checkbox, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ChecklistItem } from '#shared/features/checklist/checklist.content.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './checklist.module.css';

type ChoiceItem = Extract<ChecklistItem, { type: 'choice' }>;
type Choice = ChoiceItem['choices'][number];
const most = 20;

/** The choices of an item, one to a line: name, English, code, NG. */
export function ChoiceRows(props: {
  readonly item: ChoiceItem;
  readonly gap: (field: string) => string | undefined;
  readonly onChange: (item: ChoiceItem, field: string) => void;
}): ReactNode {
  const { item, gap, onChange } = props;
  const { t } = useTexts();
  const set = (index: number, patch: Partial<Choice>, field: string): void => {
    const choice = item.choices[index];
    if (choice)
      onChange(
        { ...item, choices: item.choices.with(index, { ...choice, ...patch }) },
        `choices.${index}.${field}`,
      );
  };
  const add = (): void => {
    let number = item.choices.length + 1;
    while (item.choices.some(({ value }) => value === `choice-${number}`)) number += 1;
    const choice: Choice = { value: `choice-${number}`, title: { zh: '' }, isNg: false };
    onChange({ ...item, choices: [...item.choices, choice] }, 'choices.add');
  };
  return (
    <div role="group" aria-label={t('checklist.choices')}>
      <Text size="xs" fw={500} mb={4} aria-hidden>
        {t('checklist.choices')}
      </Text>
      {item.choices.map(({ value, title, isNg }, index) => {
        const label = (what: string): string => `${t('checklist.choice', { number: index + 1 })} ${what}`;
        return (
          // eslint-disable-next-line react/no-array-index-key -- a choice is known by its place: its code is being typed
          <div className={classes.choice} key={index}>
            <TextInput
              aria-label={label(t('checklist.choiceTitle'))}
              placeholder={t('checklist.choiceTitle')}
              value={title.zh}
              error={gap(`choices.${index}.title.zh`)}
              maxLength={60}
              onChange={(event) => set(index, { title: { ...title, zh: event.currentTarget.value } }, 'zh')}
            />
            <TextInput
              aria-label={label(t('checklist.choiceTitleEn'))}
              placeholder={t('checklist.choiceTitleEn')}
              value={title.en ?? ''}
              maxLength={60}
              onChange={(event) =>
                set(index, { title: { ...title, en: event.currentTarget.value || undefined } }, 'en')
              }
            />
            <TextInput
              aria-label={label(t('checklist.choiceCode'))}
              value={value}
              error={gap(`choices.${index}.value`)}
              maxLength={60}
              onChange={(event) => set(index, { value: event.currentTarget.value }, 'value')}
            />
            <Checkbox
              label={t('checklist.choiceNg')}
              aria-label={label(t('checklist.choiceNg'))}
              checked={isNg}
              onChange={(event) => set(index, { isNg: event.currentTarget.checked }, 'isNg')}
            />
            <ActionIcon
              color="gray"
              aria-label={t('checklist.actOn', { act: t('checklist.remove'), title: label(title.zh) })}
              onClick={() =>
                onChange({ ...item, choices: item.choices.toSpliced(index, 1) }, 'choices.remove')
              }
            >
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
          </div>
        );
      })}
      {gap('choices') ? (
        <Text size="xs" c="var(--mantine-color-error)" mb={4}>
          {gap('choices')}
        </Text>
      ) : null}
      <Button
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={item.choices.length >= most}
        onClick={add}
      >
        {t('checklist.addChoice')}
      </Button>
    </div>
  );
}
