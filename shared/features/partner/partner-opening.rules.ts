import { addDays, type Day } from '../../kernel/day.ts';
import type { Agreement } from './partner-agreement.rules.ts';
import { lastDay } from './partner-card.rules.ts';

/** 导入原有合作卡: what a card that was given out before the program brings in, by the agreement under which it was given. */

type Edition = Pick<Agreement, 'validFrom' | 'validTo' | 'validDays'>;

/** What is wrong with a row, beside which field of the card. */
export type OpeningProblem = { readonly field: string; readonly issue: string };

type Term<T extends Edition> = { readonly edition: T; readonly issuedOn: Day; readonly expiresOn: Day };

const holdsOn = ({ validFrom, validTo }: Edition, day: Day): boolean => day >= validFrom && day <= validTo;

/** Where no day of issue is given: the agreement's days before the last one, not later than today. */
function givenOut(expiresOn: Day, { validDays }: Edition, today: Day): Day {
  const day = addDays(expiresOn, -validDays);
  return day > today ? today : day;
}

/** The edition of the agreement under which a card was given out, with its day of issue. */
function editionOf<T extends Edition>(
  issuedOn: Day | null,
  expiresOn: Day | null,
  editions: readonly T[],
  today: Day,
): { readonly edition: T; readonly issuedOn: Day } | OpeningProblem {
  if (issuedOn !== null) {
    if (issuedOn > today) return { field: 'issuedOn', issue: 'partner-day-to-come' };
    const edition = editions.find((one) => holdsOn(one, issuedOn));
    return edition ? { edition, issuedOn } : { field: 'issuedOn', issue: 'partner-no-edition-then' };
  }
  if (expiresOn === null) return { field: 'expiresOn', issue: 'required' };
  const fitting = editions
    .map((edition) => ({ edition, issuedOn: givenOut(expiresOn, edition, today) }))
    .filter((one) => holdsOn(one.edition, one.issuedOn));
  if (fitting.length === 1 && fitting[0]) return fitting[0];
  const [only] = editions;
  if (editions.length !== 1 || !only || only.validFrom > today)
    return { field: 'issuedOn', issue: 'partner-issue-day-needed' };
  // A last day that was moved by hand: the nearest day on which the only edition held.
  const near = givenOut(expiresOn, only, today);
  return { edition: only, issuedOn: near < only.validFrom ? only.validFrom : only.validTo };
}

/**
 * Edition, day of issue and last day of a card of one kind. Of the two days one may be missing: it follows from the other by
 * the agreement's days of validity. A card whose last day is over brings nothing in.
 */
export function openingTerm<T extends Edition>(
  { issuedOn, expiresOn }: { readonly issuedOn: Day | null; readonly expiresOn: Day | null },
  editions: readonly T[],
  today: Day,
): Term<T> | OpeningProblem {
  const found = editionOf(issuedOn, expiresOn, editions, today);
  if ('issue' in found) return found;
  const end = expiresOn ?? lastDay(found.issuedOn, found.edition.validDays);
  if (end < found.issuedOn) return { field: 'expiresOn', issue: 'ends-before-start' };
  if (end < today) return { field: 'expiresOn', issue: 'partner-card-over' };
  return { ...found, expiresOn: end };
}

/** What is left on a card in the agreement's unit: fen, or times. A nought in the column of the other unit says nothing. */
export function openingBalance(
  { unit, faceFen, faceTimes }: Pick<Agreement, 'unit' | 'faceFen' | 'faceTimes'>,
  given: { readonly balanceFen: number | null; readonly balanceTimes: number | null },
): number | OpeningProblem {
  const [own, other, face] =
    unit === 'money'
      ? ([
          { field: 'balanceFen', issue: 'partner-balance-money' },
          { field: 'balanceTimes', issue: 'partner-balance-money' },
          faceFen,
        ] as const)
      : ([
          { field: 'balanceTimes', issue: 'partner-balance-times' },
          { field: 'balanceFen', issue: 'partner-balance-times' },
          faceTimes,
        ] as const);
  if ((given[other.field] ?? 0) !== 0) return other;
  const balance = given[own.field];
  if (balance === null) return own;
  return balance > (face ?? 0) ? { field: own.field, issue: 'partner-balance-over-face' } : balance;
}
