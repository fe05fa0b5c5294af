import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkVin, normalVin, vinCheckDigit } from '#shared/kernel/vin.ts';

const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';
const anyVin = fc
  .string({ unit: fc.constantFrom(...LETTERS.split('')), minLength: 17, maxLength: 17 })
  .map((vin) => vin.slice(0, 8) + (vinCheckDigit(vin) ?? '') + vin.slice(9));

describe('normalVin', () => {
  it.each([
    ['1M8GDM9AXKP042788', '1M8GDM9AXKP042788'],
    [' 1m8gdm9axkp042788 ', '1M8GDM9AXKP042788'],
    ['*1M8GDM9AXKP042788*', '1M8GDM9AXKP042788'],
    ['1M8 GDM9AX-KP042788', '1M8GDM9AXKP042788'],
    ['１Ｍ８GDM9AXKP042788', '1M8GDM9AXKP042788'],
    ['', ''],
  ])('%j → %j', (text, expected) => expect(normalVin(text)).toBe(expected));
});

describe('checkVin', () => {
  it.each([
    ['1M8GDM9AXKP042788', { ok: true }],
    ['5GZCZ43D13S812715', { ok: true }],
    ['1m8gdm9axkp042788', { ok: true }],
    ['1M8GDM9AXKP04278', { ok: false, problem: 'length' }],
    ['1M8GDM9AXKP0427888', { ok: false, problem: 'length' }],
    ['', { ok: false, problem: 'length' }],
    ['1M8GDM9AXKPO42788', { ok: false, problem: 'letters' }],
    ['IM8GDM9AXKP042788', { ok: false, problem: 'letters' }],
    ['1M8GDM9AXKQ042788', { ok: false, problem: 'letters' }],
    ['1M8GDM9AXKP04278中', { ok: false, problem: 'letters' }],
    ['11111111111111111', { ok: false, problem: 'all-equal' }],
    ['00000000000000000', { ok: false, problem: 'all-equal' }],
    ['5GZCZ43D13S812751', { ok: true, warning: 'check-digit', likely: ['5GZCZ43D13S812715'] }],
  ])('%s → %j', (text, expected) => expect(checkVin(text)).toEqual(expected));

  it('names the right number behind a typing error', () => {
    const checked = checkVin('1M8GDM9AXKPD42788');
    expect(checked).toMatchObject({
      warning: 'check-digit',
      likely: expect.arrayContaining(['1M8GDM9AXKP042788']),
    });
  });

  it('finds a check digit that was itself mistyped', () => {
    expect(checkVin('5GZCZ43D73S812715')).toMatchObject({
      likely: expect.arrayContaining(['5GZCZ43D13S812715']),
    });
  });

  it('passes every number with its digit and warns of any other digit; what it proposes is right', () => {
    fc.assert(
      fc.property(anyVin, fc.constantFrom(...'0123456789X'.split('')), (vin, digit) => {
        fc.pre(new Set(vin).size > 1);
        expect(checkVin(vin)).toEqual({ ok: true });
        const other = vin.slice(0, 8) + digit + vin.slice(9);
        const checked = checkVin(other);
        expect(checked.ok).toBe(true);
        if (checked.ok) {
          expect(checked.warning).toBe(digit === vin.charAt(8) ? undefined : 'check-digit');
          for (const likely of checked.likely ?? []) expect(checkVin(likely)).toEqual({ ok: true });
        }
      }),
    );
  });
});
