import { Alert, Badge, Button, Group, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconRefresh,
  IconShieldCheck,
  IconX,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { InspectionView } from '#shared/features/inspection/inspection.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useReinspect } from './inspection.queries.ts';
import { VoidDialog } from './void.dialog.tsx';
import classes from './check.module.css';

const tones = {
  passed: ['green', IconCheck],
  failed: ['red', IconX],
  void: ['gray', IconBan],
} as const;

/** A signed check: what it came to, who signed, whether anything was changed since, and what may follow. */
export function SignedHead(props: { readonly view: InspectionView }): ReactNode {
  const { view } = props;
  const { t, instant } = useTexts();
  const { may } = useSession();
  const go = useGo();
  const reinspect = useReinspect();
  const [voiding, setVoiding] = useState(false);
  if (view.state === 'open') return null;
  const [colour, Shown] = tones[view.state];
  const isValid = view.verdict.state !== 'void';
  return (
    <Alert color={isValid ? colour : 'red'} icon={<Shown size={22} aria-hidden />} mb="sm" py="xs">
      <div className={classes.signedHead}>
        <div className={classes.signedWords}>
          <Group gap="xs">
            <Text fw={700}>{t(`inspection.sheet.${view.state}`)}</Text>
            {isValid ? (
              <Badge color="green" leftSection={<IconShieldCheck size={14} aria-hidden />}>
                {t('inspection.sheet.valid')}
              </Badge>
            ) : null}
          </Group>
          {view.voidReason ? (
            <Text>
              {t('common.named', { name: t('inspection.sheet.voidReason'), value: view.voidReason })}
            </Text>
          ) : null}
          <ul className={classes.signatures}>
            {view.signatures.map(({ personId, personName, meaning, signedAt }) => (
              <li key={`${personId}-${meaning}-${signedAt}`}>
                {t(`inspection.sheet.meanings.${meaning}`)} ·{' '}
                {t('inspection.sheet.signedBy', { name: personName })} · {instant(signedAt)}
              </li>
            ))}
            {view.auditCode ? (
              <li className="code">{t('inspection.sheet.auditCode', { code: view.auditCode })}</li>
            ) : null}
          </ul>
          {isValid ? null : (
            <Text fw={600} c="var(--mantine-color-error)" role="alert">
              <IconAlertTriangle size={16} aria-hidden />{' '}
              {t('common.named', {
                name: t('inspection.sheet.invalid'),
                value: view.verdict.problems
                  .map((problem) => t(`inspection.sheet.problems.${problem}`))
                  .join(t('common.listed')),
              })}
            </Text>
          )}
          <ErrorNote error={reinspect.error} />
        </div>
        <Group gap="xs" className="not-printed">
          {view.state === 'failed' && may('inspection.write') ? (
            <Button
              size="lg"
              leftSection={<IconRefresh size={20} aria-hidden />}
              loading={reinspect.isPending}
              onClick={() =>
                reinspect.mutate({ id: view.id }, { onSuccess: ({ id }) => go(`/inspection/${id}`) })
              }
            >
              {t('inspection.sheet.reinspect')}
            </Button>
          ) : null}
          {view.state !== 'void' && may('inspection.void') ? (
            <Button
              size="lg"
              variant="default"
              color="red"
              leftSection={<IconBan size={20} aria-hidden />}
              onClick={() => setVoiding(true)}
            >
              {t('inspection.sheet.voidIt')}
            </Button>
          ) : null}
        </Group>
      </div>
      {voiding ? <VoidDialog id={view.id} number={view.number} onClose={() => setVoiding(false)} /> : null}
    </Alert>
  );
}
