import { createHash, randomInt } from 'node:crypto';

/** Without letters and digits that look alike. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
const length = 20;

/** A new one-time code: 20 of 32 signs, 100 bits. */
export const newEvaluationCode = (): string =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join('');

/** What is kept of a code. */
export const codeHash = (code: string): string => createHash('sha256').update(code).digest('hex');
