import { z } from 'zod';
import { inputSchema } from '../../kernel/field-schema.ts';
import { command } from '../../rpc/call.ts';
import { output, readOnlyCalls, recordCalls } from '../../rpc/record.contract.ts';
import { decisionFields } from './decision.fields.ts';

const rights = { read: 'meeting.read', write: 'meeting.write', remove: 'meeting.write' } as const;
const id = z.number().int().positive();
const values = inputSchema(decisionFields);

/** 决议: taken in a meeting's draft, frozen with its minutes. A number once given is never given again. */
export const decisionContract = {
  ...readOnlyCalls(recordCalls(decisionFields, rights)),
  create: command(
    'meeting.write',
    z.strictObject({ meetingId: id, values }),
    output<{ id: number; number: string }>(),
  ),
  update: command(
    'meeting.write',
    z.strictObject({ id, version: z.number().int(), values }),
    output<{ id: number; version: number }>(),
  ),
};
