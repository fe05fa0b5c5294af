import { useMemo } from 'react';
import type { Fields } from '#shared/kernel/field.ts';
import { useSession } from '#renderer/hooks/use-session.ts';

/** Fields whose values this person sees masked. */
export function useHiddenFields(fields: Fields): ReadonlySet<string> {
  const { may } = useSession();
  return useMemo(
    () =>
      new Set(
        Object.entries(fields)
          .filter(([, field]) => field.maskedWithout && !may(field.maskedWithout))
          .map(([name]) => name),
      ),
    [fields, may],
  );
}
