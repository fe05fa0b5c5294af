/** What was entered of a call, for the sentence that tells it. */
export type CallEntered = {
  readonly name: string;
  readonly appointment: { readonly onDay: string; readonly hour: number } | null;
};
