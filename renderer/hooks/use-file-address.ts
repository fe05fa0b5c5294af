import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { DeskFile } from '#shared/features/job/job.contract.ts';

/** Where a picture is to be had; neither while it is on its way. */
export type FileAddress = { readonly address: string | undefined; readonly error: unknown };

/** Address inside this window of a picture that never changes; given back when nothing shows it any more. */
export function useFileAddress(
  key: readonly (string | number)[],
  load: (signal: AbortSignal) => Promise<DeskFile>,
): FileAddress {
  const picture = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const file = await load(signal);
      return new Blob([await file.arrayBuffer()], { type: 'image/jpeg' });
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  const address = useMemo(() => picture.data && URL.createObjectURL(picture.data), [picture.data]);
  useEffect(
    () => () => {
      if (address !== undefined) URL.revokeObjectURL(address);
    },
    [address],
  );
  return { address, error: picture.error };
}
