import { useMutation, useQuery } from '@tanstack/react-query';
import { calls } from '#renderer/transport/desk.ts';

export const useProgramState = () =>
  useQuery(calls.update.state.queryOptions({ input: {}, staleTime: Number.POSITIVE_INFINITY }));

export const useChooseInstaller = () => useMutation(calls.update.choose.mutationOptions());
export const useCheckInstaller = () => useMutation(calls.update.check.mutationOptions());
export const useInstall = () => useMutation(calls.update.install.mutationOptions());
