import type { planContract, PlanView } from '#shared/features/plan/plan.contract.ts';
import { may } from '#shared/rpc/rights.ts';
import { DeskError, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { ActionContext, HandlersOf } from '#electron/kernel/handler.ts';
import type { Jobs } from '#electron/kernel/jobs.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { keepSheet } from '#electron/reports/keep-sheet.ts';
import { askedBy, sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { filled } from '#shared/text/filled.ts';
import { planText } from '#shared/text/plan.text.ts';
import { planBook } from './plan.book.ts';
import { readPlanBudget } from './plan.budget.ts';
import { readGoalTree, readPersonGoals } from './plan.goals.ts';
import { goalCardDocument, posterDocument } from './plan.poster.ts';
import { listEditions } from './plan.repository.ts';
import { measuresOf, readView } from './plan.view.ts';
import { planWorkbook, type WorkbookData } from './plan.workbook.ts';

export type PlanPrinter = Printer & {
  readonly jobs: Jobs;
  /** Where printed files are kept. */
  readonly folder: string;
};

type Printing = Pick<HandlersOf<typeof planContract>, 'preview' | 'print' | 'poster' | 'goalCard'>;

/** Paper shows what the person who prints it may see. */
const viewOf = (context: ActionContext, id: number): Promise<PlanView> =>
  readView(context.reader, id, context.clock.today(), askedBy(context).actor);

/** Read before the job begins: what the person may see at that moment. */
async function workbookData(context: ActionContext, view: PlanView): Promise<WorkbookData> {
  const { reader } = context;
  return {
    view,
    goals: await readGoalTree(reader, view.content),
    budget: await readPlanBudget(reader, view.content.year, askedBy(context).actor),
  };
}

/** The newest edition that is approved; without one the newest of all. */
async function readPlanOfYear(context: ActionContext, year: number): Promise<PlanView | undefined> {
  const editions = await listEditions(context.reader, year);
  const chosen = editions.find(({ state }) => state === 'approved') ?? editions[0];
  return chosen && viewOf(context, chosen.id);
}

type Person = {
  readonly id: number;
  readonly name: string;
  readonly post: string | null;
  readonly department: string | null;
};

async function readPerson(reader: Reader, id: number): Promise<Person> {
  const row = await reader
    .selectFrom('person')
    .leftJoin('post', 'post.id', 'person.postId')
    .leftJoin('department', 'department.id', 'person.departmentId')
    .select(['person.id', 'person.name', 'post.name as post', 'department.name as department'])
    .where('person.id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('person', id);
  return row;
}

/** People of a department, whose measures its poster shows. */
async function peopleOf(reader: Reader, departmentId: number): Promise<Set<number>> {
  const rows = await reader
    .selectFrom('person')
    .select('id')
    .where('departmentId', '=', departmentId)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

async function departmentName(reader: Reader, id: number): Promise<string> {
  const row = await reader.selectFrom('department').select('name').where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('department', id);
  return row.name;
}

export const printHandlers = (printer: PlanPrinter): Printing => ({
  async preview({ id }, context) {
    const { actor, clock, signal } = { ...context, ...askedBy(context) };
    const document = planBook(await viewOf(context, id), actor.language, clock.now());
    return sheetFile(printer, document, { name: document.title, format: 'pdf', signal });
  },

  async print({ id, format }, context) {
    const { actor } = askedBy(context);
    const view = await viewOf(context, id);
    const now = context.clock.now();
    const document = planBook(view, actor.language, now);
    const workbook = format === 'xlsx' ? await workbookData(context, view) : undefined;
    const name = `${document.title} V${view.content.edition}.${format}`;
    const { jobs, reports, attachments, folder } = printer;
    const { id: jobId } = await jobs.start({
      kind: 'plan.print',
      subject: name,
      personId: actor.personId,
      async run({ signal, progress }) {
        const options = { signal, pictureFolder: attachments.folder };
        progress(10, 'drawing');
        const bytes = workbook
          ? await planWorkbook(workbook, actor.language, now)
          : (
              await (format === 'docx'
                ? reports.renderDocx(document, options)
                : reports.renderPdf(document, options))
            ).bytes;
        signal.throwIfAborted();
        progress(95, 'writing');
        return { result: { format }, file: await keepSheet(folder, name, bytes) };
      },
    });
    return { jobId };
  },

  async poster({ id, departmentId }, context) {
    const { actor } = askedBy(context);
    const { reader, clock, signal } = context;
    const { content } = await viewOf(context, id);
    const people = departmentId === null ? undefined : await peopleOf(reader, departmentId);
    const department = departmentId === null ? null : await departmentName(reader, departmentId);
    const document = posterDocument(
      {
        content,
        department,
        goals: content.goals.filter((line) => line.departmentId === departmentId),
        measures: measuresOf(content.parts).filter(({ ownerId }) => !people || people.has(ownerId ?? 0)),
      },
      actor.language,
      clock.now(),
    );
    return sheetFile(printer, document, {
      name: `${document.title} ${document.subtitle ?? ''}`,
      format: 'pdf',
      signal,
    });
  },

  async goalCard({ year, personId }, context) {
    const { actor } = askedBy(context);
    const { reader, clock, signal } = context;
    if (personId !== actor.personId && !may(actor.roles, 'othersGoal.read'))
      throw new DeskError({ code: 'forbidden', right: 'othersGoal.read' });
    const person = await readPerson(reader, personId);
    const goals = await readPersonGoals(reader, year, personId);
    const plan = await readPlanOfYear(context, year);
    const measures = plan ? measuresOf(plan.content.parts).filter(({ ownerId }) => ownerId === personId) : [];
    if (goals.length + measures.length === 0) throw ruleViolated('no-goals-of-person');
    const storeName = (await readSetting(reader, 'storeName')) ?? '';
    const document = goalCardDocument(
      { storeName, year, person, goals, measures },
      actor.language,
      clock.now(),
    );
    const name = filled(planText[actor.language].card.title, { year });
    return sheetFile(printer, document, { name: `${name} ${person.name}`, format: 'pdf', signal });
  },
});
