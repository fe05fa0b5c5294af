import type { ProcedureUtils } from '@orpc/tanstack-query';
import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { HistoryLine, listInput, OneRecord, Page, RecordHead } from '#shared/rpc/record.contract.ts';
import type { z } from 'zod';
import { calls, desk } from '#renderer/transport/desk.ts';
import type { RecordFeature } from './record-feature.ts';

/** The common calls of any record feature, with values as they come; the field table tells what they are. */

export type RowValue = string | number | boolean | null;
export type Row = RecordHead & Readonly<Record<string, RowValue>>;
export type ListQuestion = z.input<typeof listInput>;
export type Neighbours = { previous: number | null; next: number | null; position: number; total: number };
export type Choosable = { readonly id: number; readonly label: string; readonly detail: string };

// oRPC asks for the type of a context; ours has none.
// eslint-disable-next-line typescript/no-generated-empty-object-type
type Utils<In, Out> = ProcedureUtils<Record<never, never>, In, Out, Error>;
type LooseUtils = {
  readonly list: Utils<ListQuestion, Page<Row>>;
  readonly get: Utils<{ id: number }, OneRecord<Row>>;
  readonly neighbours: Utils<{ id: number; list: ListQuestion }, Neighbours>;
  readonly history: Utils<{ id: number }, readonly HistoryLine[]>;
  readonly choose: Utils<{ search: string; limit?: number }, readonly Choosable[]>;
};

type Values = Readonly<Record<string, RowValue>>;
type LooseClient = {
  list(input: ListQuestion): Promise<Page<Row>>;
  get(input: { id: number }): Promise<OneRecord<Row>>;
  create(input: { values: Values }): Promise<{ id: number }>;
  update(input: { id: number; version: number; values: Values }): Promise<{ id: number; version: number }>;
  remove(input: { ids: number[]; confirmed?: number }): Promise<{ removed: number }>;
  restore(input: { ids: number[] }): Promise<{ restored: number }>;
  history(input: { id: number }): Promise<readonly HistoryLine[]>;
};

// The calls of every record feature have one shape; only the types of their values differ (shared/rpc/record.contract.ts).
const utilsOf = (feature: RecordFeature): LooseUtils => calls[feature] as unknown as LooseUtils;
// Verbs that a feature does not have are not offered (mayUse).
export const clientOf = (feature: RecordFeature): LooseClient => desk[feature] as unknown as LooseClient;

/** A page of a list; the page before stays while the next one comes, and the following one is fetched ahead. */
export function useRecordPage(
  feature: RecordFeature,
  input: ListQuestion,
  enabled = true,
): UseQueryResult<Page<Row>> {
  const client = useQueryClient();
  const { list } = utilsOf(feature);
  const page = input.page ?? 1;
  const result = useQuery({
    ...list.queryOptions({ input: { ...input, page } }),
    placeholderData: keepPreviousData,
    enabled,
  });
  const pages = Math.ceil((result.data?.total ?? 0) / (input.pageSize ?? 50));
  const settled = result.data !== undefined && !result.isPlaceholderData;
  // As text, since its content decides and not its identity.
  const next = settled && page < pages ? JSON.stringify({ ...input, page: page + 1 }) : null;
  useEffect(() => {
    if (next === null) return;
    const ahead = JSON.parse(next) as ListQuestion; // written in the line above
    void client.prefetchQuery({ ...utilsOf(feature).list.queryOptions({ input: ahead }), staleTime: 30_000 });
  }, [client, feature, next]);
  return result;
}

export const useRecord = (feature: RecordFeature, id: number | undefined): UseQueryResult<OneRecord<Row>> =>
  useQuery({
    ...utilsOf(feature).get.queryOptions({ input: { id: id ?? 0 } }),
    enabled: id !== undefined,
    retry: false,
  });

export const useNeighbours = (
  feature: RecordFeature,
  id: number | undefined,
  list: ListQuestion,
): UseQueryResult<Neighbours> =>
  useQuery({
    ...utilsOf(feature).neighbours.queryOptions({ input: { id: id ?? 0, list } }),
    enabled: id !== undefined,
  });

export const useHistory = (
  feature: RecordFeature,
  id: number,
  enabled: boolean,
): UseQueryResult<readonly HistoryLine[]> =>
  useQuery({ ...utilsOf(feature).history.queryOptions({ input: { id } }), enabled });

/** Records to choose from, as typed; a person without the right to read them gets none. */
export const useChoices = (
  feature: RecordFeature,
  search: string,
  enabled: boolean,
): UseQueryResult<readonly Choosable[]> =>
  useQuery({
    ...utilsOf(feature).choose.queryOptions({ input: { search, limit: 20 } }),
    enabled,
    placeholderData: keepPreviousData,
    retry: false,
  });

/** The name of one record, where only its id is known; undefined while it is read and where there is none to see. */
export function useNameOf(feature: RecordFeature, id: number | null): string | undefined {
  const { data } = useQuery({
    ...utilsOf(feature).choose.queryOptions({ input: { id: id ?? 1, search: '', limit: 1 } }),
    enabled: id !== null,
    retry: false,
  });
  const found = id === null ? undefined : data?.[0];
  return found && (found.label || found.detail || undefined);
}

/** Drops what is cached of a feature; other windows hear of it by the core's events. */
export function useRefresh(): (feature: RecordFeature) => Promise<void> {
  const client = useQueryClient();
  return (feature) => client.invalidateQueries({ queryKey: calls[feature].key() });
}

/** Ids of all records of a list, up to the most that one command takes. */
export async function allIds(feature: RecordFeature, input: ListQuestion): Promise<number[]> {
  const ids: number[] = [];
  for (let page = 1; page <= 20; page += 1) {
    const { rows, total } = await clientOf(feature).list({ ...input, page, pageSize: 500 });
    ids.push(...rows.map((row) => row.id));
    if (ids.length >= total || rows.length === 0) break;
  }
  return ids;
}
