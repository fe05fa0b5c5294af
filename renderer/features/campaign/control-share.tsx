import type { ReactNode } from 'react';
import { largestControlBp } from '#shared/features/campaign/campaign.rules.ts';
import { NumberField } from '#renderer/components/fields/typed-field.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** In basis points. */
export const usualControlBp = 1000;

/** 对照组比例 typed as a percentage, kept in basis points; an empty field is no control group. */
export function ControlShare(props: {
  readonly value: number | null;
  readonly onChange: (controlBp: number | null) => void;
  readonly error?: string | undefined;
  readonly description?: string;
  readonly w?: number;
}): ReactNode {
  const { t } = useTexts();
  return (
    <NumberField {...props} label={t('campaign.make.control')} scale={2} limits={[0, largestControlBp]} />
  );
}
