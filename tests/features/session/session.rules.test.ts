import { describe, expect, it } from 'vitest';
import {
  delayAfterFailures,
  passwordStrength,
  type PasswordStrength,
} from '#shared/features/session/session.rules.ts';

describe('passwordStrength', () => {
  it.each<[string, PasswordStrength]>([
    ['', 'weak'],
    ['Abc-12', 'weak'], // under eight
    ['11111111', 'weak'], // one sign
    ['abababab', 'weak'], // two signs
    ['password1', 'weak'],
    ['Password!2026', 'weak'], // a common word with four more
    ['12345678', 'weak'],
    ['woaini520', 'weak'],
    ['kfwuhzqp', 'fair'],
    ['kfwu8zqp', 'fair'],
    ['kfwu8zqpm', 'fair'],
    ['Kfwu8zqpm', 'good'],
    ['南岭的卡车最好开', 'good'], // eight Chinese characters
    ['Correct-Horse-9', 'strong'],
    ['the lorry leaves at nine', 'strong'],
  ])('%s is %s', (password, strength) => {
    expect(passwordStrength(password)).toBe(strength);
  });
});

describe('delayAfterFailures', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 30],
    [6, 60],
    [11, 1920],
    [12, 3600],
    [500, 3600],
  ])('%i failures: %i seconds', (failures, seconds) => {
    expect(delayAfterFailures(failures)).toBe(seconds);
  });
});
