import { Badge, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { PartException } from '#shared/features/repair/repair.contract.ts';
import { SignedReasonDialog } from '#renderer/features/signature/signed-reason-dialog.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useAllowPart } from './repair.queries.ts';
import classes from './repair-checks.module.css';

/** 非原厂配件 of an order: what waits for consent and for a manager, and what was allowed. */
export function PartExceptions(props: { readonly exceptions: readonly PartException[] }): ReactNode {
  const { exceptions } = props;
  const { t, day, choice, money } = useTexts();
  const { may } = useSession();
  const [allowing, setAllowing] = useState<PartException>();
  if (exceptions.length === 0) return null;
  return (
    <>
      <Text component="h3" size="sm" fw={600} mt="sm">
        {t('repairQuality.parts')}
      </Text>
      {exceptions.some(({ stops }) => stops) ? (
        <Text size="xs" c="dimmed">
          {t('repairQuality.partsHint')}
        </Text>
      ) : null}
      <ul className={classes.lines}>
        {exceptions.map((part) => (
          <li key={part.partId} className={classes.line}>
            <div className={classes.what}>
              <Text size="sm">
                {part.code === null ? '' : <span className="code">{part.code} </span>}
                {part.name} · {choice('repairPart', 'origin', part.origin)} · {money(part.amountFen)}
              </Text>
              <Text size="xs" c="dimmed">
                {part.voucher === null
                  ? t('repairQuality.noVoucher')
                  : t('repairQuality.voucher', { voucher: part.voucher })}
                {' · '}
                {part.consentBy === null || part.consentOn === null
                  ? t('repairQuality.noConsent')
                  : t('repairQuality.consent', { by: part.consentBy, on: day(part.consentOn) })}
              </Text>
              {part.allowedReason === null ? null : (
                <Text size="xs">
                  {t('repairQuality.allowed', {
                    by: part.allowedByName ?? '',
                    on: part.allowedOn === null ? '' : day(part.allowedOn),
                    reason: part.allowedReason,
                  })}
                </Text>
              )}
            </div>
            {part.stops ? (
              <Group gap="xs">
                <Badge color="orange" leftSection={<IconAlertTriangle size={12} aria-hidden />}>
                  {t('repairQuality.waits')}
                </Badge>
                {may('part.allow') ? (
                  <Button size="compact-sm" onClick={() => setAllowing(part)}>
                    {t('repairQuality.allow')}
                  </Button>
                ) : null}
              </Group>
            ) : (
              <Badge color="green" leftSection={<IconCircleCheck size={12} aria-hidden />}>
                {t('repairQuality.allowedState')}
              </Badge>
            )}
          </li>
        ))}
      </ul>
      {allowing ? <AllowPart part={allowing} onClose={() => setAllowing(undefined)} /> : null}
    </>
  );
}

function AllowPart(props: { readonly part: PartException; readonly onClose: () => void }): ReactNode {
  const { part, onClose } = props;
  const { t, choice } = useTexts();
  const allow = useAllowPart();
  return (
    <SignedReasonDialog
      title={t('repairQuality.allowTitle')}
      sentence={`${part.name} · ${choice('repairPart', 'origin', part.origin)}`}
      label={t('repairQuality.allowReason')}
      confirm={t('repairQuality.allow')}
      busy={allow.isPending}
      error={allow.error}
      onClose={onClose}
      onConfirm={(given) =>
        allow.mutate({ partId: part.partId, version: part.version, ...given }, { onSuccess: onClose })
      }
    />
  );
}
