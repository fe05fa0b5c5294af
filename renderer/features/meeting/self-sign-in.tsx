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
  const { me, may, today } = useSession();
  const { heldOn, attendance } = view.content;
  const own = attendance.find(({ personId }) => personId === me.personId);
  if (own?.signedWith && own.signedInAt) return <SignedInNote at={own.signedInAt} />;
  if (view.state !== 'draft' || !may('meeting.attend') || (heldOn !== null && heldOn > today)) return null;
  return <SignInButton id={view.id} size="compact-xs" />;
}

/** 我来签到, with what stands against it. */
export function SignInButton(props: { readonly id: number; readonly size: 'compact-xs' | 'sm' }): ReactNode {
  const { id, size } = props;
  const { t } = useTexts();
  const signIn = useSignIn();
  return (
    <>
      <Button
        size={size}
        variant={size === 'sm' ? 'filled' : 'light'}
        leftSection={<IconSignature size={size === 'sm' ? 16 : 14} />}
        loading={signIn.isPending}
        onClick={() => signIn.mutate({ id })}
      >
        {t('meetingPage.attendance.signInMyself')}
      </Button>
      <ErrorNote error={signIn.error} />
    </>
  );
}

/** 你已签到, with the time. `at`: UTC instant. */
export function SignedInNote(props: { readonly at: string }): ReactNode {
  const { t, time } = useTexts();
  return (
    <span className={classes.ownHand}>
      <IconSignature size={15} aria-hidden />
      {t('meetingPage.attendance.mine', { time: time(props.at) })}
    </span>
  );
}
