import type { EvaluationQuestion, VisitEvaluation } from '#shared/features/evaluation/evaluation.contract.ts';
import type { EvaluationWay, Visit } from '#shared/features/evaluation/evaluation.fields.ts';
import type { Day } from '#shared/kernel/day.ts';
import { saidIn, type Language } from '#shared/kernel/language.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';

/** What is evaluated: who served whom, and when the customer had it back. */
export type Served = {
  readonly repairId: number | null;
  readonly orderId: number | null;
  readonly customerId: number | null;
  readonly personId: number | null;
  readonly servedOn: Day;
  /** Nothing is asked before the work is done. */
  readonly isDone: boolean;
};

/** The repair or order; undefined where there is none. */
export async function readServed(
  reader: Reader | Writer,
  visit: Visit,
  id: number,
): Promise<Served | undefined> {
  if (visit === 'repair') {
    const row = await reader
      .selectFrom('repair')
      .select(['customerId', 'adviserId', 'state', 'checkedInOn', 'handedOverOn'])
      .where('id', '=', id)
      .where('removedAt', 'is', null)
      .executeTakeFirst();
    return (
      row && {
        repairId: id,
        orderId: null,
        customerId: row.customerId,
        personId: row.adviserId,
        servedOn: row.handedOverOn ?? row.checkedInOn,
        isDone: row.state === 'done' || row.state === 'handedOver',
      }
    );
  }
  const row = await reader
    .selectFrom('vehicleOrder')
    .select(['customerId', 'consultantId', 'state', 'orderedOn', 'deliveredOn'])
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return (
    row && {
      repairId: null,
      orderId: id,
      customerId: row.customerId,
      personId: row.consultantId,
      servedOn: row.deliveredOn ?? row.orderedOn,
      isDone: row.state === 'delivered',
    }
  );
}

const columns = [
  'id',
  'version',
  'number',
  'visit',
  'repairId',
  'orderId',
  'customerId',
  'personId',
  'askedOn',
  'askedById',
  'state',
  'way',
  'answeredOn',
  'scoreHundredths',
  'recommend',
  'complaintId',
] as const;

export type StoredEvaluation = NonNullable<Awaited<ReturnType<typeof readEvaluation>>>;

export const readEvaluation = (reader: Reader | Writer, id: number) =>
  reader.selectFrom('evaluation').select(columns).where('id', '=', id).executeTakeFirst();

const sourceColumn = { repair: 'repairId', delivery: 'orderId' } as const;

/** The evaluation of a visit; a visit has at most one. */
export const readOfVisit = (reader: Reader | Writer, visit: Visit, sourceId: number) =>
  reader
    .selectFrom('evaluation')
    .select(columns)
    .where(sourceColumn[visit], '=', sourceId)
    .executeTakeFirst();

/** The evaluation that a code opens on a day, by its hash; undefined for one that is unknown, used or out of time. */
export async function readByCode(
  reader: Reader | Writer,
  hash: string,
  today: Day,
): Promise<StoredEvaluation | undefined> {
  const code = await reader
    .selectFrom('evaluationCode')
    .select('evaluationId')
    .where('hash', '=', hash)
    .where('until', '>=', today)
    .executeTakeFirst();
  return code && readEvaluation(reader, code.evaluationId);
}

export const visitEvaluation = (row: StoredEvaluation): VisitEvaluation => ({
  id: row.id,
  number: row.number,
  state: row.state as VisitEvaluation['state'], // written by this feature only
  way: row.way as EvaluationWay | null,
  askedOn: row.askedOn,
  answeredOn: row.answeredOn,
  scoreHundredths: row.scoreHundredths,
  recommend: row.recommend,
  complaintId: row.complaintId,
});

/** The questions in their order, as both languages say them, with the scores that they got. */
export const readQuestions = (reader: Reader | Writer, evaluationId: number) =>
  reader
    .selectFrom('evaluationQuestion')
    .innerJoin('standard', 'standard.id', 'evaluationQuestion.standardId')
    .leftJoin('serviceScore', (join) =>
      join
        .onRef('serviceScore.standardId', '=', 'evaluationQuestion.standardId')
        .on('serviceScore.evaluationId', '=', evaluationId)
        .on('serviceScore.removedAt', 'is', null),
    )
    .select(['standard.id as standardId', 'standard.text', 'standard.textEn', 'serviceScore.score'])
    .where('evaluationQuestion.evaluationId', '=', evaluationId)
    .orderBy('evaluationQuestion.place')
    .execute();

export const questionsIn = async (
  reader: Reader,
  evaluationId: number,
  language: Language,
): Promise<readonly EvaluationQuestion[]> =>
  (await readQuestions(reader, evaluationId)).map(({ standardId, text, textEn, score }) => ({
    standardId,
    text: saidIn(language, text, textEn),
    score,
  }));

export async function readPersonName(reader: Reader | Writer, id: number): Promise<string> {
  const row = await reader.selectFrom('person').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? '';
}

/** A new code takes the place of the one that was out. */
export async function saveCode(
  writer: Writer,
  evaluationId: number,
  hash: string,
  until: Day,
): Promise<void> {
  await writer
    .insertInto('evaluationCode')
    .values({ evaluationId, hash, until })
    .onConflict((conflict) => conflict.column('evaluationId').doUpdateSet({ hash, until }))
    .execute();
}

type End = {
  readonly state: 'answered' | 'withdrawn';
  readonly way: EvaluationWay | null;
  readonly answeredOn: Day | null;
  readonly scoreHundredths: number | null;
  readonly recommend: number | null;
  readonly words: string | null;
  readonly complaintId: number | null;
  readonly withdrawnReason: string | null;
};

/** How an evaluation ended, as a new version that the audit tells. The code that was out opens nothing any more. */
export async function saveEnd(
  { writer, clock, changed }: CommandContext,
  before: StoredEvaluation,
  end: End,
): Promise<void> {
  await writer
    .updateTable('evaluation')
    .set({
      ...end,
      version: before.version + 1,
      updatedAt: clock.now(),
    })
    .where('id', '=', before.id)
    .execute();
  await writer.deleteFrom('evaluationCode').where('evaluationId', '=', before.id).execute();
  const changes = Object.entries(end).flatMap(([field, after]) => {
    const old = field === 'state' ? before.state : null; // nothing else was filled while it waited
    return old === after ? [] : [{ field, before: old, after }];
  });
  changed({ feature: 'evaluation', id: before.id, changes });
}

/** Number of the repair order or order. */
export async function readSourceNumber(reader: Reader, visit: Visit, id: number): Promise<string> {
  const row = await reader
    .selectFrom(visit === 'repair' ? 'repair' : 'vehicleOrder')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.number ?? '';
}
