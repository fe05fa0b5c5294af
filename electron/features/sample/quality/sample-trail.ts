import { frozenHash, signatureKey, type Frozen, type Signed } from '../../signature/signature.repository.ts';
import type { SignatureLine } from '#shared/features/signature/signature.schema.ts';
import { auditHash, emptyHead, type AuditDetail, type RecordChange } from '#electron/kernel/audit.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';

/** Who signs. */
export type Signer = { readonly id: number; readonly name: string };

export type SignedStep = {
  readonly signed: Signed;
  readonly signer: Signer;
  readonly meaning: SignatureLine['meaning'];
  readonly at: string;
  /** The call that a person would have made. */
  readonly call: string;
  readonly changes: RecordChange['changes'];
};

/** Signatures of the sample with the audit rows that prove them, in the order of time. */
export type SampleTrail = {
  /** Hash of the newest audit row: its short form is printed on sheets. */
  head(): string;
  sign(step: SignedStep, frozen: Frozen): void;
  /** Tells the chain of a record something under a key, as a command does. */
  tell(step: Omit<SignedStep, 'meaning'>, told: readonly [key: string, value: unknown]): void;
};

export function sampleTrail(sqlite: Sqlite): SampleTrail {
  const last = sqlite.prepare('select seq, hash from audit order by seq desc limit 1').get() as
    | { seq: number; hash: string }
    | undefined; // two columns
  let [seq, hash] = [last?.seq ?? 0, last?.hash ?? emptyHead];
  const putSignature = sqlite.prepare(
    `insert into signature
      (feature, record_id, person_id, person_name, meaning, signed_at, hash, template_version)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const putAudit = sqlite.prepare(
    `insert into audit (seq, at, person_id, person_name, call, detail, previous_hash, hash)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const putRecord = sqlite.prepare('insert into audit_record (seq, feature, record_id) values (?, ?, ?)');
  const tell: SampleTrail['tell'] = ({ signed, signer, at, call, changes }, [key, value]) => {
    const { feature, recordId } = signed;
    const records = [{ feature, id: recordId, changes }];
    const detail = JSON.stringify({ records, [key]: value } satisfies AuditDetail);
    const body = {
      seq: seq + 1,
      at,
      personId: signer.id,
      personName: signer.name,
      call,
      detail,
      previousHash: hash,
    };
    [seq, hash] = [body.seq, auditHash(body)];
    putAudit.run(seq, at, signer.id, signer.name, call, detail, body.previousHash, hash);
    putRecord.run(seq, feature, recordId);
  };
  return {
    head: () => hash,
    tell,
    sign({ meaning, ...step }, frozen) {
      const { signed, signer, at } = step;
      const { feature, recordId } = signed;
      const line: SignatureLine = {
        personId: signer.id,
        personName: signer.name,
        meaning,
        signedAt: at,
        hash: frozenHash(feature, frozen),
      };
      putSignature.run(
        feature,
        recordId,
        signer.id,
        signer.name,
        meaning,
        at,
        line.hash,
        frozen.templateVersion,
      );
      tell(step, [signatureKey(signed, line), line]);
    },
  };
}
