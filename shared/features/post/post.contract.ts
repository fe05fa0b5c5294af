import { z } from 'zod';
import { query } from '../../rpc/call.ts';
import { output, recordCalls } from '../../rpc/record.contract.ts';
import { postFields } from './post.fields.ts';

/** Glossary: 岗位 post, 编制 planned headcount, 在岗 in post. */
export const postContract = {
  ...recordCalls(postFields, { read: 'post.read', write: 'post.write', remove: 'post.write' }),
  /** 在岗人数 by post id: people without a leaving day. A post that nobody holds is absent. */
  holders: query('post.read', z.strictObject({}), output<Readonly<Record<number, number>>>()),
};
