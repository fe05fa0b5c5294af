import { dayFromExcelSerial, type ExcelEpoch } from '#shared/kernel/day.ts';

const SECONDS = 86_400;
const remembered: Record<ExcelEpoch, Map<number, string>> = { '1900': new Map(), '1904': new Map() };

/**
 * The text of a date cell: `YYYY-MM-DD`, `YYYY-MM-DD HH:mm:ss` (rounded to the second), or `HH:mm:ss` below one day.
 * Undefined for what is no day in that system (29 February 1900, negative, after 9999); the number stays then.
 */
export function textOfSerial(serial: number, epoch: ExcelEpoch): string | undefined {
  const days = remembered[epoch];
  const known = days.get(serial);
  if (known !== undefined) return known;
  if (Number.isInteger(serial)) {
    const day = dayFromExcelSerial(serial, epoch);
    if (day !== undefined && days.size < 100_000) days.set(serial, day);
    return day;
  }
  if (!(serial > 0)) return undefined;
  const total = Math.round(serial * SECONDS);
  const whole = Math.floor(total / SECONDS);
  const time = timeText(total - whole * SECONDS);
  if (whole === 0) return time;
  const day = dayFromExcelSerial(whole, epoch);
  if (day === undefined) return undefined;
  return total === whole * SECONDS ? day : `${day} ${time}`;
}

function timeText(seconds: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

const QUOTED = /"[^"]*"|\\.|[_*].|\[(?![hms]+\])[^\]]*\]/gi;

/** Whether a number format shows a date or time. Built-in ids 27–36 and 50–58 are the dates of Chinese Excel. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) {
    return (
      (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
    );
  }
  const bare = (code.replace(QUOTED, '').split(';')[0] ?? '').replace(/general|e[+-]/gi, '');
  return /[ymdhse]/i.test(bare) && !/[#@0?]/.test(bare.replace(/s\.0+/gi, ''));
}
