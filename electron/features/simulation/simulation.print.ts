import type { simulationContract, SimulationView } from '#shared/features/simulation/simulation.contract.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { simulationPageText } from '#shared/text/simulation.text.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { askedBy, sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { simulationDocument } from './simulation.report.ts';
import { simulationWorkbook } from './simulation.workbook.ts';

type Ran = SimulationView & { readonly result: NonNullable<SimulationView['result']> };

/** Error: `simulation-not-run`. */
function assertRan(view: SimulationView): asserts view is Ran {
  if (view.result === null) throw ruleViolated('simulation-not-run', {});
}

/** The figures of a draft on paper and as a workbook. `viewOf`: a draft by its id. */
export const simulationPrinting = (
  printer: Printer,
  viewOf: (reader: Reader, id: number) => Promise<SimulationView>,
): Pick<HandlersOf<typeof simulationContract>, 'print' | 'workbook'> => ({
  async print({ id, format }, context) {
    const { reader, actor, clock } = askedBy(context);
    const view = await viewOf(reader, id);
    assertRan(view);
    const store = (await readSetting(reader, 'storeName')) ?? '';
    const auditCode = shortCode((await auditHead(reader)).hash);
    const document = simulationDocument({ ...view, store, auditCode }, actor.language, clock.now());
    return sheetFile(printer, document, { name: document.title, format, signal: context.signal });
  },
  async workbook({ id }, context) {
    const { reader, actor } = askedBy(context);
    const view = await viewOf(reader, id);
    assertRan(view);
    const bytes = await simulationWorkbook(view.result, view.names, actor.language);
    return new File(
      [new Uint8Array(bytes)],
      `${simulationPageText[actor.language].title} ${view.name}.xlsx`,
      { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
    );
  },
});
