import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ExamSitting } from '#shared/features/exam/exam.contract.ts';
import { addMonths } from '#shared/kernel/day.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useIssueCertificate } from '#renderer/features/training/training.queries.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** Months for which a certificate is good unless somebody says otherwise. */
const usualMonths = 24;

/** 发证 for an exam that somebody passed. */
export function IssueDialog(props: {
  readonly sitting: ExamSitting;
  readonly examName: string;
  readonly onClose: () => void;
}): ReactNode {
  const { sitting, examName, onClose } = props;
  const { t, field } = useTexts();
  const { today } = useSession();
  const issue = useIssueCertificate();
  const [name, setName] = useState(examName);
  const [expiresOn, setExpiresOn] = useState<string | null>(() => addMonths(today, usualMonths));
  return (
    <FormDialog
      title={t('training.issueTitle', { name: sitting.personName })}
      confirm={t('training.issue')}
      busy={issue.isPending}
      ready={name.trim() !== ''}
      error={issue.error}
      onClose={onClose}
      onSubmit={() => issue.mutate({ sittingId: sitting.id, name, expiresOn }, { onSuccess: onClose })}
    >
      <TextInput
        data-autofocus
        required
        maxLength={100}
        label={t('training.certificateName')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <DayInput label={field('trainingCertificate', 'expiresOn')} value={expiresOn} onChange={setExpiresOn} />
    </FormDialog>
  );
}
