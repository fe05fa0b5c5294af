import type {
  meetingContract,
  SignatureMeaning,
  SignatureView,
} from '#shared/features/meeting/meeting.contract.ts';
import { minutesTemplateVersion } from '#shared/features/meeting/meeting.definitions.ts';
import { missingForConfirm } from '#shared/features/meeting/meeting.rules.ts';
import { DeskError, ruleViolated } from '#shared/rpc/desk-error.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { ActionContext, HandlersOf, Telling } from '#electron/kernel/handler.ts';
import type { PasswordCost } from '#electron/kernel/password.ts';
import { proveAgain } from '../session/session.prove.ts';
import { patchAccount, type Account } from '../session/session.repository.ts';
import { readContent } from './meeting.content.ts';
import { mustBeDraft, readMeeting } from './meeting.repository.ts';
import {
  amendmentHash,
  canonicalContent,
  contentHash,
  readAmendments,
  readSignatures,
  readSnapshot,
  saveSignature,
} from './meeting.signature.ts';

export type SigningParts = { readonly cost: PasswordCost };

type Signing = Pick<HandlersOf<typeof meetingContract>, 'confirm' | 'sign' | 'amend'>;
type Signer = Pick<Account, 'personId' | 'name'>;
type Transaction = Telling & { readonly writer: Writer };

/** Writes a signature and tells it to the audit, where the check of signatures looks for it. */
async function signAs(
  { writer, tell }: Transaction,
  meetingId: number,
  account: Signer,
  what: { meaning: SignatureMeaning; hash: string; at: string; amendment: number | null },
): Promise<void> {
  const signature: SignatureView = {
    personId: account.personId,
    personName: account.name,
    meaning: what.meaning,
    signedAt: what.at,
    hash: what.hash,
    amendment: what.amendment,
  };
  await saveSignature(writer, meetingId, signature);
  await patchAccount(writer, account.personId, { failures: 0, blockedUntil: null });
  tell('signature', signature);
}

/** Hash of confirmed minutes. Errors: not-found, `meeting-is-draft`. */
async function signedHash(reader: Reader, id: number): Promise<string> {
  const { state } = await readMeeting(reader, id);
  const snapshot = state === 'confirmed' ? await readSnapshot(reader, id) : undefined;
  if (!snapshot) throw ruleViolated('meeting-is-draft');
  return contentHash(snapshot.templateVersion, snapshot.content);
}

export function signingHandlers({ cost }: SigningParts): Signing {
  return {
    async confirm({ id, secret }, context) {
      await mustBeDraft(context.reader, id);
      const account = await proveAgain(context, secret, cost);
      const { result } = await context.write(async (transaction) =>
        confirmMinutes(transaction, context, id, account),
      );
      return result;
    },

    async sign({ id, meaning, secret }, context) {
      await signedHash(context.reader, id);
      const account = await proveAgain(context, secret, cost);
      const at = context.clock.now();
      const { result } = await context.write(async (transaction) => {
        const { writer, changed } = transaction;
        const hash = await signedHash(writer, id);
        const already = (await readSignatures(writer, id)).some(
          (one) => one.personId === account.personId && one.meaning === meaning && one.amendment === null,
        );
        if (already) throw ruleViolated('already-signed');
        await signAs(transaction, id, account, { meaning, hash, at, amendment: null });
        changed({ feature: 'meeting', id, changes: [{ field: 'signature', before: null, after: meaning }] });
        return { hash };
      });
      return result;
    },

    async amend({ id, reason, text, secret }, context) {
      await signedHash(context.reader, id);
      const account = await proveAgain(context, secret, cost);
      const at = context.clock.now();
      const { result } = await context.write(async (transaction) => {
        const { writer, changed } = transaction;
        const minutesHash = await signedHash(writer, id);
        const number = (await readAmendments(writer, id)).length + 1;
        const amendment = { number, reason, text, personName: account.name, at };
        const hash = amendmentHash(minutesHash, amendment);
        await writer
          .insertInto('meetingAmendment')
          .values({ meetingId: id, personId: account.personId, ...amendment, hash })
          .execute();
        await signAs(transaction, id, account, { meaning: 'amend', hash, at, amendment: number });
        changed({ feature: 'meeting', id, changes: [{ field: 'amendment', before: null, after: number }] });
        return { number, hash };
      });
      return result;
    },
  };
}

/** Freezes a draft inside one transaction: figures, text and items as they are at this moment. */
export async function confirmMinutes(
  transaction: Transaction,
  { clock }: Pick<ActionContext, 'clock'>,
  id: number,
  account: Signer,
): Promise<{ hash: string; auditCode: string }> {
  const { writer, changed } = transaction;
  const head = await mustBeDraft(writer, id);
  const today = clock.today();
  const content = await readContent(writer, head, today);
  const issues = missingForConfirm(content, today);
  if (issues.length > 0) throw new DeskError({ code: 'invalid-input', issues });

  const at = clock.now();
  const text = canonicalContent(content);
  const hash = contentHash(minutesTemplateVersion, text);
  const auditCode = shortCode((await auditHead(writer)).hash);
  await writer
    .insertInto('meetingSnapshot')
    .values({ meetingId: id, templateVersion: minutesTemplateVersion, content: text, auditCode })
    .execute();
  await writer
    .updateTable('meeting')
    .set({ state: 'confirmed', confirmedAt: at, updatedAt: at, version: head.version + 1 })
    .where('id', '=', id)
    .execute();
  await signAs(transaction, id, account, { meaning: 'approve', hash, at, amendment: null });
  changed({ feature: 'meeting', id, changes: [{ field: 'state', before: 'draft', after: 'confirmed' }] });
  return { hash, auditCode };
}
