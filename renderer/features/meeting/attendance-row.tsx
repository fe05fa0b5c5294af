import { ActionIcon, Button, Table, Tooltip } from '@mantine/core';
import { IconSignature, IconX } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { attendanceStates, type AttendanceState } from '#shared/features/meeting/meeting.contract.ts';
import type { AttendanceLine } from '#shared/features/meeting/meeting.rules.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { attendanceIcons } from './attendance-looks.ts';
import classes from './attendance.module.css';
import figures from './figures.module.css';

/** What the recorder can do with a line; absent for those who only look. */
export type RowActs = {
  readonly note: (state: AttendanceState) => void;
  /** The person signs on this screen; undefined for somebody without an account, or who has signed. */
  readonly signIn: (() => void) | undefined;
  readonly remove: () => void;
};

/** One person of the attendance list: state, sign-in, by key or pointer. */
export function AttendanceRow(props: {
  readonly line: AttendanceLine;
  readonly name: string;
  /** Department and post. */
  readonly post: string;
  readonly acts: RowActs | undefined;
  readonly active: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}): ReactNode {
  const { line, name, post, acts, active, onFocus, onKeyDown } = props;
  return (
    <Table.Tr
      className={classes.person}
      tabIndex={acts ? (active ? 0 : -1) : undefined}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <Table.Th scope="row" className={figures.rowHead}>
        {name}
      </Table.Th>
      <Table.Td>{post}</Table.Td>
      <Table.Td>
        {acts ? (
          <States name={name} state={line.state} onNote={acts.note} />
        ) : (
          <StateWord state={line.state} />
        )}
      </Table.Td>
      <Table.Td>
        <SignedIn line={line} name={name} signIn={acts?.signIn} />
      </Table.Td>
      {acts ? <RemoveCell name={name} onRemove={acts.remove} /> : null}
    </Table.Tr>
  );
}

function StateWord(props: { readonly state: AttendanceState }): ReactNode {
  const { state } = props;
  const { t } = useTexts();
  const Shown = attendanceIcons[state];
  return (
    <span className={classes.count} data-state={state}>
      <Shown size={15} aria-hidden /> {t(`meeting.attendance.${state}`)}
    </span>
  );
}

function States(props: {
  readonly name: string;
  readonly state: AttendanceState;
  readonly onNote: (state: AttendanceState) => void;
}): ReactNode {
  const { name, state, onNote } = props;
  const { t } = useTexts();
  return (
    <div
      role="radiogroup"
      aria-label={t('meetingPage.attendance.stateOf', { name })}
      className={classes.states}
    >
      {attendanceStates.map((one, at) => {
        const Shown = attendanceIcons[one];
        const on = state === one;
        return (
          <button
            key={one}
            type="button"
            role="radio"
            aria-checked={on}
            tabIndex={-1}
            className={classes.state}
            data-state={one}
            data-on={on || undefined}
            onClick={() => onNote(one)}
          >
            <Shown size={13} aria-hidden /> {t(`meeting.attendance.${one}`)}
            <kbd>{at + 1}</kbd>
          </button>
        );
      })}
    </div>
  );
}

/** When the person came, and whether they signed themselves; else the way to sign on this screen. */
function SignedIn(props: {
  readonly line: AttendanceLine;
  readonly name: string;
  readonly signIn: (() => void) | undefined;
}): ReactNode {
  const { line, name, signIn } = props;
  const { t, time } = useTexts();
  const { signedInAt, signedWith } = line;
  return (
    <span className={classes.signed}>
      {signedInAt === null ? null : <span className="figures">{time(signedInAt)}</span>}
      {signedWith ? (
        <span className={classes.ownHand}>
          <IconSignature size={14} aria-hidden /> {t(`meetingPage.attendance.ways.${signedWith}`)}
        </span>
      ) : signIn ? (
        <Button
          size="compact-xs"
          variant="subtle"
          tabIndex={-1}
          leftSection={<IconSignature size={14} />}
          aria-label={t('meetingPage.attendance.signInOf', { name })}
          onClick={signIn}
        >
          {t('meetingPage.attendance.signIn')}
        </Button>
      ) : null}
    </span>
  );
}

function RemoveCell(props: { readonly name: string; readonly onRemove: () => void }): ReactNode {
  const { name, onRemove } = props;
  const { t } = useTexts();
  const label = t('meetingPage.attendance.remove', { name });
  return (
    <Table.Td>
      <Tooltip label={label}>
        <ActionIcon size="sm" color="gray" tabIndex={-1} aria-label={label} onClick={onRemove}>
          <IconX size={14} />
        </ActionIcon>
      </Tooltip>
    </Table.Td>
  );
}
