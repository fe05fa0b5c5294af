import { z } from 'zod';
import { action, query } from '../../rpc/call.ts';
import { paperFormat } from '../../rpc/paper.ts';
import { output, recordCalls } from '../../rpc/record.contract.ts';
import type { DeskFile } from '../job/job.contract.ts';
import { emergencyDrillFields, emergencyFields } from './emergency.fields.ts';

/** What is due of a plan: days since it was, `never` where there was none, null where it is not due. */
export type EmergencyDue = {
  readonly id: number;
  readonly name: string;
  readonly drill: 'never' | number | null;
  readonly review: 'never' | number | null;
};

/** Glossary: 应急预案 emergency plan, 启动条件 trigger, 处置步骤 steps, 演练 drill, 评审 review. */
export const emergencyContract = {
  ...recordCalls(emergencyFields, {
    read: 'emergency.read',
    write: 'emergency.write',
    remove: 'emergency.write',
  }),
  /** Plans whose drill or review is due, by name. */
  due: query('emergency.read', z.strictObject({}), output<readonly EmergencyDue[]>()),
  /** 全部打印: every plan on pages of its own. Error: `emergency-none`. */
  printAll: action('emergency.read', z.strictObject({ format: paperFormat }), output<DeskFile>()),
};

export const emergencyDrillContract = recordCalls(emergencyDrillFields, {
  read: 'emergency.read',
  write: 'emergency.write',
  remove: 'emergency.write',
});
