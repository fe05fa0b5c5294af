import { array, assert, constantFrom, integer, option, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  eventEffects,
  ordersOf,
  type EventOrder,
  type EventTouch,
} from '#shared/features/event/event-attribution.rules.ts';
import { eventPhases } from '#shared/features/event/event.fields.ts';
import { costPer, dueOf, endsTooEarly, movedTasks, offsetOf } from '#shared/features/event/event.rules.ts';
import { shippedTemplate, shippedTemplates } from '#shared/features/event/event.shipped.ts';
import { eventTemplateContent } from '#shared/features/event/event.template.ts';
import { addDays } from '#shared/kernel/day.ts';

const show = { startsOn: '2026-12-04', endsOn: '2026-12-06' };

describe('tasks at T±days', () => {
  it.each([
    ['planning', -45, '2026-10-20'],
    ['onSite', 2, '2026-12-06'],
    ['followUp', 1, '2026-12-07'],
    ['review', 7, '2026-12-13'],
  ] as const)('%s T%i is %s', (phase, offset, day) => {
    expect(dueOf(phase, offset, show)).toBe(day);
    expect(offsetOf(phase, day, show)).toBe(offset);
  });

  it('move with the dates where they are not done: follow-up also when the event only becomes longer', () => {
    const task = (id: number, phase: (typeof eventPhases)[number], offset: number, isDone = false) => ({
      id,
      phase,
      offset,
      dueOn: dueOf(phase, offset, show),
      isDone,
    });
    const tasks = [task(1, 'planning', -30), task(2, 'planning', -40, true), task(3, 'followUp', 1)];
    expect(movedTasks(tasks, { ...show, endsOn: '2026-12-07' })).toEqual([
      { id: 3, from: '2026-12-07', to: '2026-12-08' },
    ]);
    expect(movedTasks(tasks, { startsOn: '2026-12-11', endsOn: '2026-12-13' })).toEqual([
      { id: 1, from: '2026-11-04', to: '2026-11-11' },
      { id: 3, from: '2026-12-07', to: '2026-12-14' },
    ]);
    expect(movedTasks(tasks, show)).toEqual([]);
  });

  it('moving there and back leaves every task where it was', () => {
    assert(
      property(
        array(tuple(constantFrom(...eventPhases), integer({ min: -90, max: 90 })), {
          maxLength: 30,
        }),
        integer({ min: -60, max: 60 }),
        (some, by) => {
          const there = { startsOn: addDays(show.startsOn, by), endsOn: addDays(show.endsOn, by) };
          const tasks = some.map(([phase, offset], id) => ({
            id,
            phase,
            offset,
            dueOn: dueOf(phase, offset, show),
            isDone: false,
          }));
          const moved = movedTasks(tasks, there);
          expect(moved).toHaveLength(by === 0 ? 0 : tasks.length);
          const again = tasks.map((task) => ({
            ...task,
            dueOn: moved.find(({ id }) => id === task.id)?.to ?? task.dueOn,
          }));
          for (const { id, to } of movedTasks(again, show)) expect(to).toBe(tasks[id]?.dueOn);
        },
      ),
    );
  });

  it.each([
    ['2026-12-04', null, false],
    ['2026-12-04', '2026-12-04', false],
    ['2026-12-04', '2026-12-03', true],
  ])('an event from %s to %s ends too early: %s', (startsOn, endsOn, early) => {
    expect(endsTooEarly({ startsOn, endsOn })).toBe(early);
  });
});

describe('cost of one lead or order', () => {
  it.each([
    [null, 0, { state: 'none' }],
    [0, 0, { state: 'none' }],
    [500, 0, { state: 'none' }],
    [null, 3, { state: 'notSpent' }],
    [0, 3, { state: 'fen', fen: 0 }],
    [100, 3, { state: 'fen', fen: 33 }],
    [200, 3, { state: 'fen', fen: 67 }],
    [101, 2, { state: 'fen', fen: 51 }],
  ])('%s fen over %s', (spent, count, said) => {
    expect(costPer(spent, count)).toEqual(said);
  });
});

const touch = (leadId: number, eventId: number, on: string, customerId = 1): EventTouch => ({
  leadId,
  eventId,
  customerId,
  on,
});
const order = (given: Partial<EventOrder>): EventOrder => ({
  id: 1,
  eventId: null,
  customerId: 1,
  orderedOn: '2026-06-20',
  deliveredOn: null,
  quantity: 1,
  ...given,
});

