import { useEffect } from 'react';

/** Wakes a queue whenever the connection or the person comes back. */
export function useWaking(queue: { wake(): void }): void {
  useEffect(() => {
    const wake = (): void => queue.wake();
    window.addEventListener('online', wake);
    window.addEventListener('focus', wake);
    return () => {
      window.removeEventListener('online', wake);
      window.removeEventListener('focus', wake);
    };
  }, [queue]);
}
