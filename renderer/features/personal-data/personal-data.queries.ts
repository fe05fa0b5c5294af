import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { calls, desk } from '#renderer/transport/desk.ts';

/** What is read of the audit changes with every step of anybody. */
const fresh = { staleTime: 0 } as const;

export const useConsents = (customerId: number) =>
  useQuery({ ...calls.personalData.consents.queryOptions({ input: { customerId } }), ...fresh });

export const useEnterConsent = () => useMutation(calls.personalData.enterConsent.mutationOptions());

export const consentPaper =
  (customerId: number): LoadPaper =>
  (format, signal) =>
    desk.personalData.printConsent({ customerId, format }, signal ? { signal } : {});

export const copyPaper =
  (customerId: number, reason: string): LoadPaper =>
  (format, signal) =>
    desk.personalData.copy({ customerId, reason, format }, signal ? { signal } : {});

export const useDeletionPreview = (customerId: number, enabled: boolean) =>
  useQuery({
    ...calls.personalData.deletionPreview.queryOptions({ input: { customerId }, enabled }),
    ...fresh,
  });

export const useErase = () => useMutation(calls.personalData.erase.mutationOptions());

export const useDeletions = () =>
  useQuery({ ...calls.personalData.deletions.queryOptions({ input: {} }), ...fresh });

export const deletionPaper =
  (id: number): LoadPaper =>
  (format, signal) =>
    desk.personalData.printDeletion({ id, format }, signal ? { signal } : {});

export const useDormant = () =>
  useQuery({ ...calls.personalData.dormant.queryOptions({ input: {} }), ...fresh });

export type AccessAsked = {
  readonly page: number;
  readonly personId: number | null;
  readonly from: string | null;
  readonly to: string | null;
};

export const useAccessLog = (asked: AccessAsked) =>
  useQuery({
    ...calls.personalData.accessLog.queryOptions({ input: asked }),
    placeholderData: keepPreviousData,
    ...fresh,
  });
