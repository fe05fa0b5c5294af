import { describe, expect, it } from 'vitest';
import { qrCode, type QrCode } from '#shared/kernel/qr-code.ts';

const drawn = (code: QrCode | undefined): string[] =>
  (code ?? []).map((line) => line.map((dark) => (dark ? '█' : '·')).join(''));

describe('a QR code', () => {
  it('of a short number is the square that other encoders draw', () => {
    expect(drawn(qrCode('PDI-0417'))).toEqual([
      '███████··█··█·███████',
      '█·····█···██··█·····█',
      '█·███·█·██·██·█·███·█',
      '█·███·█·█···█·█·███·█',
      '█·███·█·██·██·█·███·█',
      '█·····█·██··█·█·····█',
      '███████·█·█·█·███████',
      '········█··██········',
      '█·█████··██·█·█████··',
      '··██·█···█··██··███··',
      '·█·██·█·██·█·███··██·',
      '█·███··██·█······██··',
      '·█··███···██···█··█··',
      '········█··████·█··█·',
      '███████·····█·██·███·',
      '█·····█·████████··█··',
      '█·███·█·█·█·█·······█',
      '█·███·█·██··█···██···',
      '█·███·█·████·█·█·██··',
      '█·····█··██····█··█··',
      '███████·██·█·█·█·█·█·',
    ]);
  });

  it.each([
    ['', 21],
    ['a'.repeat(14), 21],
    ['a'.repeat(15), 25],
    ['a'.repeat(180), 53],
    ['a'.repeat(181), 57],
    ['a'.repeat(213), 57],
    ['质'.repeat(71), 57],
  ])('%j has %d modules a side', (text, size) => {
    expect(qrCode(text)).toHaveLength(size);
  });

  it('of a text that is too long is none', () => {
    expect(qrCode('a'.repeat(214))).toBeUndefined();
    expect(qrCode('质'.repeat(72))).toBeUndefined();
  });

  it('takes halves of torn characters', () => {
    expect(qrCode('\ud83d')).toHaveLength(21);
  });

  it('has its three eyes and its clock lines', () => {
    const code = qrCode('车辆交接单 DL-2026-0288') ?? [];
    const last = code.length - 1;
    for (const [row, column] of [
      [3, 3],
      [3, last - 3],
      [last - 3, 3],
    ] as const)
      expect([code[row]?.[column], code[row - 2]?.[column], code[row - 3]?.[column]]).toEqual([
        true,
        false,
        true,
      ]);
    for (let place = 8; place < last - 7; place++) expect(code[6]?.[place]).toBe(place % 2 === 0);
  });
});
