import type { RecordFeature } from './record-feature.ts';

const opened = new Map<RecordFeature, number>();

/** The record of a feature that this window showed last: coming back, its row takes the keys. */
export const lastOpened = (feature: RecordFeature): number | undefined => opened.get(feature);

export const rememberOpened = (feature: RecordFeature, id: number): void => void opened.set(feature, id);
