import type { incomeContract } from '#shared/features/income/income.contract.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { askedBy, sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { readBasis, reckon } from './income.basis.ts';
import { incomeDocument } from './income.report.ts';

type Printing = Pick<HandlersOf<typeof incomeContract>, 'print'>;

export const printHandlers = (printer: Printer): Printing => ({
  async print({ personId, format, ...wanted }, context) {
    const asked = askedBy(context);
    const { reader, actor, clock } = asked;
    const basis = await readBasis(asked, clock.now(), personId);
    const reckoned = reckon(basis, wanted);
    const store = (await readSetting(reader, 'storeName')) ?? '';
    const auditCode = shortCode((await auditHead(reader)).hash);
    const document = incomeDocument(
      { basis, reckoned, wishFen: wanted.what.wishFen, store, auditCode },
      actor.language,
      clock.now(),
    );
    return sheetFile(printer, document, {
      name: `${basis.person.name}-${wanted.fromMonth}`,
      format,
      signal: context.signal,
    });
  },
});
