import { repairPurposes, type RepairPurpose } from '#shared/features/checklist/checklist.content.ts';
import { repairRound } from '#shared/features/inspection/inspection-work.rules.ts';
import { latestOf } from '#shared/features/inspection/inspection.rules.ts';
import type { LevelLine, RepairChecks, RoundLine } from '#shared/features/repair/repair.contract.ts';
import {
  leaveRefusal,
  needsCertificate,
  returnCandidate,
  warrantyOf,
  warrantyRuleOn,
} from '#shared/features/repair/repair.rules.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { readCertificates } from './certificate.repository.ts';
import {
  listLeftRepairs,
  listPartExceptions,
  listReworks,
  listWarrantyRules,
  readLeaving,
  type CheckedRepair,
} from './repair-check.repository.ts';
import { repairGate } from './repair.checking.ts';

/** Every check of a repair, oldest first. */
async function listRounds(reader: Reader, repairId: number): Promise<readonly RoundLine[]> {
  const rows = await reader
    .selectFrom('inspection')
    .leftJoin('person', 'person.id', 'inspection.finishedById')
    .select([
      'inspection.id as inspectionId',
      'inspection.number',
      'inspection.round',
      'inspection.purpose',
      'inspection.state',
      'person.name as signerName',
      'inspection.finishedOn',
      'inspection.ngCount',
    ])
    .where('inspection.repairId', '=', repairId)
    .where('inspection.removedAt', 'is', null)
    .orderBy('inspection.id')
    .execute();
  return rows as readonly RoundLine[]; // choices written through the field table only
}

/** What the quality part of a repair order shows, for this person today. */
export async function readRepairChecks(context: QueryContext, repair: CheckedRepair): Promise<RepairChecks> {
  const { reader, actor, clock } = context;
  const today = clock.today();
  const { repairClass } = repair;
  const rounds = await listRounds(reader, repair.id);
  const leaving = await readLeaving(reader, repair.id);
  const level = async (purpose: RepairPurpose): Promise<LevelLine> => {
    const last = latestOf(leaving.checks, purpose);
    const line = rounds.find(({ inspectionId }) => inspectionId === last?.id);
    return {
      purpose,
      inspectionId: last?.id ?? null,
      state: last?.state ?? 'missing',
      signerName: line?.signerName ?? null,
      finishedOn: last?.finishedOn ?? null,
      refusal:
        last?.state === 'passed'
          ? null
          : await repairGate.refusal(reader, { stockId: null, repairId: repair.id, purpose }, actor, today),
    };
  };
  const rules = await listWarrantyRules(reader);
  const left = repair.handedOverOn ?? today;
  const rule = repairClass === null ? undefined : warrantyRuleOn(rules, repairClass, left);
  const candidate = returnCandidate(repair, await listLeftRepairs(reader, repair), rules);
  const levels: LevelLine[] = [];
  for (const purpose of repairPurposes) levels.push(await level(purpose));
  return {
    repairClass,
    round: repairRound(rounds.map((line) => ({ ...line, id: line.inspectionId, signerId: null }))),
    levels,
    rounds,
    reworks: await listReworks(reader, repair.id),
    exceptions: await listPartExceptions(reader, { repairId: repair.id }),
    certificates: await readCertificates(reader, repair.id),
    needsCertificate: needsCertificate(repairClass),
    leaveRefusal: leaveRefusal({ repairClass, ...leaving }),
    warranty: rule
      ? {
          ...warrantyOf(rule, { on: left, odometerKm: repair.odometerKm }),
          days: rule.days,
          kilometres: rule.kilometres,
        }
      : null,
    returnCandidate: candidate
      ? {
          id: candidate.id,
          number: candidate.number,
          leftOn: candidate.leftOn,
          untilOn: candidate.untilOn,
          untilKm: candidate.untilKm,
        }
      : null,
    isReturn: repair.isReturn,
  };
}
