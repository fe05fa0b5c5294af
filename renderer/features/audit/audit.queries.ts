import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { calls, desk } from '#renderer/transport/desk.ts';

/** What the audit screen asks for. Days are the store's. */
export type AuditFilters = {
  readonly page: number;
  readonly personId: number | null;
  readonly call: string;
  readonly feature: string;
  readonly from: string | null;
  readonly to: string | null;
};

export const auditPageSize = 50;

export const useAudit = ({ personId, from, to, ...rest }: AuditFilters) =>
  useQuery(
    calls.audit.list.queryOptions({
      input: {
        ...rest,
        pageSize: auditPageSize,
        from: from ?? '',
        to: to ?? '',
        ...(personId === null ? {} : { personId }),
      },
      placeholderData: keepPreviousData,
      // Every action of anybody adds a row.
      staleTime: 0,
    }),
  );

/** Asked for by hand: it recomputes every hash. */
export const useVerifyAudit = () => useMutation({ mutationFn: () => desk.audit.verify({}) });
