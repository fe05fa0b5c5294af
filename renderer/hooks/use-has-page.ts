import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Does the program have a screen at this address? Links to features that are not there are left out. */
export function useHasPage(): (path: string) => boolean {
  const router = useRouter();
  return useCallback(
    (path) => {
      const parts = path.split('/').filter((part) => part !== '');
      return Object.keys(router.routesByPath).some((known) => {
        const pattern = known.split('/').filter((part) => part !== '');
        return (
          pattern.length === parts.length &&
          pattern.every((part, index) => part.startsWith('$') || part === parts[index])
        );
      });
    },
    [router],
  );
}
