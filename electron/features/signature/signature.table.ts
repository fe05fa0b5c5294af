import type { Generated } from 'kysely';
import type { SignatureMeaning } from '#shared/features/signature/signature.schema.ts';

export type SignatureTable = {
  id: Generated<number>;
  feature: string;
  recordId: number;
  personId: number;
  personName: string;
  meaning: SignatureMeaning;
  signedAt: string;
  hash: string;
  templateVersion: number;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    signature: SignatureTable;
  }
}
