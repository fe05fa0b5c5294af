import { Badge } from '@mantine/core';
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDot,
  IconMessageCheck,
  IconPhoneCheck,
  IconPointFilled,
  IconProgress,
  IconUserUp,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ComplaintState, Severity } from '#shared/features/complaint/complaint.fields.ts';
import type { Escalation } from '#shared/features/complaint/complaint.rules.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

type Look = { readonly icon: Icon; readonly color: string };

const states: Readonly<Record<ComplaintState, Look>> = {
  open: { icon: IconCircleDot, color: 'orange' },
  inHand: { icon: IconProgress, color: 'blue' },
  answered: { icon: IconMessageCheck, color: 'desk' },
  calledBack: { icon: IconPhoneCheck, color: 'desk' },
  closed: { icon: IconCircleCheck, color: 'green' },
};
const severities: Readonly<Record<Severity, Look>> = {
  normal: { icon: IconPointFilled, color: 'gray' },
  serious: { icon: IconAlertTriangle, color: 'orange' },
  major: { icon: IconAlertOctagon, color: 'red' },
};

/** 状态 with icon and word. */
export function StateBadge({ state }: { readonly state: ComplaintState }): ReactNode {
  const { choice } = useTexts();
  const { icon: Shown, color } = states[state];
  return (
    <Badge color={color} leftSection={<Shown size={12} aria-hidden />}>
      {choice('complaint', 'state', state)}
    </Badge>
  );
}

/** 严重程度 with icon and word. */
export function SeverityBadge({ severity }: { readonly severity: Severity }): ReactNode {
  const { choice } = useTexts();
  const { icon: Shown, color } = severities[severity];
  return (
    <Badge color={color} leftSection={<Shown size={12} aria-hidden />}>
      {choice('complaint', 'severity', severity)}
    </Badge>
  );
}

/** 升级 to manager or owner, and why; nothing when it was brought to nobody. */
export function EscalationBadge({ escalation }: { readonly escalation: Escalation }): ReactNode {
  const { t } = useTexts();
  const { level, reasons } = escalation;
  if (level === 'none') return null;
  return (
    <Badge color={level === 'owner' ? 'red' : 'orange'} leftSection={<IconUserUp size={12} aria-hidden />}>
      {t('complaint.escalation.because', {
        level: t(`complaint.escalation.${level}`),
        reasons: reasons
          .map((reason) => t(`complaint.escalation.reasons.${reason}`))
          .join(t('common.listed')),
      })}
    </Badge>
  );
}
