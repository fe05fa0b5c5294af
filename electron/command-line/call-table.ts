import { appContract } from '#shared/rpc/app.contract.ts';
import type { CallMeta } from '#shared/rpc/call.ts';
import { roles, scopeOf, type Right } from '#shared/rpc/rights.ts';

export type CallRow = {
  readonly name: string;
  readonly kind: string;
  readonly right: string;
  readonly roles: readonly string[];
};

const general = new Set(['open', 'signed-in', 'locked']);

/** Every call of the contract with kind, right and the roles that may make it (`role:own` for the own records only). */
export function callTable(): readonly CallRow[] {
  return Object.entries(appContract).flatMap(([feature, verbs]) =>
    Object.entries(verbs as Record<string, { '~orpc': { meta: CallMeta } }>).map(([verb, call]) => {
      const { kind, right } = call['~orpc'].meta;
      const may = general.has(right)
        ? [...roles]
        : roles.flatMap((role) => {
            const scope = scopeOf([role], right as Right);
            return scope === 'all' ? [role] : scope === 'own' ? [`${role}:own`] : [];
          });
      return { name: `${feature}.${verb}`, kind, right, roles: may };
    }),
  );
}
