import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClockExclamation,
  IconHourglass,
  IconPlayerPause,
  type Icon,
} from '@tabler/icons-react';
import type { ComplaintClock } from '#shared/features/complaint/complaint-clock.rules.ts';
import type { ScreenTexts } from '#renderer/hooks/use-texts.ts';

/** How a clock is told by colour, icon and word. */
export type TimeLeft = {
  readonly tone: 'late' | 'today' | 'near' | 'calm' | 'standing' | 'none';
  readonly icon: Icon;
  readonly words: string;
};

/** Working days from which on a clock is told to be near its end. */
const near = 1;

const toneOf = (clock: ComplaintClock | null | undefined): TimeLeft['tone'] => {
  if (!clock) return 'none';
  if (clock.isLate) return 'late';
  if (clock.isPaused) return 'standing';
  if (clock.daysLeft <= 0) return 'today';
  return clock.daysLeft <= near ? 'near' : 'calm';
};

const icons: Readonly<Record<TimeLeft['tone'], Icon>> = {
  late: IconAlertTriangle,
  today: IconClockExclamation,
  near: IconClockExclamation,
  calm: IconHourglass,
  standing: IconPlayerPause,
  none: IconCircleCheck,
};

/** A clock in whole words, for the page of a complaint. */
export function timeLeft(clock: ComplaintClock | null | undefined, { t }: ScreenTexts): TimeLeft {
  const tone = toneOf(clock);
  const count = Math.abs(clock?.daysLeft ?? 0);
  const words = {
    late: () => t('complaint.clock.late', { count }),
    today: () => t('complaint.clock.today'),
    near: () => t('complaint.clock.left', { count }),
    calm: () => t('complaint.clock.left', { count }),
    standing: () => (count === 0 ? t('complaint.clock.pausedToday') : t('complaint.clock.paused', { count })),
    none: () => t('complaint.clock.none'),
  }[tone]();
  return { tone, icon: icons[tone], words };
}

/** The same in as few signs as a wall has room for. */
export function shortTimeLeft(clock: ComplaintClock | null, { t }: ScreenTexts): TimeLeft {
  const tone = toneOf(clock);
  const count = Math.abs(clock?.daysLeft ?? 0);
  const words = {
    late: () => t('complaint.wallPage.lateDays', { count }),
    today: () => t('complaint.wallPage.today'),
    near: () => t('complaint.wallPage.days', { count }),
    calm: () => t('complaint.wallPage.days', { count }),
    standing: () => t('complaint.wallPage.standing'),
    none: () => t('complaint.wallPage.noClock'),
  }[tone]();
  return { tone, icon: icons[tone], words };
}
