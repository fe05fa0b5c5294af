import { Alert, Group, List, Text, Title } from '@mantine/core';
import { IconLock, IconShieldX, IconSignature } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { MeetingView } from '#shared/features/meeting/meeting.contract.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './minutes.module.css';

/** What confirmed minutes carry beside their content: when, who signed, the check, amendments. */
export function FrozenNote(props: { readonly view: MeetingView }): ReactNode {
  const { view } = props;
  const { t, instant } = useTexts();
  const isVoid = view.verdict.state === 'void';
  return (
    <>
      <Alert
        color={isVoid ? 'red' : 'green'}
        p="xs"
        icon={isVoid ? <IconShieldX size={18} /> : <IconLock size={18} />}
        role={isVoid ? 'alert' : undefined}
      >
        <Group gap="md">
          <Text size="xs">
            {t('meetingPage.frozen', { at: view.confirmedAt === null ? '' : instant(view.confirmedAt) })}
          </Text>
          {view.signatures
            .filter(({ amendment }) => amendment === null)
            .map((one) => (
              <Text size="xs" key={`${one.personId} ${one.meaning}`}>
                <IconSignature size={13} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
                {t(`meeting.meanings.${one.meaning}`)} {one.personName}
              </Text>
            ))}
          <Text size="xs" className="code">
            {t('meetingPage.hash', { hash: view.verdict.hash?.slice(0, 12) ?? '—' })}
            {view.auditCode === null ? '' : ` · ${t('meeting.labels.auditCode')} ${view.auditCode}`}
          </Text>
        </Group>
        {isVoid ? (
          <List size="xs" mt={4}>
            {view.verdict.problems.map((problem) => (
              <List.Item key={problem}>{t(`meetingPage.problems.${problem}`)}</List.Item>
            ))}
          </List>
        ) : null}
      </Alert>
      {view.amendments.length === 0 ? null : (
        <section className={classes.amendments} aria-label={t('meeting.captions.amendments')}>
          {view.amendments.map((one) => (
            <div key={one.number} className={classes.amendment}>
              <Title order={2} size="h4">
                {t('meetingPage.amending.one', { number: one.number })}
                <Text span size="xs" c="dimmed">
                  {` ${one.personName} ${instant(one.at)} · ${one.reason} · `}
                  <span className="code">{one.hash.slice(0, 12)}</span>
                </Text>
              </Title>
              <Text size="sm" className={classes.written}>
                {one.text}
              </Text>
            </div>
          ))}
        </section>
      )}
    </>
  );
}
