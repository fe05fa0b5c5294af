import { sql } from 'kysely';
import type { EvaluationCounts, EvaluationFigures } from '#shared/features/evaluation/evaluation.contract.ts';
import { recommendationOf } from '#shared/features/evaluation/evaluation.rules.ts';
import { lowScore } from '#shared/features/standard/standard.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { saidIn, type Language } from '#shared/kernel/language.ts';
import { addWeeks, weekOf } from '#shared/kernel/period.ts';
import type { Reader } from '#electron/kernel/database.ts';

type Span = { readonly from: Day; readonly to: Day };

/** What one evaluation adds to the figures. */
type Line = {
  readonly personId: number;
  readonly personName: string;
  readonly askedOn: Day;
  readonly answeredOn: Day | null;
  readonly state: string;
  readonly recommend: number | null;
  readonly complaintId: number | null;
  readonly scores: number;
  readonly scoreSum: number;
};

const readLines = (reader: Reader, { from, to }: Span): Promise<Line[]> =>
  reader
    .selectFrom('evaluation')
    .innerJoin('person', 'person.id', 'evaluation.personId')
    .leftJoin(
      (query) =>
        query
          .selectFrom('serviceScore')
          .select(({ fn }) => [
            'evaluationId',
            fn.countAll<number>().as('scores'),
            fn.sum<number>('score').as('scoreSum'),
          ])
          .where('evaluationId', 'is not', null)
          .where('removedAt', 'is', null)
          .groupBy('evaluationId')
          .as('given'),
      (join) => join.onRef('given.evaluationId', '=', 'evaluation.id'),
    )
    .select(({ fn, val }) => [
      'evaluation.personId',
      'person.name as personName',
      'evaluation.askedOn',
      'evaluation.answeredOn',
      'evaluation.state',
      'evaluation.recommend',
      'evaluation.complaintId',
      fn.coalesce('given.scores', val(0)).as('scores'),
      fn.coalesce('given.scoreSum', val(0)).as('scoreSum'),
    ])
    .where('evaluation.removedAt', 'is', null)
    .where('evaluation.state', '!=', 'withdrawn')
    .where(({ eb, or }) =>
      or([eb.between('evaluation.askedOn', from, to), eb.between('evaluation.answeredOn', from, to)]),
    )
    .orderBy('person.name')
    .orderBy('evaluation.id')
    .execute();

/** Counts of some evaluations; `isIn` tells which days count. */
function countsOf(lines: readonly Line[], isIn: (day: Day) => boolean): EvaluationCounts {
  const asked = lines.filter(({ askedOn }) => isIn(askedOn));
  const answered = lines.filter(({ answeredOn }) => answeredOn !== null && isIn(answeredOn));
  const told = answered.flatMap(({ recommend }) => (recommend === null ? [] : [recommendationOf(recommend)]));
  const scores = answered.reduce((sum, line) => sum + line.scores, 0);
  const sum = answered.reduce((all, line) => all + line.scoreSum, 0);
  return {
    asked: asked.length,
    askedAnswered: asked.filter(({ state }) => state === 'answered').length,
    answered: answered.length,
    complaints: answered.filter(({ complaintId }) => complaintId !== null).length,
    recommended: told.length,
    promoters: told.filter((one) => one === 'promoter').length,
    detractors: told.filter((one) => one === 'detractor').length,
    scoreHundredths: scores === 0 ? null : Math.round((sum * 100) / scores),
  };
}

/** Scores by standard action that evaluations of the period gave, the lowest average first. */
async function readActions(
  reader: Reader,
  { from, to }: Span,
  language: Language,
): Promise<EvaluationFigures['actions']> {
  const rows = await reader
    .selectFrom('serviceScore')
    .innerJoin('standard', 'standard.id', 'serviceScore.standardId')
    .select(({ fn }) => [
      'standard.id as standardId',
      'standard.text',
      'standard.textEn',
      fn.countAll<number>().as('scores'),
      fn.sum<number>('serviceScore.score').as('sum'),
      sql<number>`sum(service_score.score <= ${lowScore})`.as('lowScores'),
    ])
    .where('serviceScore.evaluationId', 'is not', null)
    .where('serviceScore.removedAt', 'is', null)
    .where('serviceScore.scoredOn', '>=', from)
    .where('serviceScore.scoredOn', '<=', to)
    .groupBy('standard.id')
    .orderBy('standard.code')
    .execute();
  return rows
    .map(({ standardId, text, textEn, scores, sum, lowScores }) => ({
      standardId,
      text: saidIn(language, text, textEn),
      scores,
      lowScores,
      scoreHundredths: Math.round((sum * 100) / scores),
    }))
    .toSorted((a, b) => a.scoreHundredths - b.scoreHundredths);
}

/** 即时评价 of a period: whole, by person, by week, by standard action. */
export async function readFigures(
  reader: Reader,
  span: Span,
  language: Language,
): Promise<EvaluationFigures> {
  const lines = await readLines(reader, span);
  const isIn = (day: Day): boolean => span.from <= day && day <= span.to;
  const people = Map.groupBy(lines, ({ personId }) => personId);
  const weeks: string[] = [];
  for (let week = weekOf(span.from); week <= weekOf(span.to); week = addWeeks(week, 1)) weeks.push(week);
  return {
    ...span,
    all: countsOf(lines, isIn),
    people: [...people].map(([personId, own]) => ({
      personId,
      personName: own[0]?.personName ?? '',
      ...countsOf(own, isIn),
    })),
    weeks: weeks.map((week) => ({
      week,
      ...countsOf(lines, (day) => isIn(day) && weekOf(day) === week),
    })),
    actions: await readActions(reader, span, language),
  };
}
