import { faceOf, quotaRefusal } from '#shared/features/partner/partner-agreement.rules.ts';
import { normalNumber } from '#shared/features/partner/partner-card.rules.ts';
import {
  openingBalance,
  openingTerm,
  type OpeningProblem,
} from '#shared/features/partner/partner-opening.rules.ts';
import type { StoredAgreement } from '../../../partner/partner.repository.ts';
import type { Stored } from '../lookups.ts';
import { put, RowAsks, text, type Apply, type Given, type RowContext } from '../row-context.ts';
import { RowRefused, type Written } from '../row-writer.ts';

/** More agreements of one partner than these are no list of a store. */
const mostEditions = 500;

const refuse = ({ field, issue }: OpeningProblem): RowRefused =>
  new RowRefused(issue, `partnerCard.${field}`);

const amount = (row: RowContext, field: 'balanceFen' | 'balanceTimes'): number | null => {
  const value = row.values.get(`partnerCard.${field}`);
  return typeof value === 'number' ? value : null;
};

/** The editions of the agreement on one kind of card; the kind may stay out where the partner has but one. */
function editionsOf(row: RowContext, partnerId: number): readonly StoredAgreement[] {
  const all = row.lookups.find(
    'partnerAgreement',
    [['partnerId', partnerId]],
    mostEditions,
  ) as unknown as readonly StoredAgreement[]; // choices were checked when they were written
  if (all.length === 0) throw new RowRefused('partner-without-agreement', 'partnerCard.partnerId');
  const kind = text(row.values.get('partnerCard.agreementId'));
  const named = kind === null ? all : all.filter(({ cardName }) => cardName === kind);
  if (named.length === 0) throw new RowRefused('partner-card-kind-unknown', 'partnerCard.agreementId');
  if (new Set(named.map(({ cardName }) => cardName)).size > 1)
    throw new RowRefused('partner-card-kind-needed', 'partnerCard.agreementId');
  return named;
}

/** The owner of the vehicle that a row names; undefined: no vehicle named, or not on file. */
function ownerOf(row: RowContext): Stored | undefined {
  const [vin, plate] = [text(row.values.get('lookup.vin')), text(row.values.get('lookup.plate'))];
  const byVin = vin === null ? [] : row.lookups.find('vehicle', [['vin', vin]], 1);
  const found =
    byVin.length > 0 || plate === null ? byVin : row.lookups.find('vehicle', [['plate', plate]], 2);
  const owner = found.length === 1 ? found[0]?.['customerId'] : undefined;
  return typeof owner === 'number' ? row.lookups.byId('customer', owner) : undefined;
}

/** The customer who holds the card, who must be on file. Where plate and name say different, or several fit, a person says. */
function holderOf(row: RowContext): number {
  const decided = row.decisions.get('customer');
  if (decided !== undefined && decided > 0) return decided;
  const [name, phone] = [
    text(row.values.get('partnerCard.customerId')),
    text(row.values.get('lookup.phone')),
  ];
  const owner = ownerOf(row);
  if (owner && (name === null || owner['name'] === name)) return owner.id;
  const by = [
    ...(phone === null ? [] : [['phone', phone] as const]),
    ...(name === null ? [] : [['name', name] as const]),
  ];
  const both = by.length === 0 ? [] : row.lookups.find('customer', by, 10);
  // A telephone that nobody of the name has: the name alone.
  const named = both.length > 0 || name === null ? both : row.lookups.find('customer', [['name', name]], 10);
  const candidates = owner ? [owner, ...named.filter(({ id }) => id !== owner.id)] : named;
  const [only] = candidates;
  if (decided === undefined && (candidates.length > 1 || (owner && name !== null)))
    throw new RowAsks('customer', candidates, 'partner-holder-which');
  if (decided === 0 || !only) {
    const said = name ?? phone ?? text(row.values.get('lookup.plate')) ?? text(row.values.get('lookup.vin'));
    throw new RowRefused(
      said === null ? 'partner-holder-needed' : 'customer-unknown',
      'partnerCard.customerId',
    );
  }
  return only.id;
}

