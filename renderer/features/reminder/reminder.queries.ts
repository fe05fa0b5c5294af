import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { VehicleReminders } from '#shared/features/reminder/reminder-views.ts';
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

type CallsAsked = Parameters<typeof desk.reminder.calls>[0];

/** 应联系名单 of today. Asked anew every few minutes: others call meanwhile, and the day turns. */
const callsEveryMs = 300_000;
export const useCallPage = (input: CallsAsked, enabled = true) =>
  useQuery({
    ...calls.reminder.calls.queryOptions({ input, enabled }),
    placeholderData: keepPreviousData,
    refetchInterval: callsEveryMs,
  });

/** Everything beside the call with a customer. */
export const useCallEntry = (customerId: number) =>
  useQuery({ ...calls.reminder.entry.queryOptions({ input: { customerId } }), staleTime: 0 });

/** Enters what came of a call; the lists of calls, appointments and the customer are read again, also after a refusal. */
export function useEnterCall() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Parameters<typeof desk.reminder.enter>[0]) => desk.reminder.enter(input),
    // Not waited for: the form goes with its customer and has to hear of it before.
    onSettled() {
      for (const feature of [
        calls.reminder,
        calls.campaign,
        calls.campaignTrigger,
        calls.membership,
        calls.followUp,
        calls.vehicle,
        calls.customer,
      ])
        void client.invalidateQueries({ queryKey: feature.key() });
    },
  });
}

/** Hours of a day with their bays; null: the first day from tomorrow on with a bay free. */
export const useSlots = (onDay: string | null, enabled: boolean) =>
  useQuery({ ...calls.reminder.slots.queryOptions({ input: { onDay }, enabled }), staleTime: 0 });

export const useAppointments = (from: string, to: string) =>
  useQuery({ ...calls.reminder.appointments.queryOptions({ input: { from, to } }), staleTime: 0 });

export function useCancelAppointment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => desk.reminder.cancel({ id }),
    onSettled: () => client.invalidateQueries({ queryKey: calls.reminder.key() }),
  });
}

export const useConversion = (input: Parameters<typeof desk.reminder.figures>[0]) =>
  useQuery({ ...calls.reminder.figures.queryOptions({ input }), placeholderData: keepPreviousData });

export const useConversionRows = (input: Parameters<typeof desk.reminder.figureRows>[0]) =>
  useQuery(calls.reminder.figureRows.queryOptions({ input }));

export const useFleet = (customerId: number) =>
  useQuery({ ...calls.reminder.fleet.queryOptions({ input: { customerId } }), staleTime: 0 });

/** The letter to the owner of a fleet as a file. */
export const printFleet = (input: Parameters<typeof desk.reminder.printFleet>[0], signal: AbortSignal) =>
  desk.reminder.printFleet(input, { signal });

export const useTerms = () => useQuery(calls.reminder.terms.queryOptions({ input: {} }));

export function useSaveTerms() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Parameters<typeof desk.reminder.saveTerms>[0]) => desk.reminder.saveTerms(input),
    onSuccess: () => client.invalidateQueries({ queryKey: calls.reminder.key() }),
  });
}
