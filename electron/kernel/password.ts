import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** scrypt cost: N=2^17, r=8, p=1 (reliability.md §2). Tests pass a lower exponent. */
export type PasswordCost = { readonly exponent: number };
export const productCost: PasswordCost = { exponent: 17 };

const keyLength = 32;

const derive = (secret: string, salt: Buffer, exponent: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const N = 2 ** exponent;
    scrypt(secret.normalize('NFKC'), salt, keyLength, { N, r: 8, p: 1, maxmem: 256 * N * 8 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** Hash of a password, PIN or recovery code, with salt and cost inside: `scrypt$17$salt$key`. Runs off the main thread. */
export async function hashSecret(secret: string, cost: PasswordCost): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(secret, salt, cost.exponent);
  return `scrypt$${cost.exponent}$${salt.toString('base64')}$${key.toString('base64')}`;
}

export async function secretMatches(secret: string, hash: string): Promise<boolean> {
  const [scheme, exponent, salt, key] = hash.split('$');
  if (scheme !== 'scrypt' || !exponent || !salt || !key) return false;
  const expected = Buffer.from(key, 'base64');
  const found = await derive(secret, Buffer.from(salt, 'base64'), Number(exponent));
  return found.length === expected.length && timingSafeEqual(found, expected);
}

/** A random session token for a window; only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** 恢复码, printed once: 20 characters without look-alikes, in groups of five. */
export function newRecoveryCode(): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const letters = [...randomBytes(20)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return letters.match(/.{5}/gu)?.join('-') ?? letters;
}
