import type { ContractProcedure } from '@orpc/contract';
import { appContract, type AppContract } from '#shared/rpc/app.contract.ts';
import type { CallMeta, CallRight } from '#shared/rpc/call.ts';

export type RecordVerb = 'list' | 'create' | 'update' | 'remove' | 'restore';

/** Features whose records can be listed and opened (shared/rpc/record.contract.ts); some are written by the core alone. */
export type RecordFeature = {
  [Feature in keyof AppContract]: AppContract[Feature] extends Readonly<
    Record<'list' | 'get' | 'neighbours' | 'history' | 'choose', unknown>
  >
    ? Feature
    : never;
}[keyof AppContract];

/** The right that a call of a record feature asks for, as its contract says; undefined where there is no such call. */
export function rightOf(feature: RecordFeature, verb: RecordVerb): CallRight | undefined {
  const verbs: Readonly<Record<string, unknown>> = appContract[feature];
  const call = verbs[verb] as ContractProcedure<never, never, never, CallMeta> | undefined; // the meta is all that is read
  return call?.['~orpc'].meta.right;
}

/** Whether a person may use a call of a record feature. */
export function mayUse(
  may: (right: CallRight) => boolean,
  feature: RecordFeature,
  verb: RecordVerb,
): boolean {
  const right = rightOf(feature, verb);
  return right !== undefined && may(right);
}

/** Address of a feature's list: `followUp` lies under `/follow-up`. */
export const pathOf = (feature: string): string =>
  `/${feature.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
