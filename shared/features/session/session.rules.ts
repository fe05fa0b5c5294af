/** Rules of signing in. Times in seconds unless the name says otherwise. */

export const sessionHours = 12;
const freeFailures = 4;

/** Growing delay after failed sign-ins: none for the first four, then 30 s doubling up to one hour. */
export function delayAfterFailures(failures: number): number {
  if (failures <= freeFailures) return 0;
  return Math.min(30 * 2 ** (failures - freeFailures - 1), 3600);
}

export type PasswordStrength = 'weak' | 'fair' | 'good' | 'strong';

/** What everybody tries first; compared without case and signs. */
const commonPasswords = [
  'password',
  'qwertyui',
  'abcdefgh',
  'iloveyou',
  'dealerdesk',
  'jingyingtai',
  'admin',
  'woaini',
  '12345678',
  '87654321',
  '11223344',
  '66668888',
];

/** A hint beside a new password; only the length of eight is demanded. Length counts most, repetition counts nothing. */
export function passwordStrength(password: string): PasswordStrength {
  const plain = password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const distinct = new Set(password).size;
  const isCommon = commonPasswords.some(
    (common) => plain.startsWith(common) && plain.length < common.length + 5,
  );
  if (password.length < 8 || distinct < 5 || isCommon) return 'weak';
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u, /\p{Script=Han}/u].filter((kind) =>
    kind.test(password),
  ).length;
  // A Chinese character carries about as much as three letters.
  const han = password.match(/\p{Script=Han}/gu)?.length ?? 0;
  const score = Math.min(password.length + 2 * han, 2 * distinct) + 2 * (kinds - 1);
  return score >= 18 ? 'strong' : score >= 13 ? 'good' : 'fair';
}
