import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCalendarWeek } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { weekDays, weekOf } from '#shared/kernel/period.ts';
import { useHasPage } from '#renderer/hooks/use-has-page.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useMeetingOfWeek } from './meeting.queries.ts';
import { SignInButton, SignedInNote } from './self-sign-in.tsx';

/** 本周例会 on the desk: how far it is, the way to it, and signing in while it is held and the person is expected. */
export function MeetingDeskCard(): ReactNode {
  const { t, day } = useTexts();
  const { today, may } = useSession();
  const navigate = useNavigate();
  const hasPage = useHasPage();
  const week = weekOf(today);
  const { first, last } = weekDays(week);
  const meeting = useMeetingOfWeek(week, may('meeting.read')).data;
  if (!may('meeting.read')) return null;
  return (
    <Paper className="sheet">
      <Stack gap="sm" h="100%">
        <Group gap="xs">
          <IconCalendarWeek size={20} stroke={1.6} aria-hidden />
          <Title order={2}>{t('shell.home.meeting')}</Title>
          {meeting === undefined ? null : (
            <Badge color={meeting?.state === 'confirmed' ? 'green' : 'gray'} ml="auto">
              {t(`shell.home.meetingState.${meeting?.state ?? 'none'}`)}
            </Badge>
          )}
        </Group>
        <Text>
          {t('shell.home.meetingSentence', {
            week: Number(week.slice(6)),
            first: day(first),
            last: day(last),
          })}
        </Text>
        <Group gap="xs" mt="auto">
          {meeting?.own.awaited && may('meeting.attend') ? <SignInButton id={meeting.id} size="sm" /> : null}
          {hasPage('/meeting') ? (
            <Button variant="light" onClick={() => void navigate({ to: `/meeting/${week}` })}>
              {t('shell.home.meetingOpen')}
            </Button>
          ) : null}
          {meeting?.state === 'draft' && meeting.own.signedInAt !== null ? (
            <SignedInNote at={meeting.own.signedInAt} />
          ) : null}
        </Group>
      </Stack>
    </Paper>
  );
}
