import { useEffect, useEffectEvent } from 'react';

const checkEveryMs = 2000;
/** How often activity is told to the core, which keeps its own clock of the session. */
const tellEveryMs = 60_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Locks the window after so many minutes without a hand on mouse or keyboard; sleep of the computer counts. */
export function useIdleLock(minutes: number, lock: () => void, tellActive: () => void): void {
  const onIdle = useEffectEvent(lock);
  const onActive = useEffectEvent(tellActive);
  useEffect(() => {
    let lastSign = Date.now();
    let lastTold = lastSign;
    const onSign = (): void => {
      const now = Date.now();
      // A hand that comes back after the limit finds the window locked.
      if (now - lastSign < minutes * 60_000) lastSign = now;
      if (now - lastTold >= tellEveryMs) {
        lastTold = now;
        onActive();
      }
    };
    const timer = setInterval(() => {
      if (Date.now() - lastSign >= minutes * 60_000) onIdle();
    }, checkEveryMs);
    for (const sign of signs) window.addEventListener(sign, onSign, { passive: true, capture: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, onSign, { capture: true });
    };
  }, [minutes]);
}
