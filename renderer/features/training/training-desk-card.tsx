import { Paper, Title } from '@mantine/core';
import { IconAlertTriangle, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { DeskLine, DeskLines } from '#renderer/components/desk-lines.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useExamsWaiting } from '#renderer/features/exam/exam.queries.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useEndingCertificates } from './training.queries.ts';

const shownCertificates = 5;

/** 培训与考试 on the desk: exams to take, sheets to mark, certificates that end. Nothing while nothing waits. */
export function TrainingDeskCard(): ReactNode {
  const { t, day } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const { data: exams } = useExamsWaiting(may('exam.take'));
  const { data: certificates = [] } = useEndingCertificates();
  const { take = [], mark = [] } = exams ?? {};
  if (take.length + mark.length + certificates.length === 0) return null;
  return (
    <Paper className="sheet">
      <Title order={2} mb="xs">
        {t('training.deskTitle')}
      </Title>
      <DeskLines>
        {take.map(({ examId, name, heldOn }) => (
          <DeskLine
            key={`take ${examId}`}
            link={link(`/exam/mine/${examId}`)}
            what={name}
            detail={t('training.deskTake', { day: day(heldOn) })}
            end={<IconChevronRight size={16} aria-hidden />}
          />
        ))}
        {mark.map(({ examId, name, count }) => (
          <DeskLine
            key={`mark ${examId}`}
            link={link(recordAddress('exam', examId))}
            what={name}
            detail={t('training.deskMark', { count })}
            end={<IconChevronRight size={16} aria-hidden />}
          />
        ))}
        {certificates.slice(0, shownCertificates).map(({ id, name, personName, expiresOn, state }) => (
          <DeskLine
            key={`certificate ${id}`}
            link={link(recordAddress('trainingCertificate', id))}
            what={name}
            detail={personName}
            end={
              state === 'over' ? (
                <>
                  <IconAlertTriangle size={14} aria-hidden /> {t('training.deskOver')}
                </>
              ) : (
                t('training.deskSoon', { day: expiresOn === null ? '' : day(expiresOn) })
              )
            }
            tone={state === 'over' ? 'late' : undefined}
          />
        ))}
      </DeskLines>
    </Paper>
  );
}
