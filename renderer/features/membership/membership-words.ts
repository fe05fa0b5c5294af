import type { LedgerEntry } from '#shared/features/membership/membership-views.ts';
import type { Amounts } from '#shared/features/membership/membership-ledger.rules.ts';
import type { ScreenTexts } from '#renderer/hooks/use-texts.ts';

/** A receipt for what has none: sent twice, it is still posted once. */
export const ownReceiptKey = (): string => `auto:${crypto.randomUUID()}`;

const signed = (count: number): string =>
  count > 0 ? `+${count.toLocaleString('en')}` : count.toLocaleString('en');

/** What an entry changed, part by part. */
export function changesOf(entry: LedgerEntry, { t, money }: ScreenTexts): readonly string[] {
  const signedMoney = (fen: number): string => (fen > 0 ? `+${money(fen)}` : money(fen));
  const parts = [
    entry.saleFen === 0 ? '' : t('membership.changeSale', { money: money(entry.saleFen) }),
    entry.points === 0 ? '' : t('membership.changePoints', { points: signed(entry.points) }),
    entry.principalFen === 0
      ? ''
      : t('membership.changePrincipal', { money: signedMoney(entry.principalFen) }),
    entry.bonusFen === 0 ? '' : t('membership.changeBonus', { money: signedMoney(entry.bonusFen) }),
    entry.units === 0
      ? ''
      : t((entry.reversedKind ?? entry.kind) === 'fee' ? 'membership.changeFee' : 'membership.changeUnits', {
          units: signed(entry.units),
        }),
  ].filter((part) => part !== '');
  return parts.length === 0 ? [t('membership.changeNone')] : parts;
}

/** What is left after an entry, of what there is. */
export function balanceText(
  { points, principalFen, bonusFen, units }: Amounts,
  { t, money }: ScreenTexts,
): string {
  const stored = principalFen + bonusFen;
  return [
    t('membership.changePoints', { points: points.toLocaleString('en') }),
    ...(stored === 0 ? [] : [`${t('membership.money')} ${money(stored)}`]),
    ...(units === 0 ? [] : [t('membership.balanceUnits', { units })]),
  ].join(' · ');
}
