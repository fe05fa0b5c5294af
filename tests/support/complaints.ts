import { complaintFields } from '#shared/features/complaint/complaint.fields.ts';
import type { InputOf } from '#shared/kernel/field.ts';
import { newValues } from './records.ts';

type Input = InputOf<typeof complaintFields>;

/** Values of a new complaint about a repair, received on the day of the tests' clock. */
export const newComplaint = (given: Partial<Input> = {}): Input =>
  newValues(complaintFields, {
    subject: '维修后异响没有消除',
    kind: 'repairQuality',
    receivedOn: '2026-11-18',
    customerName: '张三',
    ...given,
  });
