import { scopeOf, type Right } from '#shared/rpc/rights.ts';
import type { Actor } from '#electron/kernel/handler.ts';

/** Which figures a person may see: those of all repair orders, those of all orders. */
export type PortraitSight = { readonly visits: boolean; readonly orders: boolean };

export const sightOf = ({ roles }: Pick<Actor, 'roles'>): PortraitSight => {
  const readsAll = (right: Right): boolean => scopeOf(roles, right) === 'all';
  return { visits: readsAll('repair.read'), orders: readsAll('order.read') };
};