describe('for which event an order counts', () => {
  const spring = touch(1, 7, '2026-04-01');
  const summer = touch(2, 8, '2026-06-01');
  it.each([
    ['seen at one event', [spring], order({ orderedOn: '2026-04-20' }), [7]],
    ['on the very day', [spring], order({ orderedOn: '2026-04-01' }), [7]],
    ['on the 90th day', [spring], order({ orderedOn: '2026-06-30' }), [7]],
    ['on the 91st day', [spring], order({ orderedOn: '2026-07-01' }), []],
    ['before it was seen', [spring], order({ orderedOn: '2026-03-31' }), []],
    ['seen at two: the later one', [spring, summer], order({}), [8]],
    ['between the two: the earlier one', [spring, summer], order({ orderedOn: '2026-05-20' }), [7]],
    [
      'two of one day: the later entered',
      [touch(9, 8, '2026-04-01'), spring],
      order({ orderedOn: '2026-04-02' }),
      [8],
    ],
    ['an order that names its event', [spring], order({ eventId: 8, orderedOn: '2026-04-20' }), [8]],
    ['another customer', [spring], order({ customerId: 2, orderedOn: '2026-04-20' }), []],
    ['no customer', [spring], order({ customerId: null, orderedOn: '2026-04-20' }), []],
  ] as const)('%s', (_name, touches, one, events) => {
    expect([7, 8].filter((event) => ordersOf(event, touches, [one]).length > 0)).toEqual(events);
  });

  it('counts for one event at most, whoever was seen where', () => {
    const days = integer({ min: 0, max: 200 }).map((day) => addDays('2026-01-01', day));
    const touches = array(tuple(integer({ min: 1, max: 4 }), days, integer({ min: 1, max: 3 })), {
      maxLength: 12,
    });
    assert(
      property(touches, days, option(integer({ min: 1, max: 4 })), (some, orderedOn, eventId) => {
        const seen = some.map(([event, on, customer], at) => touch(at + 1, event, on, customer));
        const counted = [1, 2, 3, 4].flatMap((event) =>
          ordersOf(event, seen, [order({ orderedOn, eventId })]),
        );
        expect(counted.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it('the effect holds leads, vehicles ordered and delivered of 0, 30, 60 and 90 days', () => {
  const orders = ordersOf(
    7,
    [touch(1, 7, '2026-04-01')],
    [
      order({ id: 1, orderedOn: '2026-04-01', deliveredOn: '2026-05-01', quantity: 2 }),
      order({ id: 2, orderedOn: '2026-05-02', deliveredOn: '2026-08-01' }),
    ],
  );
  expect(
    eventEffects(
      '2026-04-03',
      ['2026-04-01', '2026-04-03', '2026-05-03', '2026-07-30'],
      orders,
      '2026-07-03',
    ),
  ).toEqual([
    { days: 0, state: 'over', leads: 2, orders: 2, deliveries: 0 },
    { days: 30, state: 'over', leads: 3, orders: 2, deliveries: 2 },
    { days: 60, state: 'over', leads: 3, orders: 3, deliveries: 2 },
    { days: 90, state: 'over', leads: 3, orders: 3, deliveries: 2 },
  ]);
});

it.each([
  ['2026-04-03', ['running', 'ahead', 'ahead', 'ahead']],
  ['2026-04-04', ['over', 'running', 'ahead', 'ahead']],
  ['2026-05-03', ['over', 'running', 'ahead', 'ahead']],
  ['2026-05-04', ['over', 'over', 'running', 'ahead']],
  ['2026-07-02', ['over', 'over', 'over', 'running']],
  ['2026-07-03', ['over', 'over', 'over', 'over']],
])('on %s the times of an effect are %j', (today, states) => {
  expect(eventEffects('2026-04-03', [], [], today).map(({ state }) => state)).toEqual(states);
});

it('shipped templates hold all five phases in both languages, as a template may be', () => {
  for (const key of shippedTemplates)
    for (const language of ['zh-CN', 'en'] as const) {
      const template = shippedTemplate(key, language);
      expect(eventTemplateContent.parse(template?.content)).toEqual(template?.content);
      expect(
        eventPhases.filter((phase) => !template?.content.tasks.some((task) => task.phase === phase)),
      ).toEqual([]);
      expect(/[一-鿿]/u.test(JSON.stringify(template))).toBe(language === 'zh-CN');
    }
});
