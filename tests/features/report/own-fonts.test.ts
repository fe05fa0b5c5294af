import { spawnSync } from 'node:child_process';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { expect, it } from 'vitest';
import { withoutSystemFonts } from '#electron/reports/own-fonts.ts';

/** A family that the system has, Linux only; fontconfig's list tells. */
const family = spawnSync('fc-list', ['--format', '%{family[0]}\n'], { encoding: 'utf8' })
  .stdout?.split('\n')
  .find((name) => /^[A-Za-z ]+$/u.test(name));

const warnings = (compiler: NodeCompiler): string => {
  const result = compiler.compile({ mainFileContent: `#set text(font: "${family}", fallback: false)\nx` });
  const found = result.takeWarnings();
  return found ? JSON.stringify(compiler.fetchDiagnostics(found)) : '';
};

it.skipIf(!family)('a compiler made without the fonts of the system does not know them', () => {
  expect(warnings(withoutSystemFonts(() => NodeCompiler.create({})))).toContain('unknown font family');
  expect(warnings(NodeCompiler.create({}))).toBe('');
});

it('leaves the environment as it was, also when the work fails', () => {
  const before = { ...process.env };
  expect(() =>
    withoutSystemFonts(() => {
      throw new Error('no compiler');
    }),
  ).toThrow('no compiler');
  expect({ ...process.env }).toEqual(before);
});
