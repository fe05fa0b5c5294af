import type { Drill, Figure } from '#shared/features/meeting/meeting.pack.ts';
import type { DeskClient } from '#renderer/transport/client.ts';

/** Every figure of a pack, wherever it stands. */
export function figuresOf(value: unknown, path = ''): [string, Figure][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('drill' in value && 'value' in value) return [[path, value as Figure]];
  return Object.entries(value).flatMap(([key, one]) => figuresOf(one, `${path}.${key}`));
}

type ListClient = Pick<DeskClient['order'], 'list'>;

/** What the list behind a drill adds up to. */
export async function listSum(client: DeskClient, { feature, filters, measure }: Drill): Promise<number> {
  const { list } = client[feature as 'order'] as ListClient; // drills name record features
  const { total, sums } = await list({ filters: [...filters], pageSize: 1 });
  return measure === 'rows' ? total : (sums[measure] ?? Number.NaN);
}
