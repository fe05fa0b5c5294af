import { sql } from 'kysely';
import type {
  AssignmentLine,
  assignmentContract,
  HandOverPreview,
  Successor,
} from '#shared/features/assignment/assignment.contract.ts';
import {
  holdingKinds,
  planHandOver,
  type Holding,
  type HoldingKind,
} from '#shared/features/assignment/assignment.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { AuditDetail } from '#electron/kernel/audit.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { countHoldings, readHoldingRows, readHoldings } from './assignment.holdings.ts';
import { readHandOvers } from './assignment.repository.ts';
import { mustBeSuccessors, mustFindPerson, warningsOf } from './assignment.successors.ts';

const rowsAPage = 50;

const countOf = (holdings: readonly Holding[], kind: HoldingKind): number =>
  holdings.filter((holding) => holding.kind === kind).length;

const counted = (holdings: readonly Holding[]) =>
  holdingKinds.map((kind) => ({ kind, count: countOf(holdings, kind) })).filter(({ count }) => count > 0);

/** 归属记录 of a customer, in the order in which it was written. */
export async function readAssignments(reader: Reader, customerId: number): Promise<AssignmentLine[]> {
  const rows = await reader
    .selectFrom('assignment')
    .leftJoin('person as before', 'before.id', 'assignment.fromId')
    .leftJoin('person as after', 'after.id', 'assignment.toId')
    // A row of the audit that is older than the change is another one's: bulk data brings histories of its own.
    .leftJoin('audit', (join) =>
      join.onRef('audit.seq', '=', 'assignment.auditSeq').onRef('audit.at', '>=', 'assignment.at'),
    )
    .select([
      'assignment.id',
      'assignment.at',
      'before.name as fromName',
      'after.name as toName',
      'audit.personName',
      'audit.call',
      'audit.detail',
    ])
    .where('assignment.customerId', '=', customerId)
    .orderBy('assignment.id')
    .execute();
  return rows.map(({ detail, ...line }) => {
    const told = detail === null ? {} : (JSON.parse(detail) as AuditDetail); // written by appendAudit
    const reason = 'reason' in told ? told['reason'] : undefined;
    return { ...line, reason: typeof reason === 'string' ? reason : null };
  });
}

const countRows = async (reader: Reader, query: ReturnType<typeof sql<{ count: number }>>): Promise<number> =>
  (await query.execute(reader)).rows[0]?.count ?? 0;

const readSuccessors = (reader: Reader, today: Day): Promise<Successor[]> =>
  reader
    .selectFrom('person')
    .leftJoin('post', 'post.id', 'person.postId')
    .select(['person.id', 'person.name', 'post.name as post'])
    .where('person.removedAt', 'is', null)
    .where((where) => where.or([where('person.leftOn', 'is', null), where('person.leftOn', '>', today)]))
    .orderBy('person.id')
    .execute();

type Reading = Pick<
  HandlersOf<typeof assignmentContract>,
  'history' | 'holders' | 'holdings' | 'rows' | 'preview' | 'handOvers'
>;

export const readingHandlers: Reading = {
  history: async ({ customerId }, { reader }) => ({ lines: await readAssignments(reader, customerId) }),

  async holders(_input, { reader, clock }) {
    const counts = await countHoldings(reader, clock.today());
    const people = await reader.selectFrom('person').select(['id', 'name', 'leftOn', 'removedAt']).execute();
    const holders = people
      .map(({ id, name, leftOn, removedAt }) => ({
        personId: id,
        name,
        leftOn,
        isRemoved: removedAt !== null,
        count: counts.get(id) ?? 0,
      }))
      .filter(({ count }) => count > 0);
    const gone = (one: (typeof holders)[number]): number => Number(one.isRemoved || one.leftOn !== null);
    return {
      holders: holders.sort((a, b) => gone(b) - gone(a) || b.count - a.count),
      successors: await readSuccessors(reader, clock.today()),
    };
  },

  async holdings({ personId }, { reader, clock }) {
    const { name, leftOn } = await mustFindPerson(reader, personId);
    const today = clock.today();
    return {
      personId,
      name,
      leftOn,
      counts: counted(await readHoldings(reader, personId, today)),
      frozenDeliveries: await countRows(
        reader,
        sql`select count(*) as count from delivery
          where consultant_id = ${personId} and state = 'signing' and removed_at is null`,
      ),
      goalMonths: await countRows(
        reader,
        sql`select count(distinct period) as count from goal_cell join goal_plan on goal_plan.id = plan_id
          where goal_cell.person_id = ${personId} and state = 'inForce' and period >= ${today.slice(0, 7)}`,
      ),
      trainings: await countRows(
        reader,
        sql`select count(*) as count from training
          where trainer_id = ${personId} and state = 'planned' and removed_at is null`,
      ),
      meetings: await countRows(
        reader,
        sql`select count(*) as count from meeting
          where ${personId} in (chair_id, recorder_id) and state = 'draft' and removed_at is null`,
      ),
    };
  },

  async rows({ personId, kind, search, page }, { reader, clock }) {
    const rows = await readHoldingRows(reader, kind, { personId, today: clock.today(), search });
    return {
      total: rows.length,
      ids: rows.map(({ id }) => id),
      rows: rows.slice((page - 1) * rowsAPage, page * rowsAPage).map(({ title, detail, ...row }) => ({
        ...row,
        title: title ?? '',
        detail: detail ?? '',
      })),
    };
  },

  async preview({ fromId, ...choice }, { reader, clock }) {
    const today = clock.today();
    await mustFindPerson(reader, fromId);
    const toIds = [
      ...choice.toIds,
      ...choice.kinds.flatMap((one) => one.toIds),
      ...choice.picks.flatMap(({ toId }) => (toId === null ? [] : [toId])),
    ];
    const people = await mustBeSuccessors(reader, fromId, toIds, today);
    const holdings = await readHoldings(reader, fromId, today);
    const moves = planHandOver(holdings, choice);
    const moving = new Set(moves.map(({ kind, id }) => `${kind} ${id}`));
    const lines: HandOverPreview['lines'][number][] = [];
    for (const kind of holdingKinds)
      for (const [toId, { name }] of people) {
        const count = moves.filter((move) => move.kind === kind && move.toId === toId).length;
        if (count > 0) lines.push({ kind, toId, toName: name, count });
      }
    const customers = moves.filter(({ kind }) => kind === 'customer').map(({ id }) => id);
    return {
      moved: moves.length,
      lines,
      stays: counted(holdings.filter(({ kind, id }) => !moving.has(`${kind} ${id}`))),
      warnings: await warningsOf(reader, people, moves, today),
      silentCustomers: await countRows(
        reader,
        sql`select count(*) as count from customer where (do_not_call = 1 or consent = 'refused')
          and id in (select value from json_each(${JSON.stringify(customers)}))`,
      ),
    };
  },

  handOvers: async ({ page }, { reader }) => readHandOvers(reader, page),
};