/** Cards that came in by an import count in the quotas of the agreement, in the month in which they were given out. */
function assertQuota(
  row: RowContext,
  agreement: StoredAgreement,
  customerId: number,
  issuedOn: string,
): void {
  const book = row.openings();
  if (agreement.totalQuota !== null || agreement.monthQuota !== null) {
    const refusal = quotaRefusal(agreement, book.issued(agreement.id, issuedOn), 1, issuedOn);
    if (refusal)
      throw new RowRefused(
        refusal.reason === 'partner-quota-total' ? 'partner-rows-quota-total' : 'partner-rows-quota-month',
        null,
      );
  }
  const most = agreement.perCustomer;
  if (most !== null && book.had(agreement.id, customerId) >= most)
    throw new RowRefused('partner-rows-per-customer', 'partnerCard.customerId');
}

/** A card that is there already: as the row says, or refused, because only its own entries change it. */
function asItStands(match: Stored, values: Given): Written {
  const differs = (['agreementId', 'customerId', 'expiresOn', 'balanceFen', 'balanceTimes'] as const).some(
    (field) => (values[field] ?? null) !== (match[field] ?? null),
  );
  if (differs) throw new RowRefused('partner-card-there', 'partnerCard.number');
  return { feature: 'partnerCard', id: match.id, what: 'unchanged', changes: [] };
}

const free: readonly unknown[] = ['stock', 'cancelled'];

/** 原有合作卡: one row a card; what it has left becomes the opening entry of its ledger. */
export const applyPartnerCard: Apply = (row) => {
  const { personId } = row;
  if (personId === null) throw new RowRefused('partner-rows-person', null);
  const number = normalNumber(text(row.values.get('partnerCard.number')) ?? '');
  if (number === '') throw new RowRefused('required', 'partnerCard.number');
  const partnerName = text(row.values.get('partnerCard.partnerId'));
  if (partnerName === null) throw new RowRefused('required', 'partnerCard.partnerId');
  const partner = row.lookups.find('partner', [['name', partnerName]], 1)[0];
  if (!partner) throw new RowRefused('partner-unknown', 'partnerCard.partnerId');
  const term = openingTerm(
    {
      issuedOn: text(row.values.get('partnerCard.issuedOn')),
      expiresOn: text(row.values.get('partnerCard.expiresOn')),
    },
    editionsOf(row, partner.id),
    row.today,
  );
  if ('issue' in term) throw refuse(term);
  const { edition, issuedOn, expiresOn } = term;
  const balance = openingBalance(edition, {
    balanceFen: amount(row, 'balanceFen'),
    balanceTimes: amount(row, 'balanceTimes'),
  });
  if (typeof balance !== 'number') throw refuse(balance);
  const customerId = holderOf(row);
  const note = text(row.values.get('partnerCard.note'));
  const isMoney = edition.unit === 'money';
  const values: Given = {
    number,
    partnerId: partner.id,
    agreementId: edition.id,
    state: balance === 0 ? 'used' : 'issued',
    customerId,
    issuedOn,
    expiresOn,
    ...(isMoney
      ? { faceFen: faceOf(edition), balanceFen: balance }
      : { faceTimes: faceOf(edition), balanceTimes: balance }),
    personId,
    ...(note === null ? {} : { note }),
  };
  const match = row.lookups.find(
    'partnerCard',
    [
      ['number', number],
      ['partnerId', partner.id],
    ],
    1,
  )[0];
  // Rows that were refused do not count: the right one may come after a wrong one.
  const mark = `partnerCard|${partner.id}|${number}`;
  if (match && !free.includes(match['state'])) {
    if (row.ordinal(mark) > 0) throw new RowRefused('partner-card-twice', 'partnerCard.number');
    return [asItStands(match, values)];
  }
  // A number that was taken back from a card of the other unit stays what it was.
  if (match && (match[isMoney ? 'faceTimes' : 'faceFen'] ?? null) !== null)
    throw new RowRefused('partner-card-there', 'partnerCard.number');
  assertQuota(row, edition, customerId, issuedOn);
  const written = put(row, 'partnerCard', match, values);
  row.ordinal(mark);
  row.openings().open({ id: written.id, partnerId: partner.id }, edition, balance, personId);
  return [written];
};
