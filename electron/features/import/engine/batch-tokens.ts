import { definitionOf } from '#electron/kernel/record/record-registry.ts';
import type { CutTokens } from '#electron/kernel/record/record-index.ts';
import type { FedBatch } from '../feed/row-feed.ts';
import type { MappedColumn } from '../feed/row-reader.ts';

/** The tokens of the batch at hand, as the reading thread cut them. */
export type BatchTokens = {
  /** Addresses of the mapped values that the search finds. */
  readonly searched: readonly string[];
  turnTo(batch: FedBatch): void;
  readonly cut: CutTokens;
};

export function batchTokens(columns: readonly MappedColumn[]): BatchTokens {
  const places = new Map<string, Map<string, string>>();
  for (const { address, field } of columns) {
    const dot = address.indexOf('.');
    const feature = address.slice(0, dot);
    if (feature === 'lookup' || !field.searched || definitionOf(feature).indexed === false) continue;
    const ofFeature = places.get(feature) ?? new Map<string, string>();
    places.set(feature, ofFeature.set(address.slice(dot + 1), address));
  }
  let tokens: FedBatch['tokens'] = new Map();
  return {
    searched: [...places.values()].flatMap((ofFeature) => [...ofFeature.values()]),
    turnTo: (batch) => void (tokens = batch.tokens),
    cut(feature, field, text) {
      const address = places.get(feature)?.get(field);
      return address === undefined ? undefined : tokens.get(address)?.get(text);
    },
  };
}
