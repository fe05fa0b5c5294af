import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import type { Filled } from '#renderer/components/record-form/record-layout.ts';
import { useFileAddress, type FileAddress } from '#renderer/hooks/use-file-address.ts';
import { calls, desk } from '#renderer/transport/desk.ts';

/** One delivery with everything that stands between it and the hand-over. */
export const useDelivery = (id: number) =>
  useQuery({ ...calls.delivery.view.queryOptions({ input: { id } }), retry: false, staleTime: 0 });

/** What is due today, late or within a week. */
export const useDeliveryDesk = (enabled: boolean) =>
  useQuery(calls.delivery.desk.queryOptions({ input: {}, enabled }));

/** A change of a delivery; whatever shows deliveries is read again, also after a refusal. */
function useDeliveryMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => client.invalidateQueries({ queryKey: calls.delivery.key() }),
  });
}

export const useCancel = () => useDeliveryMutation(desk.delivery.cancel);
export const useWithdraw = () => useDeliveryMutation(desk.delivery.withdraw);
export const useSaveItem = () => useDeliveryMutation(desk.delivery.saveItem);
export const useRemoveItem = () => useDeliveryMutation(desk.delivery.removeItem);
export const useSetReady = () => useDeliveryMutation(desk.delivery.setReady);
export const useDisclose = () => useDeliveryMutation(desk.delivery.disclose);
export const useAcknowledge = () => useDeliveryMutation(desk.delivery.acknowledge);
export const useSign = () => useDeliveryMutation(desk.delivery.sign);
export const useAddPhoto = () => useDeliveryMutation(desk.delivery.addPhoto);
export const useRemovePhoto = () => useDeliveryMutation(desk.delivery.removePhoto);

/** The hand-over changes the order, the stock and the vehicles too: everything is read again. */
export function useHandOver() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Parameters<typeof desk.delivery.handOver>[0]) => desk.delivery.handOver(input),
    onSettled: () => client.invalidateQueries(),
  });
}

export const usePhoto = (id: number, photoId: number, size: 'thumbnail' | 'full'): FileAddress =>
  useFileAddress(['delivery-photo', photoId, size], (signal) =>
    desk.delivery.photo({ id, photoId, size }, { signal }),
  );

export const useSignature = (id: number, signatureId: number): string | undefined =>
  useFileAddress(['delivery-signature', signatureId], (signal) =>
    desk.delivery.signaturePicture({ id, signatureId, size: 'full' }, { signal }),
  ).address;

/** The hand-over sheet, or the notice of repairs before the sale. */
export const deliveryPaper =
  (id: number, paper: 'sheet' | 'disclosure'): LoadPaper =>
  (format, signal) =>
    desk.delivery.print({ id, paper, format }, signal ? { signal } : {});

/** What a chosen order brings into the plan of a delivery. */
export function knownOf(changed: string, id: number): Promise<Filled> | undefined {
  return changed === 'orderId' ? ofOrder(id) : undefined;
}

async function ofOrder(id: number): Promise<Filled> {
  const { record, labels } = await desk.order.get({ id });
  const { stockId, consultantId, plannedOn } = record;
  return {
    values: {
      ...(stockId === null ? {} : { stockId }),
      ...(consultantId === null ? {} : { consultantId }),
      ...(plannedOn === null ? {} : { plannedOn }),
    },
    labels: { ...labels, order: { [id]: record.number } },
  };
}
