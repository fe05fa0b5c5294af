/** 会员卡 numbers of cards: `M`, seven digits that count, one check digit (Luhn, ISO/IEC 7812), as the code on the card says. */

/** The check digit that is put behind the digits. */
export function checkDigit(digits: string): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const doubled = Number(digits[digits.length - 1 - at]) * (at % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
}

/** The number of the n-th card, from 1. */
export function cardNumberOf(count: number): string {
  const digits = String(count).padStart(7, '0');
  return `M${digits}${checkDigit(digits)}`;
}

/** A scanned or typed card number in its own form; undefined where it is none, or one digit of it is wrong. */
export function normalCardNumber(text: string): string | undefined {
  const code = text.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/gu, '');
  const digits = /^M(\d{8,})$/u.exec(code)?.[1];
  if (digits === undefined) return undefined;
  return String(checkDigit(digits.slice(0, -1))) === digits.at(-1) ? code : undefined;
}
