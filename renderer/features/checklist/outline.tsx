import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import {
  isSamePlace,
  placesOf,
  problemPlace,
  type Place,
} from '#shared/features/checklist/checklist-edit.rules.ts';
import {
  contentProblems,
  textIn,
  type ChecklistContent,
  type ChecklistItem,
} from '#shared/features/checklist/checklist.content.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useChecklistWords } from './checklist-words.ts';
import type { EditorAct } from './use-editor.ts';
import classes from './checklist.module.css';

const keyOf = (place: Place | null): string => (place ? `${place.section}.${place.item ?? 'head'}` : 'whole');

/** Which act a key stands for; undefined: none of ours. */
export function actOfKey(event: KeyboardEvent): EditorAct | undefined {
  if (event.nativeEvent.isComposing) return undefined;
  if (event.altKey && event.key === 'ArrowUp') return 'up';
  if (event.altKey && event.key === 'ArrowDown') return 'down';
  const mod = event.ctrlKey || event.metaKey;
  if (mod && event.key === 'Enter') return 'addItem';
  if (mod && event.key.toLowerCase() === 'd') return 'duplicate';
  return undefined;
}

/** Every section and item as one line; arrows choose, keys act on what is chosen. */
export function Outline(props: {
  readonly content: ChecklistContent;
  readonly place: Place | null;
  readonly onChoose: (place: Place | null) => void;
  readonly onAct: (act: EditorAct) => void;
  /** Goes into the fields of what is chosen. */
  readonly onEnter: () => void;
  readonly onUndo: (() => void) | undefined;
  readonly onRedo: (() => void) | undefined;
}): ReactNode {
  const { content, place, onChoose, onAct, onEnter, onUndo, onRedo } = props;
  const { t, language } = useTexts();
  const list = useRef<HTMLUListElement>(null);
  const places: readonly (Place | null)[] = [null, ...placesOf(content)];
  const gaps = Map.groupBy(contentProblems(content), (problem) => keyOf(problemPlace(problem).place));
  const chosen = keyOf(place);

  // The keyboard stays on what is chosen while it moves; a click elsewhere is not called back.
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-place="${chosen}"]`);
    if (list.current?.contains(document.activeElement)) row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const act = actOfKey(event) ?? (event.key === 'Delete' && place ? 'remove' : undefined);
    const mod = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    const at = places.findIndex((one) => isSamePlace(one, place));
    if (act) onAct(act);
    else if (mod && key === 'z') (event.shiftKey ? onRedo : onUndo)?.();
    else if (mod && key === 'y') onRedo?.();
    else if (event.key === 'ArrowDown') onChoose(places[Math.min(at + 1, places.length - 1)] ?? null);
    else if (event.key === 'ArrowUp') onChoose(places[Math.max(at - 1, 0)] ?? null);
    else if (event.key === 'Home') onChoose(null);
    else if (event.key === 'End') onChoose(places.at(-1) ?? null);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter();
    else return;
    event.preventDefault();
  };

  const row = (one: Place | null, at: string, words: string, facts: ReactNode): ReactNode => {
    const missing = gaps.get(keyOf(one))?.length ?? 0;
    return (
      <li key={keyOf(one)}>
        <button
          type="button"
          className={classes.row}
          data-place={keyOf(one)}
          data-section={one?.item === null || undefined}
          aria-current={isSamePlace(one, place)}
          tabIndex={isSamePlace(one, place) ? 0 : -1}
          onClick={() => onChoose(one)}
          onDoubleClick={onEnter}
        >
          <span className={classes.at} aria-hidden>
            {at}
          </span>
          <span className={classes.words}>{words || t('checklist.untitled')}</span>
          <span className={classes.facts}>
            {missing > 0 ? (
              <span className={classes.gap}>
                <IconAlertTriangle size={14} aria-hidden />
                {t('checklist.gaps', { count: missing })}
              </span>
            ) : null}
            {facts}
          </span>
        </button>
      </li>
    );
  };

  const before = (section: number): number =>
    content.sections.slice(0, section).reduce((sum, { items }) => sum + items.length, 0);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the rows are buttons; the keys act on the chosen one
    <ul ref={list} className={classes.outline} aria-label={t('checklist.list')} onKeyDown={onKeyDown}>
      {row(null, '', t('checklist.whole'), null)}
      {content.sections.map((section, s) => [
        row(
          { section: s, item: null },
          String(s + 1),
          textIn(section.title, language),
          <span>{t('checklist.itemCount', { count: section.items.length })}</span>,
        ),
        ...section.items.map((item, i) =>
          row(
            { section: s, item: i },
            String(before(s) + i + 1),
            textIn(item.title, language),
            <ItemFacts item={item} />,
          ),
        ),
      ])}
    </ul>
  );
}

/** How an item is answered and what it demands, short. */
function ItemFacts(props: { readonly item: ChecklistItem }): ReactNode {
  const { item } = props;
  const { t } = useTexts();
  const words = useChecklistWords();
  const bounds = words.bounds(item);
  const marks = [
    item.required ? t('checklist.marks.required') : '',
    'mayNotApply' in item && item.mayNotApply ? t('checklist.marks.mayNotApply') : '',
    item.ngPhoto ? t('checklist.marks.ngPhoto') : '',
  ].filter((mark) => mark !== '');
  return (
    <>
      <span>{bounds || t(`checklist.types.${item.type}`)}</span>
      <span>{marks.join(' · ')}</span>
    </>
  );
}
