import { sql } from 'kysely';
import type { ServiceLine } from '#shared/features/standard/standard.contract.ts';
import { isForPost, isInForce, lowScore, type SpotMark } from '#shared/features/standard/standard.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { saidIn, type Language } from '#shared/kernel/language.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

/** Name of the post that a person holds; '' where none is known. */
export async function postOf(reader: Reader | Writer, personId: number): Promise<string> {
  const row = await reader
    .selectFrom('person')
    .leftJoin('post', 'post.id', 'person.postId')
    .select('post.name')
    .where('person.id', '=', personId)
    .executeTakeFirst();
  return row?.name ?? '';
}

export type PostStandard = {
  readonly id: number;
  readonly code: string;
  readonly text: string;
  readonly textEn: string | null;
  readonly weight: number;
};

/** The actions of a post that are in force on a day, by code. */
export async function readStandardsOf(
  reader: Reader | Writer,
  post: string,
  day: Day,
): Promise<PostStandard[]> {
  const rows = await reader
    .selectFrom('standard')
    .select(['id', 'post', 'code', 'text', 'textEn', 'weight', 'validFrom', 'validTo'])
    .where('removedAt', 'is', null)
    .orderBy('code')
    .execute();
  return rows.filter((row) => isForPost(row, post) && isInForce(row, day));
}

export async function readMarks(
  reader: Reader,
  spotCheckId: number,
): Promise<(PostStandard & { mark: SpotMark; note: string | null })[]> {
  return reader
    .selectFrom('spotCheckMark')
    .innerJoin('standard', 'standard.id', 'spotCheckMark.standardId')
    .select([
      'standard.id',
      'standard.code',
      'standard.text',
      'standard.textEn',
      'spotCheckMark.weight',
      'spotCheckMark.mark',
      'spotCheckMark.note',
    ])
    .where('spotCheckMark.spotCheckId', '=', spotCheckId)
    .orderBy('standard.code')
    .execute();
}

type Counted = {
  readonly personId: number;
  readonly standardId: number | null;
  readonly checks: number;
  readonly met: number | null;
  readonly applied: number | null;
  readonly scores: number;
  readonly sum: number | null;
  readonly low: number;
  readonly called: number;
  readonly lowCalled: number;
};

/** Spot checks and scores of a period, for each person as a whole (standard null) and for each standard. */
export async function readService(
  reader: Reader,
  { from, to }: { readonly from: Day; readonly to: Day },
  language: Language,
): Promise<ServiceLine[]> {
  const { rows } = await sql<
    Counted & {
      personName: string;
      post: string | null;
      code: string | null;
      text: string | null;
      textEn: string | null;
    }
  >`
    with mark as (
      select c.person_id, m.standard_id, c.id as check_id, m.weight, m.mark
      from spot_check c join spot_check_mark m on m.spot_check_id = c.id
      where c.removed_at is null and c.checked_on between ${from} and ${to}
    ), checked as (
      select person_id, standard_id, check_id, weight, mark from mark
      union all select person_id, null, check_id, weight, mark from mark
    ), scored as (
      select person_id, standard_id, score, 0 as called from service_score
      where removed_at is null and scored_on between ${from} and ${to}
      union all select about_id, standard_id, score, 1 from follow_up
      where removed_at is null and about_id is not null and score is not null and happened_on between ${from} and ${to}
    ), told as (
      select person_id, standard_id, score, called from scored where standard_id is not null
      union all select person_id, null, score, called from scored
    ), a as (
      select person_id, standard_id, count(distinct check_id) as checks,
        sum(case when mark = 'met' then weight else 0 end) as met,
        sum(case when mark != 'notApplicable' then weight else 0 end) as applied
      from checked group by 1, 2
    ), b as (
      select person_id, standard_id, count(*) as scores, sum(score) as sum, sum(called) as called,
        sum(score <= ${lowScore}) as low, sum(called and score <= ${lowScore}) as low_called
      from told group by 1, 2
    ), k as (select person_id, standard_id from a union select person_id, standard_id from b)
    select k.person_id, k.standard_id, p.name as person_name, post.name as post, s.code, s.text, s.text_en,
      coalesce(a.checks, 0) as checks, a.met, a.applied, coalesce(b.scores, 0) as scores, b.sum, coalesce(b.low, 0) as low,
      coalesce(b.called, 0) as called, coalesce(b.low_called, 0) as low_called
    from k join person p on p.id = k.person_id
      left join post on post.id = p.post_id
      left join standard s on s.id = k.standard_id
      left join a on a.person_id = k.person_id and a.standard_id is k.standard_id
      left join b on b.person_id = k.person_id and b.standard_id is k.standard_id
    order by post.name, p.name, p.id, k.standard_id is not null, s.code`.execute(reader);
  return rows.map((row) => ({
    personId: row.personId,
    personName: row.personName,
    post: row.post ?? '',
    standardId: row.standardId,
    standard: row.text === null ? null : `${row.code ?? ''} ${saidIn(language, row.text, row.textEn)}`,
    checks: row.checks,
    checkBasisPoints: row.applied ? Math.round(((row.met ?? 0) * 10_000) / row.applied) : null,
    scores: row.scores,
    scoreHundredths: row.scores === 0 ? null : Math.round(((row.sum ?? 0) * 100) / row.scores),
    lowScores: row.low,
    followUps: row.called,
    lowFollowUps: row.lowCalled,
  }));
}
