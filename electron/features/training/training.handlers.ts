import type {
  CertificateLine,
  trainingContract,
  TrainingYear,
} from '#shared/features/training/training.contract.ts';
import { seasons } from '#shared/features/training/training.fields.ts';
import {
  certificateState,
  clashesOf,
  ranked,
  renewWithinDays,
} from '#shared/features/training/training.rules.ts';
import { addDays } from '#shared/kernel/day.ts';
import { may } from '#shared/rpc/rights.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { HandlersOf, QueryContext } from '#electron/kernel/handler.ts';
import { recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { askedBy, sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { figureReaderOn } from '../indicator/indicator.figures.ts';
import { libraryOn, listOwnIndicators } from '../indicator/indicator.library.ts';
import { pathDocument } from './path.report.ts';
import { measuredEffect, readEffect } from './training.effect.ts';
import { figuresOf, hoursOfPeople, type Session } from './training.figures.ts';
import { layPath, readPath, sessionOf } from './training.path.ts';
import { trainingRecord } from './training.record.ts';
import {
  listCertificates,
  listSeats,
  listSessions,
  listSteps,
  listSubjects,
  readYear,
  type Seat,
} from './training.repository.ts';

type Asked = Pick<QueryContext, 'reader' | 'clock' | 'actor'>;

/** Certificates that are over or end within the days before which they ask to be renewed; of one person or of all. */
async function endingOf({ reader, clock }: Asked, personId: number | null): Promise<CertificateLine[]> {
  const today = clock.today();
  const found = await listCertificates(reader, { personId, until: addDays(today, renewWithinDays) });
  return found.map((one) => ({ ...one, state: certificateState(one.expiresOn, today) }));
}

/** Steps that should be done by now and were reached neither by hand nor by a session. */
async function lateSteps({ reader, clock }: Asked): Promise<TrainingYear['lateSteps']> {
  const steps = await listSteps(reader, { personId: null, openBefore: clock.today() });
  const late = [];
  for (const [personId, own] of Map.groupBy(steps, (step) => step.personId)) {
    const seats = await listSeats(reader, { personId });
    late.push(...own.filter((step) => sessionOf(step, seats) === undefined));
  }
  return late
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id - b.id))
    .map(({ id, personName, text, dueOn }) => ({ id, personName, text, dueOn }));
}

async function effectsOf(
  { reader, clock, actor }: Asked,
  sessions: readonly Session[],
): Promise<TrainingYear['effects']> {
  const today = clock.today();
  const read = await figureReaderOn(reader, today, today, actor);
  const effects: TrainingYear['effects'][number][] = [];
  for (const { id, name, heldOn, state, indicator, aim, aimBefore, aimAfter } of sessions) {
    if (state !== 'held' || (indicator === null && !aim)) continue;
    effects.push({
      trainingId: id,
      name,
      aim: aim || null,
      before: aimBefore || null,
      after: aimAfter || null,
      measured: indicator === null ? null : await measuredEffect(read, indicator, heldOn),
    });
  }
  return effects;
}

const contestsOf = (sessions: readonly Session[], seats: readonly Seat[]): TrainingYear['contests'] =>
  sessions
    .filter(({ isContest, state }) => isContest === 1 && state === 'held')
    .map(({ id, name, heldOn }) => ({
      trainingId: id,
      name,
      heldOn,
      places: ranked(
        seats.flatMap((seat) =>
          seat.trainingId === id && seat.score !== null
            ? [{ personId: seat.personId, name: seat.name, score: seat.score }]
            : [],
        ),
      ).map(({ place, name: who, score }) => ({ place, name: who, score })),
    }));

export const trainingHandlers = (printer: Printer): HandlersOf<typeof trainingContract> => ({
  ...recordHandlers(trainingRecord),

  async year({ year }, context): Promise<TrainingYear> {
    const { reader, actor } = context;
    const span = { first: `${year}-01-01`, last: `${year}-12-31` };
    const head = await readYear(reader, year);
    const subjects = await listSubjects(reader, span, actor.language);
    const sessions = await listSessions(reader, span);
    const seats = (await listSeats(reader, { span })).filter(({ state }) => state === 'held');
    return {
      year,
      id: head?.id ?? null,
      leaderName: head?.leaderName ?? null,
      deputyName: head?.deputyName ?? null,
      budgetFen: head?.budgetFen ?? null,
      seasons: seasons.map((season) => figuresOf(season, { sessions, seats, subjects })),
      people: hoursOfPeople(sessions, seats),
      contests: contestsOf(sessions, seats),
      effects: await effectsOf(context, sessions),
      certificates: await endingOf(context, null),
      lateSteps: await lateSteps(context),
    };
  },

  async calendar(span, { reader }) {
    const sessions = await listSessions(reader, span);
    const seats = Map.groupBy(await listSeats(reader, { span }), ({ trainingId }) => trainingId);
    const names = new Map(
      [...seats.values()].flat().map(({ personId, name }): [number, string] => [personId, name]),
    );
    for (const { trainerId, trainerName } of sessions)
      if (trainerId !== null) names.set(trainerId, trainerName ?? '');
    const peopleIn = (id: number): readonly number[] => (seats.get(id) ?? []).map(({ personId }) => personId);
    return {
      sessions: sessions.map((one) => ({
        id: one.id,
        name: one.name,
        heldOn: one.heldOn,
        startsAt: one.startsAt,
        endsAt: one.endsAt,
        place: one.place,
        trainerName: one.trainerName ?? one.externalTrainer,
        state: one.state,
        isContest: one.isContest === 1,
        people: peopleIn(one.id).length,
      })),
      clashes: clashesOf(sessions.map((one) => ({ ...one, people: peopleIn(one.id) }))).map((clash) => ({
        ...clash,
        personName: clash.personId === null ? null : (names.get(clash.personId) ?? null),
      })),
    };
  },

  effect: async ({ id }, context) => readEffect(context, id),

  async aimAt({ id, indicator }, context) {
    const { writer, clock, changed } = context;
    const before = await writer
      .selectFrom('training')
      .select(['version', 'indicator'])
      .where('id', '=', id)
      .where('removedAt', 'is', null)
      .executeTakeFirst();
    if (!before) throw notFound('training', id);
    const known = libraryOn(await listOwnIndicators(writer), clock.today());
    if (indicator !== null && !known.find(indicator)) throw notFound('indicator', indicator);
    const version = before.version + 1;
    await writer
      .updateTable('training')
      .set({ indicator, version, updatedAt: clock.now() })
      .where('id', '=', id)
      .execute();
    changed({
      feature: 'training',
      id,
      changes: [{ field: 'indicator', before: before.indicator, after: indicator }],
    });
    return { version };
  },

  path: async ({ personId }, context) => readPath(context, personId),
  layPath: async (input, context) => layPath(context, input),

  async printPath({ personId, format }, context) {
    const asked = askedBy(context);
    const { reader, actor, clock } = asked;
    const path = await readPath(asked, personId);
    const store = (await readSetting(reader, 'storeName')) ?? '';
    const auditCode = shortCode((await auditHead(reader)).hash);
    const document = pathDocument(path, { store, auditCode }, actor.language, clock.now());
    return sheetFile(printer, document, { name: document.title, format, signal: context.signal });
  },

  ending: async (_input, context) =>
    endingOf(context, may(context.actor.roles, 'training.write') ? null : context.actor.personId),
});
