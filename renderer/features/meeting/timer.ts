import { useEffect, useState } from 'react';
import { z } from 'zod';
import { followRun, placeOfRun } from './agenda-run.ts';

/** The agenda item that is being spoken of: kept on this computer, so that a reload does not stop the clock. */
const kept = z.strictObject({ place: z.number(), titles: z.array(z.string()).readonly(), since: z.number() });
export type Running = z.infer<typeof kept>;

const keyOf = (meetingId: number): string => `desk-timer.${meetingId}`;

export function readRunning(meetingId: number): Running | null {
  try {
    const parsed = kept.safeParse(JSON.parse(localStorage.getItem(keyOf(meetingId)) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function writeRunning(meetingId: number, running: Running | null): void {
  try {
    if (running) localStorage.setItem(keyOf(meetingId), JSON.stringify(running));
    else localStorage.removeItem(keyOf(meetingId));
  } catch {
    // Without storage the clock lives in this window only.
  }
}

/**
 * The running item and the seconds since it began, told every second. It follows its item through the agenda, whoever
 * renames or moves it.
 */
export function useTimer(
  meetingId: number,
  titles: readonly string[],
): {
  readonly running: Running | null;
  /** Where the running item stands; undefined: none runs, or it was removed. */
  readonly place: number | undefined;
  readonly seconds: number;
  readonly start: (place: number) => void;
  /** Gives the seconds that had passed. */
  readonly stop: () => number;
} {
  const [begun, setBegun] = useState<Running | null>(() => readRunning(meetingId));
  const running = begun && followRun(begun, titles);
  if (running !== begun) setBegun(running);
  useEffect(() => writeRunning(meetingId, begun), [meetingId, begun]);
  const [now, setNow] = useState(() => Date.now());
  const ticking = running !== null;
  useEffect(() => {
    if (!ticking) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [ticking]);
  const secondsOf = (one: Running): number => Math.max(0, Math.floor((Date.now() - one.since) / 1000));
  return {
    running,
    place: running ? placeOfRun(running, titles) : undefined,
    seconds: running ? Math.max(0, Math.floor((now - running.since) / 1000)) : 0,
    start(place) {
      const started = { place, titles: [...titles], since: Date.now() };
      setNow(started.since);
      setBegun(started);
    },
    stop() {
      const passed = running ? secondsOf(running) : 0;
      setBegun(null);
      return passed;
    },
  };
}
