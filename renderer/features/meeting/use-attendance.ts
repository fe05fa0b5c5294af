import type { AttendanceState } from '#shared/features/meeting/meeting.contract.ts';
import { isLate, type AttendanceLine } from '#shared/features/meeting/meeting.rules.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { mergeAttendance } from './part-merge.ts';
import type { Surface } from './surface.ts';
import type { PartEditing } from '#renderer/components/draft/use-part.ts';
import { usePart } from './use-part.ts';

const plain = (people: readonly AttendanceLine[]): readonly AttendanceLine[] =>
  people.map(({ personId, state, signedInAt, signedWith }) => ({ personId, state, signedInAt, signedWith }));

export type AttendanceEditing = {
  readonly part: PartEditing<readonly AttendanceLine[]>;
  readonly people: readonly AttendanceLine[];
  /** What the recorder notes. Whoever comes now, after the planned start, is late; noting "present" again says otherwise. */
  readonly note: (personId: number, state: AttendanceState) => void;
  readonly everybodyPresent: () => void;
  readonly add: (personId: number) => void;
  readonly remove: (personId: number) => void;
};

/** The attendance list while the recorder keeps it. */
export function useAttendance({ view, editable }: Surface): AttendanceEditing {
  const { content } = view;
  const { time } = useTexts();
  const { today } = useSession();
  const part = usePart<readonly AttendanceLine[]>(view, {
    meetingId: view.id,
    name: 'attendance',
    read: (fresh) => plain(fresh.content.attendance),
    toChange: (people) => ({
      part: 'attendance',
      people: people.map(({ personId, state, signedInAt }) => ({ personId, state, signedInAt })),
    }),
    merge: mergeAttendance,
    enabled: editable,
  });
  const people = part.value;
  const noted = (line: AttendanceLine, state: AttendanceState): AttendanceLine => {
    if (state === 'absent' || state === 'excused')
      return { ...line, state, signedInAt: null, signedWith: null };
    const signedInAt = line.signedInAt ?? new Date().toISOString();
    const comes = line.state !== 'late' && line.signedInAt === null && content.heldOn === today;
    const late = state === 'present' && comes && isLate(time(signedInAt), content.startsAt);
    return { ...line, state: late ? 'late' : state, signedInAt };
  };
  return {
    part,
    people,
    note: (personId, state) =>
      part.change(people.map((line) => (line.personId === personId ? noted(line, state) : line))),
    everybodyPresent: () =>
      part.change(people.map((line) => (line.state === 'absent' ? { ...line, state: 'present' } : line))),
    add(personId) {
      if (people.some((line) => line.personId === personId)) return;
      part.change([...people, { personId, state: 'absent', signedInAt: null, signedWith: null }]);
    },
    remove: (personId) => part.change(people.filter((line) => line.personId !== personId)),
  };
}
