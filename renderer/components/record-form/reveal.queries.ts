import { desk } from '#renderer/transport/desk.ts';

type RevealQuestion = Parameters<typeof desk.customer.reveal>[0];

const revealed: readonly string[] = [
  'customer',
  'contact',
  'vehicle',
  'lead',
  'repair',
  'complaint',
] satisfies RevealQuestion['feature'][];

/** Whether the masked values of this feature may be asked for one by one. */
export const isRevealed = (feature: string): feature is RevealQuestion['feature'] =>
  revealed.includes(feature);

/** Shows one masked value; the core writes person, record and purpose to the audit first. */
export const reveal = (question: RevealQuestion): Promise<{ value: string | null }> =>
  desk.customer.reveal(question);
