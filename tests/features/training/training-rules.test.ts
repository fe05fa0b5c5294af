import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
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
