import { ActionIcon, Button, Paper, Text, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowForwardUp,
  IconArrowUp,
  IconCopyPlus,
  IconPlus,
  IconSectionSign,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { CheckPurpose } from '#shared/features/checklist/checklist.content.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ItemPanel } from './item-panel.tsx';
import { actOfKey, Outline } from './outline.tsx';
import { ScopePanel, SectionPanel } from './scope-panel.tsx';
import type { DraftEditing } from './use-draft.ts';
import type { Editor, EditorAct } from './use-editor.ts';
import classes from './checklist.module.css';

/** Left every section and item, right what is chosen. */
export function ChecklistEditor(props: {
  readonly editor: Editor;
  readonly draft: DraftEditing;
  readonly purpose: CheckPurpose;
}): ReactNode {
  const { editor, draft, purpose } = props;
  const { t } = useTexts();
  const outline = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const { place, content } = editor;
  const enter = (): void => panel.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  const act = (one: EditorAct): void => {
    flushSync(() => editor.act(one));
    // A new item is named at once.
    if (one === 'addItem' || one === 'addSection') enter();
  };
  const onPanelKey = (event: KeyboardEvent): void => {
    const one = actOfKey(event);
    if (one) {
      event.preventDefault();
      act(one);
      enter();
    } else if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      outline.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
    }
  };
  // What was typed into one item's field is not the next one's.
  const at = place ? `${place.section}.${place.item ?? 'head'}` : 'whole';
  const tool = (one: EditorAct, Shown: Icon, word: string): ReactNode => (
    <Tooltip label={word}>
      <ActionIcon variant="default" aria-label={word} disabled={!place} onClick={() => act(one)}>
        <Shown size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );

  if (content.sections.length === 0 && place === null)
    return (
      <Paper className="sheet">
        <ScopePanel editor={editor} purpose={purpose} />
        <EmptyState
          sentence={t('checklist.emptyDraft')}
          action={<Button onClick={() => act('addSection')}>{t('checklist.firstSection')}</Button>}
        />
      </Paper>
    );
  return (
    <div className={classes.editor}>
      <div className={classes.pane} ref={outline}>
        <Outline
          content={content}
          place={place}
          onChoose={editor.choose}
          onAct={act}
          onEnter={enter}
          onUndo={draft.undo}
          onRedo={draft.redo}
        />
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the fields inside */}
      <div className={classes.pane} ref={panel} onKeyDown={onPanelKey}>
        <div className={classes.panel}>
          <div className={classes.panelTools}>
            <Button
              variant="default"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() => act('addItem')}
            >
              {t('checklist.addItem')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconSectionSign size={15} aria-hidden />}
              onClick={() => act('addSection')}
            >
              {t('checklist.newSection')}
            </Button>
            {tool('duplicate', IconCopyPlus, t('checklist.duplicate'))}
            {tool('up', IconArrowUp, t('checklist.moveUp'))}
            {tool('down', IconArrowDown, t('checklist.moveDown'))}
            {tool('remove', IconTrash, t('checklist.remove'))}
            <ActionIcon
              variant="default"
              aria-label={t('checklist.undo')}
              disabled={!draft.undo}
              onClick={() => draft.undo?.()}
            >
              <IconArrowBackUp size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="default"
              aria-label={t('checklist.redo')}
              disabled={!draft.redo}
              onClick={() => draft.redo?.()}
            >
              <IconArrowForwardUp size={16} aria-hidden />
            </ActionIcon>
          </div>
          {editor.item ? (
            <ItemPanel key={at} editor={editor} item={editor.item} />
          ) : editor.section ? (
            <SectionPanel key={at} editor={editor} section={editor.section} />
          ) : (
            <ScopePanel editor={editor} purpose={purpose} />
          )}
          <Text size="xs" c="dimmed" mt="sm">
            {t('checklist.keys')}
          </Text>
        </div>
      </div>
    </div>
  );
}
