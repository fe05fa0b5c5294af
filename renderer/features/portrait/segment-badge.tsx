import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Risk, Segment } from '#shared/features/portrait/portrait.content.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

const colours = { A: 'green', B: 'blue', C: 'gray', D: 'gray' } as const;

export function SegmentBadge({ segment }: { readonly segment: Segment }): ReactNode {
  const { t } = useTexts();
  return (
    <Badge color={colours[segment]} miw="max-content">
      {t(`portrait.segments.${segment}`)}
    </Badge>
  );
}

const looks = {
  low: { colour: 'green', Shown: IconCircleCheck },
  middle: { colour: 'orange', Shown: IconAlertCircle },
  high: { colour: 'red', Shown: IconAlertTriangle },
} as const;

/** The risk with its word and sign; `whole`: as a sentence of its own. */
export function RiskBadge({
  risk,
  whole = false,
}: {
  readonly risk: Risk;
  readonly whole?: boolean;
}): ReactNode {
  const { t } = useTexts();
  const { colour, Shown } = looks[risk];
  const word = t(`portrait.risks.${risk}`);
  return (
    <Badge color={colour} miw="max-content" leftSection={<Shown size={12} aria-hidden />}>
      {whole ? t('portrait.riskOf', { risk: word }) : word}
    </Badge>
  );
}
