import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Booked,
  clashesOf,
  statesOf,
  certificateState,
  extraPay,
  hoursOf,
  minutesOf,
  overlap,
  ranked,
  seasonOf,
} from '#shared/features/training/training.rules.ts';

describe('rules of training', () => {
  it.each([
    ['08:30', 510],
    ['00:00', 0],
    ['23:59', 1439],
    ['24:00', undefined],
    ['8:30', undefined],
    ['08:60', undefined],
  ])('%s is minute %s', (time, minutes) => expect(minutesOf(time)).toBe(minutes));

  it.each([
    ['14:00', '16:00', 200],
    ['14:00', '15:30', 150],
    ['14:00', '14:20', 33],
    ['16:00', '14:00', 0],
    ['16:00', '16:00', 0],
    ['later', '16:00', 0],
  ])('from %s to %s: %s hundredths of hours', (from, to, hours) => expect(hoursOf(from, to)).toBe(hours));

  it.each([
    ['2026-01-01', 'basics'],
    ['2026-03-31', 'basics'],
    ['2026-04-01', 'practice'],
    ['2026-06-30', 'practice'],
    ['2026-07-01', 'contest'],
    ['2026-09-30', 'contest'],
    ['2026-10-01', 'harvest'],
    ['2024-02-29', 'basics'],
    ['2026-12-31', 'harvest'],
  ])('%s lies in %s', (day, season) => expect(seasonOf(day)).toBe(season));

  it.each([
    [['2026-03-05', '14:00', '16:00'], ['2026-03-05', '15:59', '17:00'], true],
    [['2026-03-05', '14:00', '16:00'], ['2026-03-05', '16:00', '17:00'], false],
    [['2026-03-05', '14:00', '16:00'], ['2026-03-05', '14:30', '15:00'], true],
    [['2026-03-05', '14:00', '16:00'], ['2026-03-06', '14:00', '16:00'], false],
  ] as const)('%j and %j: at the same time %s', (a, b, expected) => {
    const times = ([heldOn, startsAt, endsAt]: readonly [string, string, string]) => ({
      heldOn,
      startsAt,
      endsAt,
    });
    expect([overlap(times(a), times(b)), overlap(times(b), times(a))]).toEqual([expected, expected]);
  });

  it.each([
    [200, 10_000, 20_000],
    [150, 3333, 5000],
    [33, 100, 33],
    [0, 10_000, 0],
  ])('%s hundredths of hours at %s fen: %s fen', (hours, pay, expected) =>
    expect(extraPay(hours, pay)).toBe(expected),
  );

  it.each([
    [null, 'good'],
    ['2026-11-17', 'over'],
    ['2026-11-18', 'soon'],
    ['2027-01-17', 'soon'],
    ['2027-01-18', 'good'],
  ])('a certificate until %s is %s on 2026-11-18', (expiresOn, state) =>
    expect(certificateState(expiresOn, '2026-11-18')).toBe(state),
  );

  it('ranks by score: equal ones share a place, whoever is behind is counted on', () => {
    const given = array(integer({ min: 0, max: 100 }), { maxLength: 12 });
    assert(
      property(given, (scores) => {
        const places = ranked(scores.map((score, personId) => ({ personId, score })));
        expect(places).toHaveLength(scores.length);
        for (const { score, place } of places)
          expect(place).toBe(1 + scores.filter((other) => other > score).length);
        expect(places.map(({ score }) => score)).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });
});

describe('clashes', () => {
  const session = (id: number, given: Partial<Booked>): Booked => ({
    id,
    heldOn: '2026-03-05',
    startsAt: '14:00',
    endsAt: '16:00',
    trainerId: null,
    place: null,
    people: [],
    ...given,
  });
  it.each<[string, Booked[], string[]]>([
    [
      'one after the other',
      [session(1, { place: 'A' }), session(2, { place: 'A', startsAt: '16:00', endsAt: '17:00' })],
      [],
    ],
    ['one room', [session(1, { place: 'A' }), session(2, { place: 'A', startsAt: '15:00' })], ['1 2 place']],
    ['no room named', [session(1, {}), session(2, {})], []],
    ['one trainer', [session(2, { trainerId: 7 }), session(1, { trainerId: 7 })], ['1 2 trainer 7']],
    [
      'teaches here, learns there',
      [session(1, { trainerId: 7 }), session(2, { people: [7] })],
      ['1 2 person 7'],
    ],
    [
      'two of three',
      [session(1, { people: [1, 2, 3] }), session(2, { people: [2, 3, 4] })],
      ['1 2 person 2', '1 2 person 3'],
    ],
    ['another day', [session(1, { trainerId: 7 }), session(2, { trainerId: 7, heldOn: '2026-03-06' })], []],
  ])('%s', (_name, sessions, expected) =>
    expect(
      clashesOf(sessions).map(({ id, withId, kind, personId }) =>
        `${id} ${withId} ${kind} ${personId ?? ''}`.trim(),
      ),
    ).toEqual(expected),
  );
});

it('steps stand in the order of their days, one of them is the next', () => {
  const step = (dueOn: string, reachedOn: string | null) => ({ dueOn, reachedOn });
  expect(
    statesOf(
      [
        step('2026-12-31', null),
        step('2026-03-31', null),
        step('2026-06-30', '2026-07-02'),
        step('2026-11-18', null),
      ],
      '2026-11-18',
    ).map(({ dueOn, state }) => [dueOn, state]),
  ).toEqual([
    ['2026-03-31', 'late'],
    ['2026-06-30', 'done'],
    ['2026-11-18', 'next'],
    ['2026-12-31', 'later'],
  ]);
});
