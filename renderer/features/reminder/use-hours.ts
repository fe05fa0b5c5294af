import { useTexts } from '#renderer/hooks/use-texts.ts';

/** Texts, and an hour of the day as `09:00`. */
export function useHours() {
  const texts = useTexts();
  return { ...texts, time: (hour: number): string => `${String(hour).padStart(2, '0')}:00` };
}
