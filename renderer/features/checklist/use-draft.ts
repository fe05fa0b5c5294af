import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { z } from 'zod';
import { checklistDraft, type ChecklistContent } from '#shared/features/checklist/checklist.content.ts';
import { draftShelf } from '#renderer/components/draft/draft-shelf.ts';
import { useDraftPlace } from '#renderer/components/draft/use-draft-keeping.ts';
import { errorData } from '#renderer/transport/client.ts';
import { useFreshDraft, useSaveDraft } from './checklist.queries.ts';

/** What is changed reaches the core within a second. */
const delayMs = 600;
const mostSteps = 200;
/** What has not reached the core yet, with the version that it was typed over. */
const onShelf = z.strictObject({
  content: checklistDraft,
  version: z.number().int(),
  fileName: z.string().optional(),
  savedAt: z.string(),
});

export type DraftStatus = 'saved' | 'waiting' | 'conflict' | 'failed';

type Kept = {
  readonly content: ChecklistContent;
  readonly version: number;
  readonly dirty: boolean;
  /** The file that the content was read from. */
  readonly fileName?: string | undefined;
};
type Clash = { readonly by: string; readonly content: ChecklistContent; readonly version: number };
type Steps = {
  readonly past: readonly ChecklistContent[];
  readonly future: readonly ChecklistContent[];
  /** Typing in one field is one step. */
  readonly group: string | undefined;
};

export type DraftEditing = {
  readonly content: ChecklistContent;
  readonly version: number;
  readonly status: DraftStatus;
  readonly error: unknown;
  readonly conflict: Clash | undefined;
  /** `group` names the field that is typed into: its changes are undone together. */
  readonly change: (content: ChecklistContent, options?: { group?: string; fileName?: string }) => void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  readonly flush: () => void;
  /** The draft was given up: nothing of it comes back. */
  readonly forget: () => void;
};

const noSteps: Steps = { past: [], future: [], group: undefined };
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The draft of a list while it is edited: kept on this computer with each change, saved by itself shortly after and when the
 * page is left; what a kill left unsaved returns. What somebody else saved meanwhile is never overwritten silently. Every step
 * can be undone, what returned too.
 */
export function useDraft(
  id: number,
  stored: { content: ChecklistContent; version: number },
  editable: boolean,
): DraftEditing {
  const place = useDraftPlace('checklist', id, 'content');
  const [shelf] = useState(() => draftShelf(window.localStorage, onShelf));
  const [left] = useState(() => {
    const found = editable ? shelf.read(place) : undefined;
    return found && !same(found.content, stored.content) ? found : undefined;
  });
  const [kept, setKept] = useState<Kept>(() =>
    left
      ? { content: left.content, version: left.version, dirty: true, fileName: left.fileName }
      : { ...stored, dirty: false },
  );
  const [steps, setSteps] = useState<Steps>(left ? { ...noSteps, past: [stored.content] } : noSteps);
  const isKept = useRef(false);
  useEffect(() => {
    if (kept.dirty) {
      const { content, version, fileName } = kept;
      shelf.write(place, { content, version, fileName, savedAt: new Date().toISOString() });
    } else if (isKept.current) shelf.drop(place);
    isKept.current = kept.dirty;
  }, [kept, shelf, place]);
  const [clash, setClash] = useState<Clash>();
  const save = useSaveDraft(id);
  const fresh = useFreshDraft(id);
  const { isPending } = save;
  const failed = save.isError && !clash;
  // Somebody else saved while nothing of ours waits.
  const isBehind = !kept.dirty && !isPending && stored.version > kept.version;
  const present: Kept = isBehind ? { ...stored, dirty: false } : kept;

  const compare = async (sent: ChecklistContent, by: string): Promise<void> => {
    const theirs = await fresh();
    const version = theirs?.version ?? 0;
    if (!theirs || same(theirs.content, sent)) setKept((now) => ({ ...now, version, dirty: !theirs }));
    else setClash({ by, content: theirs.content, version });
    save.reset();
  };

  const send = (): void => {
    if (!kept.dirty || isPending || clash) return;
    const { content, version, fileName } = kept;
    save.mutate(
      { content, version, fileName },
      {
        onSuccess: (done) =>
          setKept((now) => ({ ...now, version: done.version, dirty: now.content !== content })),
        onError(error) {
          const data = errorData(error);
          if (data.code === 'conflict') void compare(content, data.by ?? '');
        },
      },
    );
  };
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    if (!kept.dirty || isPending || failed || clash) return undefined;
    const timer = setTimeout(() => latest.current(), delayMs);
    return () => clearTimeout(timer);
  }, [kept, isPending, failed, clash]);

  const onHide = useEffectEvent(() => send());
  useEffect(() => {
    const leave = (): void => onHide();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      // What was typed just before the page is left goes out at once.
      latest.current();
    };
  }, []);

  const put = (content: ChecklistContent, fileName?: string): void => {
    if (failed) save.reset();
    setKept({ content, version: present.version, dirty: true, fileName });
  };

  return {
    content: present.content,
    version: present.version,
    status: clash ? 'conflict' : failed ? 'failed' : kept.dirty || isPending ? 'waiting' : 'saved',
    error: failed ? save.error : null,
    conflict: clash,
    change(content, { group, fileName } = {}) {
      if (content === present.content) return;
      setSteps(({ past, group: last }) => ({
        past: group !== undefined && group === last ? past : [...past.slice(-mostSteps), present.content],
        future: [],
        group,
      }));
      put(content, fileName);
    },
    undo:
      steps.past.length === 0
        ? undefined
        : () => {
            const before = steps.past.at(-1);
            if (!before) return;
            setSteps({
              past: steps.past.slice(0, -1),
              future: [present.content, ...steps.future],
              group: undefined,
            });
            put(before);
          },
    redo:
      steps.future.length === 0
        ? undefined
        : () => {
            const [after, ...future] = steps.future;
            if (!after) return;
            setSteps({ past: [...steps.past, present.content], future, group: undefined });
            put(after);
          },
    keepMine() {
      if (!clash) return;
      setKept((now) => ({ ...now, version: clash.version, dirty: true }));
      setClash(undefined);
    },
    takeTheirs() {
      if (!clash) return;
      setKept({ content: clash.content, version: clash.version, dirty: false });
      setSteps(noSteps);
      setClash(undefined);
    },
    flush: send,
    forget() {
      setKept((now) => ({ ...now, dirty: false }));
      shelf.drop(place);
    },
  };
}
