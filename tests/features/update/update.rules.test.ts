import { describe, expect, it } from 'vitest';
import { checksumOf, installerOf, isNewer } from '#shared/features/update/update.rules.ts';

describe('the name of an installer', () => {
  it.each([
    ['dealer-desk-setup-0.2.0-x64.exe', { version: '0.2.0', system: 'win32', arch: 'x64' }],
    ['dealer-desk-0.2.0-win-x64.zip', { version: '0.2.0', system: 'win32', arch: 'x64' }],
    ['dealer-desk-1.10.3-linux-x86_64.AppImage', { version: '1.10.3', system: 'linux', arch: 'x64' }],
    ['dealer-desk-1.10.3-linux-amd64.deb', { version: '1.10.3', system: 'linux', arch: 'x64' }],
    ['dealer-desk-setup-0.2.0-x64 (1).exe', undefined],
    ['dealer-desk-setup-0.2.0-x64.exe.lnk', undefined],
    ['other-setup-0.2.0-x64.exe', undefined],
    ['', undefined],
  ])('%s', (name, expected) => {
    expect(installerOf(name)).toEqual(expected);
  });
});

it.each([
  ['0.2.0', '0.1.9', true],
  ['0.10.0', '0.9.0', true],
  ['1.0.0', '0.99.99', true],
  ['0.1.0', '0.1.0', false],
  ['0.1.9', '0.2.0', false],
  ['0.9.9', '1.0.0', false],
])('%s is newer than %s: %s', (a, b, expected) => {
  expect(isNewer(a, b)).toBe(expected);
});

const sum = 'ab'.repeat(32);
it.each([
  [`${sum}  setup.exe\n`, sum],
  [`${sum.toUpperCase()} *setup.exe\r\n`, sum],
  [`\uFEFF${sum}`, sum],
  [`${'cd'.repeat(32)}  other.exe\n${sum}  setup.exe\n`, sum],
  [`${sum}  other.exe\n`, undefined],
  ['abc  setup.exe', undefined],
  ['', undefined],
])('the checksum in %j', (text, expected) => {
  expect(checksumOf(text, 'setup.exe')).toBe(expected);
});
