import type { SuccessorWarning } from '#shared/features/assignment/assignment.contract.ts';
import type { HandOverMove } from '#shared/features/assignment/assignment.rules.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { invalidField, notFound } from '#shared/rpc/desk-error.ts';
import { may } from '#shared/rpc/rights.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { findAccount } from '../session/session.repository.ts';
import { holdingSources } from './assignment.sources.ts';

/** Who leaves within so many days is no good successor. */
const soonDays = 60;

type PersonLine = {
  readonly id: number;
  readonly name: string;
  readonly leftOn: Day | null;
  readonly removedAt: string | null;
  readonly postId: number | null;
};

/** Error: `not-found`. */
export async function mustFindPerson(reader: Reader | Writer, id: number): Promise<PersonLine> {
  const person = await reader
    .selectFrom('person')
    .select(['id', 'name', 'leftOn', 'removedAt', 'postId'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!person) throw notFound('person', id);
  return person;
}

export const isGone = ({ leftOn, removedAt }: PersonLine, today: Day): boolean =>
  removedAt !== null || (leftOn !== null && leftOn <= today);

/** The successors of a hand-over by id. Errors: `not-found`, issues on `toIds`: hand-over-itself, person-left. */
export async function mustBeSuccessors(
  reader: Reader | Writer,
  fromId: number,
  toIds: readonly number[],
  today: Day,
): Promise<ReadonlyMap<number, PersonLine>> {
  const found = new Map<number, PersonLine>();
  for (const id of new Set(toIds)) {
    if (id === fromId) throw invalidField('toIds', 'hand-over-itself');
    const person = await mustFindPerson(reader, id);
    if (isGone(person, today)) throw invalidField('toIds', 'person-left', { name: person.name });
    found.set(id, person);
  }
  return found;
}

/** What speaks against the successors of a plan without forbidding it. */
export async function warningsOf(
  reader: Reader,
  people: ReadonlyMap<number, PersonLine>,
  moves: readonly HandOverMove[],
  today: Day,
): Promise<readonly SuccessorWarning[]> {
  const warnings: SuccessorWarning[] = [];
  for (const [personId, { name, leftOn, postId }] of people) {
    const kinds = new Set(moves.filter(({ toId }) => toId === personId).map(({ kind }) => kind));
    if (kinds.size === 0) continue;
    if (leftOn !== null && leftOn <= addDays(today, soonDays))
      warnings.push({ personId, name, problem: 'leavesSoon', on: leftOn });
    if (postId === null) warnings.push({ personId, name, problem: 'noPost' });
    const account = await findAccount(reader, personId);
    if (!account?.active) {
      warnings.push({ personId, name, problem: 'noAccount' });
      continue;
    }
    for (const kind of kinds) {
      const { right } = holdingSources[kind];
      if (right && !may(account.roles, right)) warnings.push({ personId, name, problem: 'noRight', kind });
    }
  }
  return warnings;
}
