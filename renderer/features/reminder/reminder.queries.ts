import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { VehicleReminders } from '#shared/features/reminder/reminder.contract.ts';
import { calls, desk } from '#renderer/transport/desk.ts';

/** Everything that falls due on a vehicle. */
export const useVehicleReminders = (vehicleId: number) => {
  const { queryFn } = calls.reminder.ofVehicle.queryOptions({ input: { vehicleId } });
  // Kept under the vehicle: a change of it drops the answer.
  return useQuery<VehicleReminders>({ queryKey: ['vehicle', 'reminder', vehicleId], queryFn, staleTime: 0 });
};

/** Enters that a thing was done; the vehicle and every list of what is due are read again. */
export function useEnterDone() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Parameters<typeof desk.reminder.done>[0]) => desk.reminder.done(input),
    async onSuccess() {
      await Promise.all([
        client.invalidateQueries({ queryKey: calls.reminder.key() }),
        client.invalidateQueries({ queryKey: calls.reminderDone.key() }),
        client.invalidateQueries({ queryKey: calls.vehicle.key() }),
        client.invalidateQueries({ queryKey: ['vehicle', 'reminder'] }),
      ]);
    },
  });
}

/** What would change today if the rule were switched. */
export const useRulePreview = (id: number, enabled: boolean) =>
  useQuery({ ...calls.reminderRule.preview.queryOptions({ input: { id }, enabled }), staleTime: 0 });

export function useSwitchRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Parameters<typeof desk.reminderRule.switch>[0]) => desk.reminderRule.switch(input),
    async onSettled() {
      await Promise.all([
        client.invalidateQueries({ queryKey: calls.reminderRule.key() }),
        client.invalidateQueries({ queryKey: calls.reminder.key() }),
      ]);
    },
  });
}
