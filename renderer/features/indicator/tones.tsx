import {
  IconAlertTriangle,
  IconCircleCheck,
  IconProgress,
  IconTrendingUp,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { RateTone } from '#shared/features/meeting/meeting.rates.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './indicator.module.css';

/** Signs of the tones: a shape and a word beside each colour. */
export const toneIcons: Readonly<Record<RateTone, Icon>> = {
  met: IconCircleCheck,
  onTrack: IconTrendingUp,
  near: IconProgress,
  behind: IconAlertTriangle,
};

export function ToneMark({ tone }: { readonly tone: RateTone }): ReactNode {
  const { t } = useTexts();
  const Shown = toneIcons[tone];
  return (
    <span className={classes.mark} data-tone={tone}>
      <Shown size={13} aria-hidden /> {t(`indicator.tones.${tone}`)}
    </span>
  );
}
