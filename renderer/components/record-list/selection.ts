/** What is selected in a list: rows by their ids, or everything that matches. */
export type Choice = { readonly all: boolean; readonly ids: ReadonlySet<number> };

export const noChoice: Choice = { all: false, ids: new Set() };
