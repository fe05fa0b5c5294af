import { z } from 'zod';

/** What a signature says: 检验 / 复核 / 批准 / 作废. */
export const signatureMeanings = ['check', 'review', 'approve', 'void'] as const;
export type SignatureMeaning = (typeof signatureMeanings)[number];

/** One signature of a record. */
export type SignatureLine = {
  readonly personId: number;
  readonly personName: string;
  readonly meaning: SignatureMeaning;
  /** UTC instant. */
  readonly signedAt: string;
  /** SHA-256 of the signed content and its template's version. */
  readonly hash: string;
};

/** Signed content against its rows and the audit chain; `void`: something was changed behind the signature. */
export type SignatureVerdict = {
  readonly state: 'unsigned' | 'valid' | 'void';
  readonly problems: readonly ('content' | 'signature' | 'audit')[];
};

/** Password or PIN, asked again when signing; a PIN only in a session that a password opened today. */
export const secretSchema = z.strictObject({
  password: z.string().max(200).optional(),
  pin: z.string().max(8).optional(),
});
