import {
  IconCheck,
  IconClockExclamation,
  IconUserOff,
  IconUserQuestion,
  type Icon,
} from '@tabler/icons-react';
import type { AttendanceState } from '#shared/features/meeting/meeting.contract.ts';

export const attendanceIcons: Readonly<Record<AttendanceState, Icon>> = {
  present: IconCheck,
  late: IconClockExclamation,
  absent: IconUserOff,
  excused: IconUserQuestion,
};
