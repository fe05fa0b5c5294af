import { overlap, type Times } from '#shared/features/training/training.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { invalidField, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import type { RecordValues } from '#electron/kernel/record/record-definition.ts';

const timesOf = (values: RecordValues): Times => ({
  heldOn: String(values['heldOn']),
  startsAt: String(values['startsAt']),
  endsAt: String(values['endsAt']),
});

/** Other sessions of a day that are planned or held. */
const othersOn = (writer: Writer, day: Day, id: number) =>
  writer
    .selectFrom('training')
    .select(['id', 'heldOn', 'startsAt', 'endsAt', 'place', 'trainerId'])
    .where('heldOn', '=', day)
    .where('state', '!=', 'cancelled')
    .where('removedAt', 'is', null)
    .where('id', '!=', id)
    .execute();

const peopleOf = async (writer: Writer, trainingIds: readonly number[]): Promise<ReadonlySet<number>> =>
  trainingIds.length === 0
    ? new Set()
    : new Set(
        (
          await writer
            .selectFrom('trainingSeat')
            .select('personId')
            .where('trainingId', 'in', trainingIds)
            .where('removedAt', 'is', null)
            .execute()
        ).map(({ personId }) => personId),
      );

/**
 * The calendar has no clashes: no trainer, no place and nobody who takes part is wanted twice at a time; what is held has
 * begun. Errors: `training-trainer-busy`, `training-place-taken`, `training-person-busy`, `training-not-yet`.
 */
export async function trainingMayBe(
  { writer, clock }: CommandContext,
  _before: RecordValues | null,
  after: RecordValues,
): Promise<void> {
  if (after['state'] === 'cancelled') return;
  const times = timesOf(after);
  if (after['state'] === 'held' && times.heldOn > clock.today()) throw ruleViolated('training-not-yet');
  const id = Number(after['id'] ?? 0);
  const others = (await othersOn(writer, times.heldOn, id)).filter((other) => overlap(times, other));
  const { trainerId, place } = after;
  const trainers = others.flatMap((other) => (other.trainerId === null ? [] : [other.trainerId]));
  if (typeof trainerId === 'number' && trainers.includes(trainerId))
    throw ruleViolated('training-trainer-busy');
  if (typeof place === 'string' && others.some((other) => other.place === place))
    throw ruleViolated('training-place-taken');
  const elsewhere = await peopleOf(
    writer,
    others.map((other) => other.id),
  );
  if (typeof trainerId === 'number' && elsewhere.has(trainerId)) throw ruleViolated('training-trainer-busy');
  const own = id === 0 ? new Set<number>() : await peopleOf(writer, [id]);
  if ([...own].some((person) => elsewhere.has(person) || trainers.includes(person)))
    throw ruleViolated('training-person-busy');
}

/**
 * One seat a person, nobody in two places at a time, marks only where there is an exam. Errors: `training-seat-taken`,
 * `training-person-busy`, issues on `score`.
 */
export async function seatMayBe(
  { writer }: CommandContext,
  _before: RecordValues | null,
  after: RecordValues,
): Promise<void> {
  const { trainingId, personId, score } = after as {
    trainingId: number;
    personId: number;
    score: number | null;
  };
  const id = Number(after['id'] ?? 0);
  const training = await writer
    .selectFrom('training')
    .select(['id', 'heldOn', 'startsAt', 'endsAt', 'state', 'passMark', 'trainerId'])
    .where('id', '=', trainingId)
    .executeTakeFirstOrThrow();
  if (score !== null && training.passMark === null) throw invalidField('values.score', 'score-without-exam');
  if (score !== null && score > 100) throw invalidField('values.score', 'mark-range');
  const taken = await writer
    .selectFrom('trainingSeat')
    .select('id')
    .where('trainingId', '=', trainingId)
    .where('personId', '=', personId)
    .where('id', '!=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (taken) throw ruleViolated('training-seat-taken');
  if (training.state === 'cancelled') return;
  const others = (await othersOn(writer, training.heldOn, trainingId)).filter((other) =>
    overlap(training, other),
  );
  const elsewhere = await peopleOf(
    writer,
    others.map((other) => other.id),
  );
  if (
    training.trainerId === personId ||
    elsewhere.has(personId) ||
    others.some(({ trainerId }) => trainerId === personId)
  )
    throw ruleViolated('training-person-busy');
}
