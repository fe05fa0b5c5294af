import { measureParts, type Measure, type PlanPartContents } from '#shared/features/plan/plan.content.ts';
import type { PlanContent, PlanView } from '#shared/features/plan/plan.contract.ts';
import { missingForSubmit } from '#shared/features/plan/plan-missing.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { Actor } from '#electron/kernel/handler.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { readSignatures } from '../signature/signature.repository.ts';
import { readClosing } from './plan.closing.ts';
import { readPlanGoals } from './plan.goals.ts';
import { readPlanPay, seenBy } from './plan.pay.ts';
import { listEditions, listMeasureActions, readParts, readPlan, type PlanHead } from './plan.repository.ts';
import { readFrozenPlan, verifyPlan } from './plan.signature.ts';

/** All measures of a plan, those of the strategies too. */
export const measuresOf = (parts: PlanPartContents): readonly Measure[] =>
  measureParts.flatMap((part) => parts[part].measures);

type Owner = { readonly id: number; readonly name: string; readonly present: boolean };

async function readOwners(reader: Reader, parts: PlanPartContents, today: Day): Promise<Owner[]> {
  const ids = [...new Set(measuresOf(parts).flatMap(({ ownerId }) => ownerId ?? []))];
  if (ids.length === 0) return [];
  const rows = await reader
    .selectFrom('person')
    .select(['id', 'name', 'leftOn', 'removedAt'])
    .where('id', 'in', ids)
    .execute();
  return rows.map(({ id, name, leftOn, removedAt }) => ({
    id,
    name,
    present: removedAt === null && (leftOn === null || leftOn >= today),
  }));
}

/** The whole content of a draft, with its figures as they are now; and who of its people is in post. */
export async function readContent(
  reader: Reader,
  head: PlanHead,
  today: Day,
): Promise<{ readonly content: PlanContent; readonly isPresent: (personId: number) => boolean }> {
  const { parts } = await readParts(reader, head.id);
  const owners = await readOwners(reader, parts, today);
  const present = new Set(owners.filter((one) => one.present).map(({ id }) => id));
  return {
    content: {
      storeName: (await readSetting(reader, 'storeName')) ?? '',
      year: head.year,
      edition: head.edition,
      reason: head.reason,
      parts,
      closing: await readClosing(reader, head.year - 1, today),
      ...(await readPlanGoals(reader, head.year)),
      pay: await readPlanPay(reader, head.year),
      people: Object.fromEntries(owners.map(({ id, name }) => [String(id), name])),
    },
    isPresent: (personId) => present.has(personId),
  };
}

/** The signed content of an approved edition. Error: storage `damaged` when it is gone or no longer readable. */
async function readSigned(reader: Reader, id: number): Promise<{ content: PlanContent; auditCode: string }> {
  const frozen = await readFrozenPlan(reader, id);
  if (!frozen?.parsed) throw new DeskError({ code: 'storage', reason: 'damaged' });
  return { content: frozen.parsed, auditCode: frozen.auditCode };
}

/**
 * An edition as screens and paper show it to a person: an open one with fresh figures, an approved one as it was signed.
 */
export async function readView(
  reader: Reader,
  id: number,
  today: Day,
  viewer: Pick<Actor, 'personId' | 'roles'>,
): Promise<PlanView> {
  const head = await readPlan(reader, id);
  const { edits } = await readParts(reader, id);
  const open = head.state === 'approved' ? undefined : await readContent(reader, head, today);
  const signed = open ? undefined : await readSigned(reader, id);
  const content = open?.content ?? signed?.content;
  if (!content) throw new DeskError({ code: 'storage', reason: 'damaged' });
  return {
    id,
    state: head.state,
    ...(await seenBy(reader, viewer, content)),
    edits,
    editions: await listEditions(reader, head.year),
    actions: await listMeasureActions(reader, head.year),
    issues: open ? missingForSubmit(content.parts, { year: head.year, isPresent: open.isPresent }) : [],
    submittedBy: head.submittedBy,
    submittedAt: head.submittedAt,
    returned: head.returned,
    signatures: await readSignatures(reader, { feature: 'plan', recordId: id }),
    verdict: await verifyPlan(reader, head),
    auditCode: signed?.auditCode ?? null,
  };
}
