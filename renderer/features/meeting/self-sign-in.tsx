import { Button } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { MeetingView } from '#shared/features/meeting/meeting.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useSignIn } from './meeting.queries.ts';
import classes from './attendance.module.css';

/** 本人签到 in the own session: one button while the draft's day is here, then the time. */
export function SelfSignIn(props: { readonly view: MeetingView }): ReactNode {
  const { view } = props;
  const { t, time } = useTexts();
  const { me, may, today } = useSession();
  const signIn = useSignIn();
  const { heldOn, attendance } = view.content;
  const own = attendance.find(({ personId }) => personId === me.personId);
  if (own?.signedWith && own.signedInAt)
    return (
      <span className={classes.ownHand}>
        <IconSignature size={15} aria-hidden />
        {t('meetingPage.attendance.mine', { time: time(own.signedInAt) })}
      </span>
    );
  if (view.state !== 'draft' || !may('meeting.attend') || (heldOn !== null && heldOn > today)) return null;
  return (
    <>
      <Button
        size="compact-xs"
        variant="light"
        leftSection={<IconSignature size={14} />}
        loading={signIn.isPending}
        onClick={() => signIn.mutate({ id: view.id })}
      >
        {t('meetingPage.attendance.signInMyself')}
      </Button>
      <ErrorNote error={signIn.error} />
    </>
  );
}
