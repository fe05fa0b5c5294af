import { frozenTerms } from '#shared/features/partner/partner-agreement.rules.ts';
import type { Lookups, Stored } from '../lookups.ts';
import { given, put, text, type Apply, type Given, type RowContext } from '../row-context.ts';
import { RowRefused, type Written } from '../row-writer.ts';

/** More agreements of one partner and kind of card than these are no list of a store. */
const mostEditions = 500;

/** Once a card was issued the terms stand; the end may be moved later. */
function assertOpen(lookups: Lookups, before: Stored, asked: Given): void {
  if (lookups.find('partnerCard', [['agreementId', before.id]], 1).length === 0) return;
  const frozen = frozenTerms.find(
    (name) => (asked[name] ?? null) !== null && asked[name] !== (before[name] ?? null),
  );
  if (frozen !== undefined) throw new RowRefused('partner-terms-frozen', `partnerAgreement.${frozen}`);
  if (asked['validTo'] && String(asked['validTo']) < String(before['validTo']))
    throw new RowRefused('partner-terms-frozen', 'partnerAgreement.validTo');
}

/** The agreement of a row: a kind of card of a partner from a day on. No two hold on the same day. */
function putAgreement(row: RowContext, agreement: Given, partnerId: number): Written {
  const { cardName, validFrom } = agreement;
  if (!cardName) throw new RowRefused('required', 'partnerAgreement.cardName');
  if (!validFrom) throw new RowRefused('required', 'partnerAgreement.validFrom');
  const editions = row.lookups.find(
    'partnerAgreement',
    [
      ['cardName', cardName],
      ['partnerId', partnerId],
    ],
    mostEditions,
  );
  const match = editions.find((one) => one['validFrom'] === validFrom);
  const validTo = String(agreement['validTo'] ?? match?.['validTo'] ?? validFrom);
  const overlaps = editions.some(
    (one) =>
      one !== match && String(one['validFrom']) <= validTo && String(one['validTo']) >= String(validFrom),
  );
  if (overlaps) throw new RowRefused('partner-rows-overlap', 'partnerAgreement.validFrom');
  if (match) assertOpen(row.lookups, match, agreement);
  return put(row, 'partnerAgreement', match, { ...agreement, partnerId });
}

/** Partners and their agreements; kinds of partners that a row names are made when they are not there yet. */
export const applyPartner: Apply = (row) => {
  const partner = given(row, 'partner', ['personId']);
  if (!partner['name']) throw new RowRefused('required', 'partner.name');
  const match = row.lookups.find('partner', [['name', text(partner['name'])]], 1)[0];
  const written: Written[] = [];
  const kind = text(row.values.get('partnerKind.name'));
  if (kind === null && !match) throw new RowRefused('required', 'partnerKind.name');
  if (kind !== null) {
    // An English list names kinds in English.
    const found =
      row.lookups.find('partnerKind', [['name', kind]], 1)[0] ??
      row.lookups.find('partnerKind', [['nameEn', kind]], 1)[0];
    const done = put(row, 'partnerKind', found, {}, { name: kind });
    written.push(done);
    partner['kindId'] = done.id;
  }
  const done = put(row, 'partner', match, partner);
  written.push(done);
  const agreement = given(row, 'partnerAgreement');
  const isAgreement = Object.entries(agreement).some(([name, value]) => name !== 'note' && value !== null);
  if (isAgreement) written.push(putAgreement(row, agreement, done.id));
  return written;
};
