import { ActionIcon, Button, Group, Paper, Table, Text } from '@mantine/core';
import {
  IconCheck,
  IconClockExclamation,
  IconPlus,
  IconUserOff,
  IconUserQuestion,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import {
  attendanceStates,
  type AttendanceState,
  type Attendee,
} from '#shared/features/meeting/meeting.contract.ts';
import { isLate } from '#shared/features/meeting/meeting.rules.ts';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { PartNote } from './part-note.tsx';
import type { Surface } from './surface.ts';
import { usePart } from './use-part.ts';
import classes from './attendance.module.css';
import figures from './figures.module.css';

type Line = Pick<Attendee, 'personId' | 'state' | 'signedInAt'>;

const icons: Readonly<Record<AttendanceState, Icon>> = {
  present: IconCheck,
  late: IconClockExclamation,
  absent: IconUserOff,
  excused: IconUserQuestion,
};

const plain = (people: readonly Line[]): readonly Line[] =>
  people.map(({ personId, state, signedInAt }) => ({ personId, state, signedInAt }));

/** `HH:MM` of an instant on the store's clock, from its written form. */
const clock = (shown: string): string => shown.slice(-5);

/** 签到: one key per person; coming after the planned start is late. */
export function AttendancePart(props: { readonly surface: Surface }): ReactNode {
  const { surface } = props;
  const { view, editable } = surface;
  const { content } = view;
  const { t, instant } = useTexts();
  const { today } = useSession();
  const [active, setActive] = useState(0);
  const [added, setAdded] = useState<ReadonlyMap<number, string>>(new Map());
  const rows = useRef<HTMLTableSectionElement>(null);
  const part = usePart<readonly Line[]>({
    meetingId: view.id,
    version: view.versions['attendance'] ?? 0,
    saved: plain(content.attendance),
    read: (fresh) => ({
      value: plain(fresh.content.attendance),
      version: fresh.versions['attendance'] ?? 0,
    }),
    toChange: (people) => ({ part: 'attendance', people: [...people] }),
  });
  const people = part.value;
  const known = new Map(content.attendance.map((line) => [line.personId, line]));
  const nameOf = (id: number): string => known.get(id)?.name || (added.get(id) ?? '');

  const set = (personId: number, state: AttendanceState): void =>
    part.change(
      people.map((line) => {
        if (line.personId !== personId) return line;
        if (state === 'absent' || state === 'excused') return { ...line, state, signedInAt: null };
        const signedInAt = line.signedInAt ?? new Date().toISOString();
        // Somebody who signs in now, after the start, is late; a second press says otherwise.
        const came = line.state !== 'late' && line.signedInAt === null && content.heldOn === today;
        return {
          ...line,
          state:
            state === 'present' && came && isLate(clock(instant(signedInAt)), content.startsAt)
              ? 'late'
              : state,
          signedInAt,
        };
      }),
    );
  const everybody = (): void =>
    part.change(people.map((line) => (line.state === 'absent' ? { ...line, state: 'present' } : line)));

  const go = (to: number): void => {
    const index = Math.max(0, Math.min(people.length - 1, to));
    setActive(index);
    rows.current?.rows[index]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, index: number, personId: number): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const state = attendanceStates[Number(event.key) - 1];
    if (state && editable) {
      event.preventDefault();
      set(personId, state);
      go(index + 1);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      go(index + (event.key === 'ArrowDown' ? 1 : -1));
    }
  };
  const count = (state: AttendanceState): number => people.filter((line) => line.state === state).length;

  return (
    <Paper className="sheet" p="sm">
      <Group justify="space-between" gap="xs" mb="xs">
        <Group gap="md">
          {attendanceStates.map((state) => {
            const Shown = icons[state];
            return (
              <span key={state} className={classes.count} data-state={state}>
                <Shown size={15} aria-hidden /> {t(`meeting.attendance.${state}`)}{' '}
                <strong className="figures">{count(state)}</strong>
              </span>
            );
          })}
        </Group>
        {editable ? (
          <Group gap="sm">
            <Text size="xs" c="dimmed">
              {t('meetingPage.attendance.hint')}
            </Text>
            <Button variant="default" leftSection={<IconCheck size={15} />} onClick={everybody}>
              {t('meetingPage.attendance.all')}
            </Button>
          </Group>
        ) : null}
      </Group>
      <PartNote part={part} />
      <Table className={figures.table} aria-label={t('meetingPage.attendance.table')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('meeting.signIn.name')}</Table.Th>
            <Table.Th>{t('meeting.signIn.post')}</Table.Th>
            <Table.Th>{t('meeting.signIn.state')}</Table.Th>
            <Table.Th>{t('meetingPage.attendance.signedAt')}</Table.Th>
            {editable ? <Table.Td w={36} /> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={rows}>
          {people.map((line, index) => {
            const person = known.get(line.personId);
            const name = nameOf(line.personId);
            const Shown = icons[line.state];
            return (
              <Table.Tr
                key={line.personId}
                className={classes.person}
                tabIndex={editable ? (index === active ? 0 : -1) : undefined}
                onFocus={() => setActive(index)}
                onKeyDown={(event) => onKeyDown(event, index, line.personId)}
              >
                <Table.Th scope="row" className={figures.rowHead}>
                  {name}
                </Table.Th>
                <Table.Td>{[person?.departmentName, person?.post].filter(Boolean).join(' · ')}</Table.Td>
                <Table.Td>
                  {editable ? (
                    <div
                      role="radiogroup"
                      aria-label={t('meetingPage.attendance.stateOf', { name })}
                      className={classes.states}
                    >
                      {attendanceStates.map((state, at) => {
                        const One = icons[state];
                        const on = line.state === state;
                        return (
                          <button
                            key={state}
                            type="button"
                            role="radio"
                            aria-checked={on}
                            tabIndex={-1}
                            className={classes.state}
                            data-state={state}
                            data-on={on || undefined}
                            onClick={() => {
                              set(line.personId, state);
                              setActive(index);
                            }}
                          >
                            <One size={13} aria-hidden /> {t(`meeting.attendance.${state}`)}
                            <kbd>{at + 1}</kbd>
                          </button>
                        );
                      })}
                    </div>
                  ) : (
                    <span className={classes.count} data-state={line.state}>
                      <Shown size={15} aria-hidden /> {t(`meeting.attendance.${line.state}`)}
                    </span>
                  )}
                </Table.Td>
                <Table.Td className="figures">
                  {line.signedInAt === null ? '' : clock(instant(line.signedInAt))}
                </Table.Td>
                {editable ? (
                  <Table.Td>
                    <ActionIcon
                      size="sm"
                      color="gray"
                      tabIndex={-1}
                      aria-label={t('meetingPage.attendance.remove', { name })}
                      onClick={() => part.change(people.filter(({ personId }) => personId !== line.personId))}
                    >
                      <IconX size={14} />
                    </ActionIcon>
                  </Table.Td>
                ) : null}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {editable ? (
        <Group gap="xs" mt="xs" maw={320}>
          <IconPlus size={15} aria-hidden />
          <div className={figures.grow}>
            <ReferenceField
              key={people.length}
              feature="person"
              aria-label={t('meetingPage.attendance.add')}
              value={null}
              onChange={(personId, name) => {
                if (personId === null || people.some((line) => line.personId === personId)) return;
                setAdded((now) => new Map(now).set(personId, name ?? ''));
                part.change([...people, { personId, state: 'absent', signedInAt: null }]);
              }}
            />
          </div>
          <Text size="xs" c="dimmed">
            {t('meetingPage.attendance.add')}
          </Text>
        </Group>
      ) : null}
    </Paper>
  );
}
