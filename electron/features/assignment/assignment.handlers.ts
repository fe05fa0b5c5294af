import type { assignmentContract } from '#shared/features/assignment/assignment.contract.ts';
import { holdingKinds } from '#shared/features/assignment/assignment.rules.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { askedBy, sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { handingHandlers } from './assignment.handing.ts';
import { readNamed } from './assignment.holdings.ts';
import { readingHandlers } from './assignment.reading.ts';
import { handOverDocument, type PrintedHandOver } from './assignment.report.ts';
import { mustFindHandOver, readNames } from './assignment.repository.ts';

export const assignmentHandlers = (printer: Printer): HandlersOf<typeof assignmentContract> => ({
  ...readingHandlers,
  ...handingHandlers,

  async print({ id, format }, context) {
    const { reader, actor, clock } = askedBy(context);
    const { moved, fromName, cause, reason, at, personName, undoneAt } = await mustFindHandOver(reader, id);
    const names = await readNames(
      reader,
      moved.map(({ toId }) => toId),
    );
    const parts: PrintedHandOver['parts'][number][] = [];
    for (const kind of holdingKinds)
      for (const { toId, ids } of moved.filter((one) => one.kind === kind && one.ids.length > 0)) {
        const rows = await readNamed(reader, kind, ids);
        parts.push({
          kind,
          toName: names.get(toId) ?? '',
          rows: ids.map((one) => {
            const { title, detail, customerName = null } = rows.get(one) ?? {};
            return { title: title ?? '', detail: detail ?? '', customerName };
          }),
        });
      }
    const document = handOverDocument(
      {
        store: (await readSetting(reader, 'storeName')) ?? '',
        auditCode: shortCode((await auditHead(reader)).hash),
        id,
        fromName,
        cause,
        reason,
        at,
        personName,
        isUndone: undoneAt !== null,
        parts,
      },
      actor.language,
      clock.now(),
    );
    return sheetFile(printer, document, {
      name: `${document.title} ${fromName}`,
      format,
      signal: context.signal,
    });
  },
});
