import { useState } from 'react';
import {
  addItem,
  addSection,
  changeItem,
  changeSection,
  duplicate,
  itemAt,
  move,
  placesOf,
  remove,
  isSamePlace,
  type Edited,
  type Place,
} from '#shared/features/checklist/checklist-edit.rules.ts';
import type {
  ChecklistContent,
  ChecklistItem,
  ChecklistSection,
} from '#shared/features/checklist/checklist.content.ts';
import type { DraftEditing } from './use-draft.ts';

export type EditorAct = 'addSection' | 'addItem' | 'duplicate' | 'remove' | 'up' | 'down';

export type Editor = {
  readonly content: ChecklistContent;
  readonly place: Place | null;
  readonly item: ChecklistItem | undefined;
  readonly section: ChecklistSection | undefined;
  readonly choose: (place: Place | null) => void;
  readonly act: (act: EditorAct) => void;
  readonly setItem: (item: ChecklistItem, field: string) => void;
  readonly setSection: (patch: Partial<Pick<ChecklistSection, 'title' | 'code'>>, field: string) => void;
  readonly setScope: (
    patch: Partial<Pick<ChecklistContent, 'vehicleKinds' | 'repairClasses' | 'damageMap'>>,
  ) => void;
};

/** What is chosen in a draft, and the steps that change it. */
export function useEditor(draft: DraftEditing): Editor {
  const { content } = draft;
  const [chosen, setChosen] = useState<Place | null>(null);
  // Undo and other people's changes may take the chosen place away.
  const place = chosen && placesOf(content).some((one) => isSamePlace(one, chosen)) ? chosen : null;
  const at = place ? `${place.section}.${place.item ?? 'head'}` : '';
  const take = (edited: Edited): void => {
    draft.change(edited.content);
    setChosen(edited.place);
  };
  return {
    content,
    place,
    item: itemAt(content, place),
    section: place ? content.sections[place.section] : undefined,
    choose: setChosen,
    act(act) {
      if (act === 'addSection') return take(addSection(content, place));
      if (!place) return act === 'addItem' ? take(addSection(content, null)) : undefined;
      if (act === 'addItem') return take(addItem(content, place));
      if (act === 'duplicate') return take(duplicate(content, place));
      if (act === 'remove') return take(remove(content, place));
      return take(move(content, place, act === 'up' ? -1 : 1));
    },
    setItem(item, field) {
      if (place) draft.change(changeItem(content, place, item), { group: `${at} ${field}` });
    },
    setSection(patch, field) {
      if (place) draft.change(changeSection(content, place, patch), { group: `${at} ${field}` });
    },
    setScope: (patch) => draft.change({ ...content, ...patch }),
  };
}
