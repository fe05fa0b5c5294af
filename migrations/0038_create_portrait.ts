import { sql, type Kysely } from 'kysely';

/** What the program ships: 通行做法, to be checked by the store. */
const shipped = {
  recentDays: 90, warmDays: 180, coolDays: 365, manyVisits: 4, someVisits: 2, fewVisits: 1,
  highFen: 1_000_000, middleFen: 300_000, lowFen: 50_000, fromA: 7, fromB: 4, fromC: 2,
  rhythmVisits: 3, rhythmPercent: 150, rhythmDays: 30, firstMonths: 12, regularMonths: 12, lostMonths: 24,
  lowScoreHundredths: 300, lowRecommend: 6, lookBackMonths: 12, oldMonths: 96,
  weights: {
    lostPast: 5, allGone: 5, complaintGrave: 4, regularPast: 3, firstPast: 3, lowScore: 3, rhythm: 2, complaintOpen: 2,
    insuredElsewhere: 2, doneElsewhere: 2, memberClosed: 2, vehicleGone: 1, vehicleOld: 1, refused: 1,
  },
  middleFrom: 2, highFrom: 5,
}; // prettier-ignore

/**
 * 分层规则: what segments and risk of loss of customers are reckoned with, in editions with the day from which each holds;
 * indices that hold all that a pass over the whole store reads. Segments themselves are never stored.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `create table portrait_rule (
      id integer primary key autoincrement, version integer not null default 1,
      created_at text not null, updated_at text not null,
      edition integer not null, from_day text not null, content text not null, source text not null,
      confirmed integer not null, dropped integer not null default 0,
      person_id integer references person (id)
    ) strict`,
    `create unique index portrait_rule_edition on portrait_rule (edition)`,
    `create index portrait_rule_person_id on portrait_rule (person_id) where person_id is not null`,
    `drop index repair_customer_id`,
    `create index repair_customer_id on repair
      (customer_id, checked_in_on, state, type, total_fen, adviser_id, removed_at)`,
    `create index follow_up_scored on follow_up (customer_id, happened_on, score, removed_at)
      where score is not null and removed_at is null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  await sql`insert into portrait_rule (created_at, updated_at, edition, from_day, content, source, confirmed)
    values ('2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', 1, '2000-01-01', ${JSON.stringify(shipped)},
      '通行做法', 0)`.execute(db);
}
