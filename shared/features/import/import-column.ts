/** Where a column goes: `feature.field`, or a virtual one that the engine understands. */
export type ImportAddress = string;

export type ImportColumn = {
  readonly to: ImportAddress;
  readonly names: readonly string[];
};

export type ImportKindRules = {
  /** Record features that a row may create or change, in order. */
  readonly targets: readonly string[];
  readonly columns: readonly ImportColumn[];
  /** A file is of this kind only when these are found; each entry lists alternatives. */
  readonly needs: readonly (readonly ImportAddress[])[];
};
