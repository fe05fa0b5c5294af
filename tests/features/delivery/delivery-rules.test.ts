import { describe, expect, it } from 'vitest';
import {
  byPlan,
  deliveryLacks,
  editRefusal,
  itemsFor,
  lackReason,
  type DeliveryStanding,
  type Disclosure,
  type ListedItem,
} from '#shared/features/delivery/delivery.rules.ts';
import { createTexts } from '#shared/text/texts.ts';

const ready: DeliveryStanding = {
  hasLeft: false,
  orderOpen: true,
  hasCustomer: true,
  missingPdi: [],
  preparationPassed: true,
  items: [{ name: '车钥匙', ready: true }],
  disclosures: [],
  acknowledged: false,
};
const repair = (given: Partial<Disclosure> = {}): Disclosure => ({
  repairId: 7,
  number: 'R7',
  on: '2026-11-01',
  open: false,
  text: '左门补漆',
  disclosedText: '左门补漆',
  ...given,
});

describe('the gate of the hand-over', () => {
  it.each<[string, Partial<DeliveryStanding>, readonly object[]]>([
    ['nothing is missing', {}, []],
    [
      'a vehicle that left asks for nothing else',
      { hasLeft: true, preparationPassed: false },
      [{ kind: 'left' }],
    ],
    ['a closed order', { orderOpen: false }, [{ kind: 'order' }]],
    ['an order without a customer', { hasCustomer: false }, [{ kind: 'customer' }]],
    [
      'checks that are not passed',
      { missingPdi: ['departure', 'quality'] },
      [
        { kind: 'pdi', purpose: 'departure' },
        { kind: 'pdi', purpose: 'quality' },
      ],
    ],
    ['the preparation', { preparationPassed: false }, [{ kind: 'preparation' }]],
    ['an empty list', { items: [] }, [{ kind: 'itemsEmpty' }]],
    [
      'what is not ready, by name',
      { items: [...ready.items, { name: '千斤顶', ready: false }] },
      [{ kind: 'items', names: ['千斤顶'] }],
    ],
    [
      'a repair that nobody told',
      { disclosures: [repair(), repair({ number: 'R8', disclosedText: null })], acknowledged: true },
      [{ kind: 'disclosure', numbers: ['R8'] }],
    ],
    ['a told repair without acknowledgement', { disclosures: [repair()] }, [{ kind: 'acknowledgement' }]],
    ['a told and acknowledged repair', { disclosures: [repair()], acknowledged: true }, []],
    [
      'a repair that is still in the workshop',
      { disclosures: [repair({ open: true })], acknowledged: true },
      [{ kind: 'repair', repairIds: [7], numbers: ['R7'] }],
    ],
  ])('%s', (_name, given, lacks) => {
    expect(deliveryLacks({ ...ready, ...given })).toEqual(lacks);
  });

  it('has a sentence for everything that can be missing', () => {
    const texts = createTexts('en');
    const lacks = [
      ...deliveryLacks({
        ...ready,
        orderOpen: false,
        hasCustomer: false,
        missingPdi: ['arrival', 'departure', 'quality'],
        preparationPassed: false,
        items: [],
        disclosures: [repair({ open: true, disclosedText: null })],
      }),
      ...deliveryLacks({ ...ready, hasLeft: true }),
      ...deliveryLacks({ ...ready, items: [{ name: 'a', ready: false }], disclosures: [repair()] }),
    ];
    expect(lacks).toHaveLength(12);
    expect(lacks.map(lackReason).filter((key) => !texts.exists(`problem.reasons.${key}`))).toEqual([]);
  });
});

it('a shipped list: rows in force, the kind before all kinds, by kind of item', () => {
  const row = (given: Partial<ListedItem>): ListedItem => ({
    vehicleKind: null,
    kind: 'document',
    name: '合格证',
    quantity: 1,
    validFrom: '2020-01-01',
    validTo: null,
    ...given,
  });
  const list = [
    row({ kind: 'key', name: '车钥匙', quantity: 2 }),
    row({ kind: 'key', name: '车钥匙', quantity: 3, vehicleKind: 'car' }),
    row({}),
    row({ name: '三包凭证', vehicleKind: 'car' }),
    row({ name: '旧手册', validTo: '2026-11-17' }),
    row({ name: '今天起', validFrom: '2026-11-18' }),
    row({ name: '明天起', validFrom: '2026-11-19' }),
  ];
  const named = (kind: 'car' | 'tractor') =>
    itemsFor(list, kind, '2026-11-18').map(({ name, quantity }) => `${name} ${quantity}`);
  expect(named('car')).toEqual(['合格证 1', '三包凭证 1', '今天起 1', '车钥匙 3']);
  expect(named('tractor')).toEqual(['合格证 1', '今天起 1', '车钥匙 2']);
});

it('only a planned delivery can be changed', () => {
  expect((['planned', 'signing', 'handedOver', 'cancelled'] as const).map(editRefusal)).toEqual([
    null,
    'delivery-signing',
    'delivery-handed-over',
    'delivery-cancelled',
  ]);
});

it('the desk goes by day, then by time, without a time last', () => {
  const plan = (id: number, plannedOn: string, plannedTime: string | null) => ({
    id,
    plannedOn,
    plannedTime,
  });
  const sorted = [
    plan(1, '2026-11-19', '09:00'),
    plan(2, '2026-11-18', null),
    plan(3, '2026-11-18', '14:30'),
    plan(4, '2026-11-18', '09:30'),
  ].sort(byPlan);
  expect(sorted.map(({ id }) => id)).toEqual([4, 3, 2, 1]);
});
