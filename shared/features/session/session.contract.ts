import { z } from 'zod';
import type { Language } from '../../kernel/language.ts';
import { action, command, query } from '../../rpc/call.ts';
import { output } from '../../rpc/record.contract.ts';
import { roles, type Role } from '../../rpc/rights.ts';
import type { StoreProblem } from '../rescue/rescue.contract.ts';

/** Glossary: 登录 sign-in, 密码 password, PIN re-opens a locked session, 账号 account. */

const language = z.enum(['zh-CN', 'en']);
export const passwordSchema = z
  .string()
  .min(8, { error: 'password-too-short' })
  .max(200, { error: 'too-long' });
const pinSchema = z.string().regex(/^\d{4,8}$/u, { error: 'pin-digits' });

export type Me = {
  readonly personId: number;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly language: Language;
  readonly hasPin: boolean;
};

/** What a window needs before anything else. No list of users before sign-in. */
export type SessionState = {
  /** `rescue`: the store cannot be opened, and only the calls of `rescue` work. */
  readonly stage: 'first-run' | 'signed-out' | 'locked' | 'signed-in' | 'rescue';
  /** With `rescue`: why. */
  readonly problem?: StoreProblem;
  /** The open store's file was found damaged while it was in use: people must stop writing and start the program anew. */
  readonly damaged?: true;
  readonly storeName: string | null;
  /** The demonstration store is open: shown under a banner. */
  readonly sample: boolean;
  readonly language: Language;
  readonly me: Me | null;
  readonly today: string;
  readonly version: string;
  readonly idleMinutes: number;
};

export type SignedIn = { readonly token: string; readonly me: Me };

export type AccountLine = {
  readonly personId: number;
  readonly name: string;
  readonly login: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  readonly lastSignInAt: string | null;
};

export const sessionContract = {
  state: query('open', z.strictObject({}), output<SessionState>()),
  /** First run: the store and its owner; refused when a store exists. Returns the printed recovery code once. */
  setUp: action(
    'open',
    z.strictObject({
      storeName: z.string().trim().min(1, { error: 'required' }).max(100, { error: 'too-long' }),
      ownerName: z.string().trim().min(1, { error: 'required' }).max(40, { error: 'too-long' }),
      password: passwordSchema,
      language: language.default('zh-CN'),
      backupFolder: z.string().trim().max(1000).default(''),
    }),
    output<SignedIn & { recoveryCode: string }>(),
  ),
  signIn: action(
    'open',
    z.strictObject({
      login: z.string().trim().min(1, { error: 'required' }).max(60),
      password: z.string().max(200),
    }),
    output<SignedIn>(),
  ),
  /** Re-opens a locked session that a password opened on this machine today. */
  unlock: action(
    'locked',
    z.strictObject({ pin: z.string().max(8).optional(), password: z.string().max(200).optional() }),
    output<{ me: Me }>(),
  ),
  lock: command('signed-in', z.strictObject({}), output<Record<string, never>>()),
  signOut: command('locked', z.strictObject({}), output<Record<string, never>>()),
  /** With the recovery code of the first run the owner sets a new password. */
  recover: action(
    'open',
    z.strictObject({
      login: z.string().trim().max(60),
      recoveryCode: z.string().trim().max(60),
      password: passwordSchema,
    }),
    output<SignedIn & { recoveryCode: string }>(),
  ),
  changePassword: action(
    'signed-in',
    z.strictObject({ old: z.string().max(200), password: passwordSchema }),
    output<Record<string, never>>(),
  ),
  setPin: action(
    'signed-in',
    z.strictObject({ password: z.string().max(200), pin: pinSchema }),
    output<Record<string, never>>(),
  ),
  setLanguage: command('signed-in', z.strictObject({ language }), output<Record<string, never>>()),
  accounts: query('account.manage', z.strictObject({}), output<readonly AccountLine[]>()),
  saveAccount: action(
    'account.manage',
    z.strictObject({
      personId: z.number().int().positive(),
      login: z.string().trim().min(1, { error: 'required' }).max(60, { error: 'too-long' }),
      roles: z.array(z.enum(roles)).min(1, { error: 'required' }),
      active: z.boolean().default(true),
      /** Given for a new account, or to replace a forgotten password. */
      password: passwordSchema.optional(),
    }),
    output<Record<string, never>>(),
  ),
};
