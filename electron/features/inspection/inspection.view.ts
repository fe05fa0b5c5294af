import type {
  AnswerLine,
  EarlierFinding,
  InspectionView,
} from '#shared/features/inspection/inspection.contract.ts';
import type { CheckRefusal } from '#shared/features/inspection/inspection.rules.ts';
import type { CheckPurpose } from '#shared/features/checklist/checklist.content.ts';
import type { SignatureVerdict } from '#shared/features/signature/signature.schema.ts';
import { saidIn } from '#shared/kernel/language.ts';
import { maskPlate } from '#shared/kernel/plate.ts';
import { may } from '#shared/rpc/rights.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { readSignatures, verifySignatures } from '../signature/signature.repository.ts';
import { readFrozen, saysTheSame } from './inspection.content.ts';
import { gates } from './inspection.gates.ts';
import { readAnswers, readCheck, readMarks, readPhotos, type Check } from './inspection.repository.ts';
import { readShown } from './inspection.shown.ts';

/** What earlier signed checks of the same VIN found that was not OK, newest first. */
async function listEarlier(reader: Reader, check: Check): Promise<readonly EarlierFinding[]> {
  if (check.vin === null) return [];
  const rows = await reader
    .selectFrom('inspection as earlier')
    .innerJoin('inspectionAnswer as answer', 'answer.inspectionId', 'earlier.id')
    .leftJoin('action', (join) =>
      join
        .onRef('action.inspectionId', '=', 'earlier.id')
        .onRef('action.inspectionItem', '=', 'answer.item')
        .on('action.removedAt', 'is', null),
    )
    .select([
      'earlier.id as inspectionId',
      'earlier.number',
      'earlier.purpose',
      'earlier.finishedOn',
      'answer.item',
      'answer.note',
      'action.id as actionId',
      'action.number as actionNumber',
      'action.state as actionState',
    ])
    .where('earlier.vin', '=', check.vin)
    .where('earlier.id', '<', check.id)
    .where('earlier.state', '=', 'failed')
    .where('answer.verdict', '=', 'ng')
    .orderBy('earlier.id', 'desc')
    .orderBy('answer.item')
    .execute();
  return rows.map(({ actionState, finishedOn, purpose, ...row }) => ({
    ...row,
    purpose: purpose as CheckPurpose, // written through the field table only
    finishedOn: finishedOn ?? '',
    closed: actionState === 'closed',
  }));
}

async function answerLines(reader: Reader, check: Check): Promise<readonly AnswerLine[]> {
  const answers = [...(await readAnswers(reader, check.id)).values()];
  const ids = [
    ...new Set(answers.flatMap(({ carriedFromId }) => (carriedFromId === null ? [] : [carriedFromId]))),
  ];
  const from =
    ids.length === 0
      ? []
      : await reader.selectFrom('inspection').select(['id', 'number']).where('id', 'in', ids).execute();
  const numbers = new Map(from.map(({ id, number }) => [id, number]));
  return answers.map(
    ({ item, result, number, choice, text, note, photos, version, personName, at, carriedFromId }) => ({
      item,
      result,
      number,
      choice,
      text,
      note,
      photos,
      version,
      personName,
      at,
      carriedFrom: carriedFromId === null ? null : (numbers.get(carriedFromId) ?? null),
    }),
  );
}

/** Signed content against its rows and the audit chain. */
export async function verifyCheck(reader: Reader, check: Check): Promise<SignatureVerdict> {
  if (check.state === 'open') return { state: 'unsigned', problems: [] };
  const frozen = await readFrozen(reader, check.id);
  const found = await verifySignatures(reader, { feature: 'inspection', recordId: check.id }, frozen);
  const problems = new Set(found);
  // A check that was void before it was signed has nothing frozen; every other has.
  if (!frozen && check.finishedAt !== null) problems.add('content');
  if (frozen && !(frozen.parsed && (await saysTheSame(reader, check, frozen.parsed))))
    problems.add('content');
  return { state: problems.size === 0 ? 'valid' : 'void', problems: [...problems] };
}

async function refusalOf(
  { reader, actor, clock }: QueryContext,
  { state, purpose, stockId, repairId }: Check,
): Promise<CheckRefusal | null> {
  if (state !== 'open') return null;
  return gates[purpose].refusal(reader, { purpose, stockId, repairId }, actor, clock.today());
}

/** The English name of the list, as long as the list is still called what the check calls it. */
async function englishName(reader: Reader, { checklistId }: Check, name: string): Promise<string | null> {
  const row = await reader
    .selectFrom('checklist')
    .select('nameEn')
    .where('id', '=', checklistId)
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.nameEn ?? null;
}

/** A check as screens and paper show it; a signed one as it was signed. Error: not-found. */
export async function readView(context: QueryContext, id: number): Promise<InspectionView> {
  const { reader, actor } = context;
  const check = await readCheck(reader, id);
  const frozen = check.state === 'open' ? undefined : await readFrozen(reader, id);
  const shown = frozen?.parsed?.shown ?? (await readShown(reader, check));
  const seesPlate = may(actor.roles, 'customer.seePhone');
  return {
    id,
    version: check.version,
    number: check.number,
    purpose: check.purpose,
    state: check.state,
    round: check.round,
    previousId: check.previousId,
    vin: check.vin,
    plate: check.plate === null || seesPlate ? check.plate : maskPlate(check.plate),
    model: shown.model,
    vehicleKind: shown.vehicleKind,
    stockId: check.stockId,
    repairId: check.repairId,
    repairNumber: shown.repairNumber,
    checklistName: saidIn(
      actor.language,
      shown.checklistName,
      await englishName(reader, check, shown.checklistName),
    ),
    edition: check.edition,
    content: shown.content,
    only: shown.only,
    answers: await answerLines(reader, check),
    photos: (await readPhotos(reader, id)).map(
      ({ id: photoId, item, markId, caption, width, height, personName, at }) => ({
        id: photoId,
        item,
        markId,
        caption,
        width,
        height,
        personName,
        at,
      }),
    ),
    marks: await readMarks(reader, id),
    earlier: await listEarlier(reader, check),
    odometerKm: check.odometerKm,
    note: check.note,
    startedOn: check.startedOn,
    startedByName: shown.startedByName,
    finishedAt: check.finishedAt,
    signatures: await readSignatures(reader, { feature: 'inspection', recordId: id }),
    verdict: await verifyCheck(reader, check),
    refusal: await refusalOf(context, check),
    voidReason: check.voidReason,
    auditCode: frozen?.auditCode ?? null,
  };
}
