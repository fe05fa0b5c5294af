import {
  meetingPart,
  partName,
  type MeetingPart,
  type MeetingView,
} from '#shared/features/meeting/meeting.contract.ts';
import type { Merge } from '#renderer/components/draft/merge-values.ts';
import { useDraftPlace } from '#renderer/components/draft/use-draft-keeping.ts';
import { usePart as useDraftedPart, type PartEditing } from '#renderer/components/draft/use-part.ts';
import { useFreshMeeting, useSavePart } from './meeting.queries.ts';

export type PartOptions<Value> = {
  readonly meetingId: number;
  /** Name under which its version is counted, see `partName`. */
  readonly name: string;
  /** Reads the part's value from a view. */
  readonly read: (view: MeetingView) => Value;
  /** Undefined while the part cannot be saved as it is. */
  readonly toChange: (value: Value) => MeetingPart | undefined;
  readonly merge?: Merge<Value>;
  /** false: the part is only looked at. */
  readonly enabled: boolean;
};

/** One part of a meeting's draft while it is edited. */
export function usePart<Value>(view: MeetingView, options: PartOptions<Value>): PartEditing<Value> {
  const { meetingId, name, read, toChange, merge, enabled } = options;
  const { mutate, isPending, isError, error, reset } = useSavePart(meetingId);
  const fresh = useFreshMeeting(meetingId);
  return useDraftedPart<Value>({
    place: useDraftPlace('meeting', meetingId, name),
    saved: read(view),
    version: view.versions[name] ?? 0,
    enabled,
    ...(merge ? { merge } : {}),
    fits(value) {
      const change = toChange(value);
      return change !== undefined && meetingPart.safeParse(change).success && partName(change) === name;
    },
    save: {
      mutate({ version, value }, then) {
        const change = toChange(value);
        if (change !== undefined) mutate({ version, change }, then);
      },
      isPending,
      isError,
      error,
      reset,
    },
    async fresh() {
      const now = await fresh();
      return { value: read(now), version: now.versions[name] ?? 0 };
    },
  });
}
