import { z } from 'zod';
import { listFilter } from '#shared/rpc/record.contract.ts';
import type { ListState } from './list-address.ts';

/** 常用视图: what one person keeps of one list — columns, rows per page, named views. Stored as `views.<feature>`. */

const columns = z
  .array(z.strictObject({ field: z.string(), width: z.number().int().min(40).max(1200) }))
  .max(100);

const view = z.strictObject({
  name: z.string().min(1).max(40),
  search: z.string(),
  sort: z.array(z.strictObject({ field: z.string(), descending: z.boolean() })).max(3),
  filters: z.array(listFilter).max(20),
  columns: columns.nullable(),
});

const kept = z.strictObject({
  columns: columns.nullable(),
  pageSize: z.number().int().min(20).max(200),
  views: z.array(view).max(50),
  defaultView: z.string().nullable(),
});

export type SavedView = z.infer<typeof view>;
export type KeptList = z.infer<typeof kept>;
export type SavedColumn = { readonly field: string; readonly width: number };

export const nothingKept: KeptList = { columns: null, pageSize: 50, views: [], defaultView: null };

/** What was stored, or the usual where it is missing or of an older form. */
export function keptOf(stored: unknown): KeptList {
  const parsed = kept.safeParse(stored);
  return parsed.success ? parsed.data : nothingKept;
}

/** Adds a view, or replaces the one of that name. */
export function withView(list: KeptList, view: SavedView): KeptList {
  const at = list.views.findIndex((one) => one.name === view.name);
  const views =
    at === -1 ? [...list.views, view] : list.views.map((one, index) => (index === at ? view : one));
  return { ...list, views };
}

export function withoutView(list: KeptList, name: string): KeptList {
  return {
    ...list,
    views: list.views.filter((one) => one.name !== name),
    defaultView: list.defaultView === name ? null : list.defaultView,
  };
}

export const defaultViewOf = (list: KeptList): SavedView | undefined =>
  list.views.find((one) => one.name === list.defaultView);

/** The list's state that a view stands for. */
export const stateOfView = ({ search, sort, filters }: SavedView): ListState => ({
  page: 1,
  search,
  sort,
  filters,
  bin: false,
});

/** Is this state what the view shows? The page does not matter. */
export const showsView = (state: ListState, view: SavedView): boolean =>
  !state.bin &&
  JSON.stringify([state.search, state.sort, state.filters]) ===
    JSON.stringify([view.search, view.sort, view.filters]);
