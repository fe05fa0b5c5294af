import { cardsLeft, faceOf, worthOf } from '#shared/features/partner/partner-agreement.rules.ts';
import { lastDay } from '#shared/features/partner/partner-card.rules.ts';
import type { UsableAgreement } from '#shared/features/partner/partner.contract.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { readIssued, type StoredAgreement } from './partner.repository.ts';

/** Agreements of active partners that hold today, with what can still be issued. */
export async function usableAgreements(reader: Reader, today: Day): Promise<UsableAgreement[]> {
  const rows = await reader
    .selectFrom('partnerAgreement as agreement')
    .innerJoin('partner', 'partner.id', 'agreement.partnerId')
    .selectAll('agreement')
    .select('partner.name as partnerName')
    .where('agreement.removedAt', 'is', null)
    .where('partner.removedAt', 'is', null)
    .where('partner.state', '=', 'active')
    .where('agreement.validFrom', '<=', today)
    .where('agreement.validTo', '>=', today)
    .orderBy('partner.name')
    .orderBy('agreement.cardName')
    .execute();
  return Promise.all(
    rows.map(async (row) => {
      const agreement = row as typeof row & StoredAgreement; // choices were checked when they were written
      const left = cardsLeft(agreement, await readIssued(reader, agreement.id, today));
      const { stock } = await reader
        .selectFrom('partnerCard')
        .select(({ fn }) => fn.countAll<number>().as('stock'))
        .where('partnerId', '=', agreement.partnerId)
        .where('state', '=', 'stock')
        .executeTakeFirstOrThrow();
      const face = faceOf(agreement);
      return {
        id: agreement.id,
        partnerId: agreement.partnerId,
        partnerName: row.partnerName,
        cardName: agreement.cardName,
        unit: agreement.unit,
        face,
        worthFen: worthOf(agreement, face),
        numbering: agreement.numbering,
        validTo: agreement.validTo,
        expiresOn: lastDay(today, agreement.validDays),
        monthLeft: left.month,
        totalLeft: left.total,
        perCustomer: agreement.perCustomer,
        inStock: stock,
      };
    }),
  );
}
