import type { partnerAgreementContract } from '#shared/features/partner/partner.contract.ts';
import { addDays, formatDay } from '#shared/kernel/day.ts';
import { invalidField, notFound } from '#shared/rpc/desk-error.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { createRecord, updateRecord } from '#electron/kernel/record/record-handlers.ts';
import { lastIssueDay } from './partner.gate.ts';
import { usableAgreements } from './partner.usable-agreements.ts';
import { partnerAgreementRecord } from './partner.record.ts';
import { findAgreement } from './partner.repository.ts';

type Agreements = Pick<HandlersOf<typeof partnerAgreementContract>, 'usable' | 'renew'>;

export const agreementHandlers: Agreements = {
  usable: (_input, { reader, clock }) => usableAgreements(reader, clock.today()),

  async renew({ id, fromDay, toDay }, context) {
    const { writer, actor } = context;
    const agreement = await findAgreement(writer, id);
    if (!agreement || agreement.removedAt !== null) throw notFound('partnerAgreement', id);
    const { id: _id, removedAt: _removed, ...rest } = agreement;
    const terms = Object.fromEntries(
      Object.keys(partnerAgreementRecord.fields).map((name) => [name, rest[name as keyof typeof rest]]),
    );
    const last = await lastIssueDay(context, id);
    if (fromDay <= agreement.validFrom || (last !== undefined && fromDay <= last))
      throw invalidField('fromDay', 'partner-renew-from', {
        last: formatDay(last ?? agreement.validFrom, actor.language),
      });
    const end = addDays(fromDay, -1);
    if (agreement.validTo > end)
      await updateRecord(context, partnerAgreementRecord, id, null, { ...terms, validTo: end });
    return {
      id: await createRecord(context, partnerAgreementRecord, {
        ...terms,
        validFrom: fromDay,
        validTo: toDay,
      }),
    };
  },
};
