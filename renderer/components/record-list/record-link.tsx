import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSession } from '#renderer/hooks/use-session.ts';
import { recordAddress } from './list-address.ts';
import { useLink } from './use-go.ts';

/** A record's name as a link, for those who may read it; the bare name for the others and where there is no record. */
export function RecordLink(props: {
  readonly feature: 'customer' | 'vehicle' | 'repair' | 'order' | 'stock';
  readonly id: number | null;
  readonly name: string | null;
}): ReactNode {
  const { feature, id, name } = props;
  const { may } = useSession();
  const link = useLink();
  if (id === null || !may(`${feature}.read`)) return name;
  return (
    <Anchor inherit {...link(recordAddress(feature, id))}>
      {name ?? `#${id}`}
    </Anchor>
  );
}
