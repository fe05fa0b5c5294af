import type { ContractProcedure } from '@orpc/contract';
import { appContract, type AppContract } from '#shared/rpc/app.contract.ts';
import type { CallMeta, CallRight } from '#shared/rpc/call.ts';

export type RecordVerb = 'list' | 'create' | 'update' | 'remove' | 'restore';

/** Features whose records have the common calls (shared/rpc/record.contract.ts). */
export type RecordFeature = {
  [Feature in keyof AppContract]: AppContract[Feature] extends Readonly<
    Record<RecordVerb | 'get' | 'neighbours' | 'history' | 'choose', unknown>
  >
    ? Feature
    : never;
}[keyof AppContract];

/** The right that a call of a record feature asks for, as its contract says. */
export function rightOf(feature: RecordFeature, verb: RecordVerb): CallRight {
  const call = appContract[feature][verb] as unknown as ContractProcedure<never, never, never, CallMeta>; // the meta is all that is read
  return call['~orpc'].meta.right;
}

/** Address of a feature's list: `followUp` lies under `/follow-up`. */
export const pathOf = (feature: string): string =>
  `/${feature.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
