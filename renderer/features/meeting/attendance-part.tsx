import { Button, Group, Paper, Table, Text } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { attendanceStates, type AttendanceState } from '#shared/features/meeting/meeting.contract.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { attendanceIcons } from './attendance-looks.ts';
import { AttendanceRow, type RowActs } from './attendance-row.tsx';
import { PartNote } from '#renderer/components/draft/part-note.tsx';
import { SignInDialog } from './sign-in.dialog.tsx';
import type { Surface } from './surface.ts';
import { useAttendance, type AttendanceEditing } from './use-attendance.ts';
import classes from './attendance.module.css';
import figures from './figures.module.css';

/** What would take a person's own sign-in away: asked first. */
type Asking = { readonly name: string; readonly act: () => void };

/** 签到: one key per person; coming after the planned start is late; people sign themselves, here or on their own computer. */
export function AttendancePart(props: { readonly surface: Surface }): ReactNode {
  const { surface } = props;
  const { view, editable } = surface;
  const { content } = view;
  const { t } = useTexts();
  const [active, setActive] = useState(0);
  const [added, setAdded] = useState<ReadonlyMap<number, string>>(new Map());
  const [asking, setAsking] = useState<Asking>();
  const [signing, setSigning] = useState<{ readonly personId: number; readonly index: number }>();
  const rows = useRef<HTMLTableSectionElement>(null);
  const attendance = useAttendance(surface);
  const { part, people } = attendance;
  const known = new Map(content.attendance.map((line) => [line.personId, line]));
  const nameOf = (id: number): string => known.get(id)?.name || (added.get(id) ?? '');

  const go = (to: number): void => {
    const index = Math.max(0, Math.min(people.length - 1, to));
    setActive(index);
    rows.current?.rows[index]?.focus();
  };
  const actsOf = (index: number): RowActs | undefined => {
    const line = people[index];
    if (!editable || !line) return undefined;
    const { personId } = line;
    const careful = (act: () => void): void =>
      line.signedWith ? setAsking({ name: nameOf(personId), act }) : act();
    return {
      note(state) {
        setActive(index);
        const act = (): void => attendance.note(personId, state);
        if (state === 'absent' || state === 'excused') careful(act);
        else act();
      },
      signIn:
        line.signedWith === null && view.signers.includes(personId)
          ? () => setSigning({ personId, index })
          : undefined,
      remove: () => careful(() => attendance.remove(personId)),
    };
  };
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const acts = actsOf(index);
    const state = attendanceStates[Number(event.key) - 1];
    if (state && acts) {
      acts.note(state);
      go(index + 1);
    } else if (event.key === 'Enter' && acts?.signIn) acts.signIn();
    else if (event.key === 'Delete' && acts) acts.remove();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      go(index + (event.key === 'ArrowDown' ? 1 : -1));
    else return;
    event.preventDefault();
  };

  return (
    <Paper className="sheet" p="sm">
      <Counts people={people} attendance={editable ? attendance : undefined} />
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
            return (
              <AttendanceRow
                key={line.personId}
                line={line}
                name={nameOf(line.personId)}
                post={[person?.departmentName, person?.post].filter(Boolean).join(' · ')}
                acts={actsOf(index)}
                active={index === active}
                onFocus={() => setActive(index)}
                onKeyDown={(event) => onKeyDown(event, index)}
              />
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
                if (personId === null) return;
                setAdded((now) => new Map(now).set(personId, name ?? ''));
                attendance.add(personId);
              }}
            />
          </div>
          <Text size="xs" c="dimmed">
            {t('meetingPage.attendance.add')}
          </Text>
        </Group>
      ) : null}
      {signing ? (
        <SignInDialog
          meetingId={view.id}
          personId={signing.personId}
          name={nameOf(signing.personId)}
          onClose={(signed) => {
            setSigning(undefined);
            go(signed ? signing.index + 1 : signing.index);
          }}
        />
      ) : null}
      <ConfirmDialog
        opened={asking !== undefined}
        danger
        title={t('meetingPage.attendance.dropTitle', { name: asking?.name ?? '' })}
        confirm={t('meetingPage.attendance.drop')}
        onConfirm={() => {
          asking?.act();
          setAsking(undefined);
        }}
        onClose={() => setAsking(undefined)}
      >
        {t('meetingPage.attendance.dropQuestion', { name: asking?.name ?? '' })}
      </ConfirmDialog>
    </Paper>
  );
}

/** How many are here, and the keys; for the recorder one button for all. */
function Counts(props: {
  readonly people: AttendanceEditing['people'];
  readonly attendance: AttendanceEditing | undefined;
}): ReactNode {
  const { people, attendance } = props;
  const { t } = useTexts();
  const count = (state: AttendanceState): number => people.filter((line) => line.state === state).length;
  return (
    <Group justify="space-between" gap="xs" mb="xs">
      <Group gap="md">
        {attendanceStates.map((state) => {
          const Shown = attendanceIcons[state];
          return (
            <span key={state} className={classes.count} data-state={state}>
              <Shown size={15} aria-hidden /> {t(`meeting.attendance.${state}`)}{' '}
              <strong className="figures">{count(state)}</strong>
            </span>
          );
        })}
      </Group>
      {attendance ? (
        <Group gap="sm">
          <Text size="xs" c="dimmed">
            {t('meetingPage.attendance.hint')}
          </Text>
          <Button
            variant="default"
            leftSection={<IconCheck size={15} />}
            onClick={attendance.everybodyPresent}
          >
            {t('meetingPage.attendance.all')}
          </Button>
        </Group>
      ) : null}
    </Group>
  );
}
