import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { isMasked } from '#shared/kernel/field.ts';
import type { Filled } from '#renderer/components/record-form/record-layout.ts';
import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { calls, desk } from '#renderer/transport/desk.ts';

/** What a chosen vehicle brings into a repair order: plate, VIN, customer. A plate that is masked for the person stays away. */
export async function valuesOfVehicle(id: number): Promise<Filled> {
  const { record, labels } = await desk.vehicle.get({ id });
  const customer = labels['customer']?.[String(record.customerId)];
  return {
    values: {
      ...(record.plate && !isMasked(record.plate) ? { plate: record.plate } : {}),
      vin: record.vin,
      ...(record.customerId === null ? {} : { customerId: record.customerId }),
      ...(customer ? { customerName: customer } : {}),
    },
    labels,
  };
}

/** 质量检验 of one order. */
export const useRepairChecks = (id: number) => useQuery(calls.repair.checks.queryOptions({ input: { id } }));

/** Commands after which the order, its parts and its checks are read again. */
function useRepairMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: calls.repair.key() }),
        client.invalidateQueries({ queryKey: calls.repairPart.key() }),
      ]),
  });
}

export const useAllowPart = () => useRepairMutation(desk.repair.allowPart);
export const useFinishRework = () => useRepairMutation(desk.repair.finishRework);
export const useIssueCertificate = () => useRepairMutation(desk.repair.issueCertificate);
export const useVoidCertificate = () => useRepairMutation(desk.repair.voidCertificate);
export const useDecideReturn = () => useRepairMutation(desk.repair.decideReturn);
export const certificatePaper =
  (certificateId: number): LoadPaper =>
  (format, signal) =>
    desk.repair.printCertificate({ certificateId, format }, signal ? { signal } : {});
export const reworkPaper =
  (reworkId: number): LoadPaper =>
  (format, signal) =>
    desk.repair.printRework({ reworkId, format }, signal ? { signal } : {});
export const useStartCheck = () => useRepairMutation(desk.inspection.start);

/** Figures of one month, both days included. */
export const usePassRate = (span: { from: string; to: string }) =>
  useQuery(calls.repair.passRate.queryOptions({ input: span }));
export const useOrigins = (span: { from: string; to: string }) =>
  useQuery(calls.repair.partOrigins.queryOptions({ input: span }));
export const useReturns = (span: { from: string; to: string }) =>
  useQuery(calls.repair.returns.queryOptions({ input: span }));
