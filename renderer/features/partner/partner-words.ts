import type { CardEntry } from '#shared/features/partner/partner-card.contract.ts';
import type { CardUnit } from '#shared/features/partner/partner.fields.ts';
import type { ScreenTexts } from '#renderer/hooks/use-texts.ts';

/** A key for an order: sent twice, it is carried out once. */
export const ownKey = (): string => `auto:${crypto.randomUUID()}`;

/** A quantity in the card's unit, as people write it. */
export const quantityText = (
  unit: CardUnit,
  quantity: number,
  { t, money }: Pick<ScreenTexts, 't' | 'money'>,
): string => (unit === 'money' ? money(quantity) : t('partner.timesOf', { count: quantity }));

/** What an entry is called; a reversal by what it reverses. */
export const entryText = (
  { kind, reversedKind }: Pick<CardEntry, 'kind' | 'reversedKind'>,
  { t }: Pick<ScreenTexts, 't'>,
): string =>
  reversedKind === null
    ? t(`partner.kinds.${kind}`)
    : t('partner.reversalOf', { kind: t(`partner.kinds.${reversedKind}`) });

/** 发卡给选中的会员: the address of the page with the memberships that were selected, and back. */
export const issueToMembers = (membershipIds: readonly number[]): string =>
  `/partner-card/issue#${membershipIds.join('-')}`;
export const selectedMembers = (hash: string): number[] =>
  /^\d+(?:-\d+)*$/u.test(hash) ? hash.split('-').map(Number) : [];
