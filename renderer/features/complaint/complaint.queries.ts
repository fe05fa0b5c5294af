import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ComplaintStep } from '#shared/features/complaint/complaint.rules.ts';
import { isMasked } from '#shared/kernel/field.ts';
import type { FormValues } from '#renderer/components/record-form/draft-store.ts';
import type { Filled } from '#renderer/components/record-form/record-layout.ts';
import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { calls, desk } from '#renderer/transport/desk.ts';

/** The file of a complaint on paper. */
export const complaintPaper =
  (id: number): LoadPaper =>
  (format, signal) =>
    desk.complaint.print({ id, format }, signal ? { signal } : {});

/** One complaint with its clocks, history and what the person may do. */
export const useComplaint = (id: number) =>
  useQuery({ ...calls.complaint.view.queryOptions({ input: { id } }), retry: false });

/** The wall asks anew every minute: the day may have turned. */
const wallEveryMs = 60_000;
export const useComplaintWall = (limit: number) =>
  useQuery({ ...calls.complaint.wall.queryOptions({ input: { limit } }), refetchInterval: wallEveryMs });

/** What waits for the person. */
export const useComplaintDesk = (enabled: boolean) =>
  useQuery(calls.complaint.desk.queryOptions({ input: {}, enabled }));

/** Steps that are taken with what was typed into a dialog or the page. */
export type TakenStep = Exclude<ComplaintStep, 'edit'>;
/** Of those, the ones that ask for something in a dialog. */
export type AskedStep = Exclude<TakenStep, 'take' | 'investigate'>;
export type Moved = { readonly id: number; readonly version: number };

const text = (values: FormValues, name: string): string => String(values[name] ?? '').trim();
const perhaps = (values: FormValues, name: string): string | null => text(values, name) || null;
const number = (values: FormValues, name: string): number | null =>
  typeof values[name] === 'number' ? values[name] : null;

/** Sends one step; what a dialog gathered under the names of the call. */
function send(step: TakenStep, one: Moved, values: FormValues): Promise<Moved> {
  const { complaint } = desk;
  switch (step) {
    case 'take':
      return complaint.take(one);
    case 'assign':
      return complaint.assign({
        ...one,
        handlerId: number(values, 'handlerId') ?? 0,
        text: perhaps(values, 'text'),
      });
    case 'note':
      return complaint.note({ ...one, text: text(values, 'text') });
    case 'investigate':
      return complaint.investigate({
        ...one,
        cause: perhaps(values, 'cause'),
        remedy: perhaps(values, 'remedy'),
        costFen: number(values, 'costFen'),
      });
    case 'pause':
      return complaint.pause({
        ...one,
        reason: values['reason'] === 'parts' ? 'parts' : 'customer',
        text: text(values, 'text'),
      });
    case 'resume':
      return complaint.resume({ ...one, text: perhaps(values, 'text') });
    case 'extend':
      return complaint.extend({
        ...one,
        stage: values['stage'] === 'answer' ? 'answer' : 'finish',
        days: number(values, 'days') ?? 0,
        reason: text(values, 'reason'),
        consent: perhaps(values, 'consent'),
      });
    case 'decide':
      return complaint.decide({
        ...one,
        approved: values['approved'] !== false,
        text: text(values, 'text'),
      });
    case 'answer':
      return complaint.answer({ ...one, answer: text(values, 'answer') });
    case 'callBack': {
      const result = values['result'];
      return complaint.callBack({
        ...one,
        result: result === 'satisfied' || result === 'partly' || result === 'dissatisfied' ? result : null,
        customerWords: text(values, 'customerWords'),
      });
    }
    case 'close':
      return complaint.close({ ...one, customerWords: text(values, 'customerWords') });
    case 'force':
      return complaint.force({ ...one, reason: text(values, 'reason') });
    case 'reopen':
      return complaint.reopen({ ...one, reason: text(values, 'reason') });
  }
}

/** One step in the life of a complaint; whatever shows complaints is read again, also after a refusal. */
export function useComplaintStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { readonly step: TakenStep; readonly one: Moved; readonly values: FormValues }) =>
      send(input.step, input.one, input.values),
    onSettled: () => client.invalidateQueries({ queryKey: calls.complaint.key() }),
  });
}

const nameIn = (
  labels: Filled['labels'],
  feature: string,
  id: number | null,
): Readonly<Record<string, string>> => {
  const name = id === null ? undefined : labels[feature]?.[String(id)];
  return name ? { customerName: name } : {};
};
const openPlate = (plate: string | null): Readonly<Record<string, string>> =>
  plate && !isMasked(plate) ? { plate } : {};

/** What a chosen customer, vehicle, repair or order brings into a complaint; masked values stay away. */
export function knownOf(changed: string, id: number): Promise<Filled> | undefined {
  const known = { customerId: ofCustomer, vehicleId: ofVehicle, repairId: ofRepair, orderId: ofOrder }[
    changed
  ];
  return known?.(id);
}

async function ofCustomer(id: number): Promise<Filled> {
  const { record } = await desk.customer.get({ id });
  return { values: { customerName: record.name }, labels: { customer: { [id]: record.name } } };
}

async function ofVehicle(id: number): Promise<Filled> {
  const { record, labels } = await desk.vehicle.get({ id });
  const { customerId, plate, vin } = record;
  return {
    values: {
      ...(customerId === null ? {} : { customerId }),
      ...nameIn(labels, 'customer', customerId),
      ...openPlate(plate),
    },
    labels: { ...labels, vehicle: { [id]: plate ?? vin ?? '' } },
  };
}

async function ofRepair(id: number): Promise<Filled> {
  const { record, labels } = await desk.repair.get({ id });
  const { number: repairNumber, vehicleId, customerId, customerName, plate } = record;
  return {
    values: {
      ...(vehicleId === null ? {} : { vehicleId }),
      ...(customerId === null ? {} : { customerId }),
      ...nameIn(labels, 'customer', customerId),
      ...(customerName === null ? {} : { customerName }),
      ...openPlate(plate),
    },
    labels: { ...labels, repair: { [id]: repairNumber } },
  };
}

async function ofOrder(id: number): Promise<Filled> {
  const { record, labels } = await desk.order.get({ id });
  const { number: orderNumber, customerId, customerName } = record;
  return {
    values: { ...(customerId === null ? {} : { customerId }), customerName },
    labels: { ...labels, order: { [id]: orderNumber } },
  };
}
