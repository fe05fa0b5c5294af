import type { complaintContract } from '#shared/features/complaint/complaint.contract.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { askedBy, sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { complaintDocument } from './complaint.report.ts';
import { viewComplaint } from './complaint.view.ts';

type Printing = Pick<HandlersOf<typeof complaintContract>, 'print'>;

export const printHandlers = (printer: Printer): Printing => ({
  async print({ id, format }, context) {
    const asked = askedBy(context);
    const { reader, actor, clock } = asked;
    const view = await viewComplaint(asked, id);
    const store = (await readSetting(reader, 'storeName')) ?? '';
    const auditCode = shortCode((await auditHead(reader)).hash);
    const document = complaintDocument({ view, store, auditCode }, actor.language, clock.now());
    return sheetFile(printer, document, { name: view.number, format, signal: context.signal });
  },
});
