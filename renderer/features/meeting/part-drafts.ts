import { useMemo, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { commentTopics, type CommentTopic } from '#shared/features/meeting/meeting.contract.ts';
import { draftKey, onDrafts, partsWithDrafts } from '#renderer/components/draft/draft-shelf.ts';
import { partDrafts } from '#renderer/components/draft/part-draft-shelf.ts';
import { useDraftPlace } from '#renderer/components/draft/use-draft-keeping.ts';
import type { MeetingTab } from './surface.ts';

const tabOfTopic: Readonly<Record<CommentTopic, MeetingTab>> = {
  orders: 'progress',
  deliveries: 'progress',
  leads: 'progress',
  serviceVisits: 'progress',
  serviceRevenue: 'progress',
  cashIn: 'progress',
  receivablesCollected: 'progress',
  quality: 'progress',
  stock: 'resources',
  people: 'resources',
  receivables: 'resources',
  cash: 'resources',
  goals: 'plan',
  actions: 'plan',
  deliveriesAhead: 'plan',
  events: 'plan',
};

/** A part with words that have not reached the store, and where it is edited. */
export type UnsavedPart = {
  readonly part: string;
  /** null: it always stands on the page. */
  readonly tab: MeetingTab | null;
  /** Agenda item whose minutes they are. */
  readonly title?: string;
};

/** Where a part is edited; undefined for drafts of dialogs, which wait until the dialog is opened again. */
function placeOfPart(part: string): UnsavedPart | undefined {
  if (part === 'head' || part === 'agenda') return { part, tab: null };
  if (part === 'attendance') return { part, tab: 'attendance' };
  if (part === 'action') return { part, tab: 'actions' };
  if (part === 'decision' || part.startsWith('topic.')) return { part, tab: 'record' };
  if (part.startsWith('begun.')) return { part, tab: 'progress', title: part.slice('begun.'.length) };
  const topic = commentTopics.find((one) => part === `comment.${one}`);
  return topic ? { part, tab: tabOfTopic[topic] } : undefined;
}

/** Parts of a meeting with words that have not reached the store. */
export function useUnsavedParts(meetingId: number): readonly UnsavedPart[] {
  const place = useDraftPlace('meeting', meetingId);
  const names = useSyncExternalStore(onDrafts, () =>
    JSON.stringify(partsWithDrafts(window.localStorage, place).sort()),
  );
  return useMemo(
    () => (JSON.parse(names) as string[]).flatMap((part) => placeOfPart(part) ?? []), // written in the line above
    [names],
  );
}

const words = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'object' && value !== null
      ? Object.values(value)
          .filter((one) => typeof one === 'string' && one !== '')
          .join('\n')
      : '';

/** The words of a part's draft, as far as they are words. */
export function usePartDraft(meetingId: number, part: string): string {
  const key = draftKey(useDraftPlace('meeting', meetingId, part));
  const kept = useSyncExternalStore(onDrafts, () => window.localStorage.getItem(key) ?? '');
  const parsed = useMemo(
    () => z.object({ value: z.unknown() }).safeParse(JSON.parse(kept || 'null')),
    [kept],
  );
  return parsed.success ? words(parsed.data.value) : '';
}

export function useDropPart(meetingId: number): (part: string) => void {
  const place = useDraftPlace('meeting', meetingId);
  return (part) => partDrafts.drop({ ...place, part });
}
