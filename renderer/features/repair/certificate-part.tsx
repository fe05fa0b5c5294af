import { Alert, Badge, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCertificate, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CertificateLine, RepairChecks } from '#shared/features/repair/repair.contract.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { isGiven, noSecret, SecretFields, secretOf } from '#renderer/features/signature/secret-fields.tsx';
import { SignedReasonDialog } from '#renderer/features/signature/signed-reason-dialog.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useIssueCertificate, certificatePaper, useVoidCertificate } from './repair.queries.ts';
import classes from './repair-checks.module.css';

/** 竣工出厂合格证: issued once the levels passed; void numbers stay in sight. */
export function CertificatePart(props: { readonly id: number; readonly checks: RepairChecks }): ReactNode {
  const { id, checks } = props;
  const { t, day } = useTexts();
  const { may } = useSession();
  const [issuing, setIssuing] = useState(false);
  const [voiding, setVoiding] = useState<CertificateLine>();
  if (!checks.needsCertificate && checks.certificates.length === 0) return null;
  const due = checks.needsCertificate && checks.certificates.every(({ state }) => state === 'void');
  const ready = due && checks.leaveRefusal === 'repair-certificate-missing';
  return (
    <>
      <Text component="h3" size="sm" fw={600} mt="sm">
        {t('repairQuality.certificateHeading')}
      </Text>
      {due ? (
        <Group gap="sm" mt={4}>
          <Text size="xs" c="dimmed">
            {t('repairQuality.certificateDue')}
          </Text>
          {ready && may('certificate.issue') ? (
            <Button
              size="compact-sm"
              leftSection={<IconCertificate size={15} />}
              onClick={() => setIssuing(true)}
            >
              {t('repairQuality.issue')}
            </Button>
          ) : null}
        </Group>
      ) : null}
      <ul className={classes.lines}>
        {checks.certificates.map((one) => (
          <li key={one.id} className={classes.line}>
            <div className={classes.what}>
              <Group gap="xs">
                <Text size="sm" fw={600} className="figures">
                  {one.number}
                </Text>
                <Badge
                  color={one.state === 'issued' ? 'green' : 'gray'}
                  leftSection={
                    one.state === 'issued' ? (
                      <IconCertificate size={12} aria-hidden />
                    ) : (
                      <IconTrash size={12} aria-hidden />
                    )
                  }
                >
                  {t(`record.certificate.choices.state.${one.state}`)}
                </Badge>
              </Group>
              <Text size="xs" c="dimmed">
                {t('repairQuality.issuedBy', { by: one.issuedByName, on: day(one.issuedOn) })}
                {one.voidedOn === null
                  ? ''
                  : ` · ${t('repairQuality.voidedOn', { on: day(one.voidedOn), reason: one.voidReason ?? '' })}`}
              </Text>
              {one.verdict.state === 'void' ? (
                <Alert mt={4} p="xs" color="red" icon={<IconAlertTriangle size={16} />}>
                  {t('repairQuality.signatureVoid')}
                </Alert>
              ) : null}
            </div>
            <Group gap={6}>
              <PaperButton name={one.number} load={certificatePaper(one.id)} />
              {one.state === 'issued' && may('inspection.void') ? (
                <Button size="compact-sm" variant="default" onClick={() => setVoiding(one)}>
                  {t('repairQuality.voidCertificate')}
                </Button>
              ) : null}
            </Group>
          </li>
        ))}
      </ul>
      {issuing ? <IssueCertificate id={id} onClose={() => setIssuing(false)} /> : null}
      {voiding ? <VoidCertificate certificate={voiding} onClose={() => setVoiding(undefined)} /> : null}
    </>
  );
}

function IssueCertificate(props: { readonly id: number; readonly onClose: () => void }): ReactNode {
  const { id, onClose } = props;
  const { t } = useTexts();
  const [secret, setSecret] = useState(noSecret);
  const issue = useIssueCertificate();
  return (
    <FormDialog
      title={t('repairQuality.issueTitle')}
      confirm={t('repairQuality.sign')}
      ready={isGiven(secret)}
      busy={issue.isPending}
      error={issue.error}
      onClose={onClose}
      onSubmit={() => issue.mutate({ id, secret: secretOf(secret) }, { onSuccess: onClose })}
    >
      <Text size="sm">{t('repairQuality.issueHint')}</Text>
      <SecretFields secret={secret} onChange={setSecret} autoFocus />
    </FormDialog>
  );
}

function VoidCertificate(props: {
  readonly certificate: CertificateLine;
  readonly onClose: () => void;
}): ReactNode {
  const { certificate, onClose } = props;
  const { t } = useTexts();
  const cancel = useVoidCertificate();
  return (
    <SignedReasonDialog
      title={t('repairQuality.voidTitle', { number: certificate.number })}
      label={t('repairQuality.voidReason')}
      confirm={t('repairQuality.voidCertificate')}
      busy={cancel.isPending}
      error={cancel.error}
      onClose={onClose}
      onConfirm={(given) =>
        cancel.mutate({ certificateId: certificate.id, ...given }, { onSuccess: onClose })
      }
    />
  );
}
