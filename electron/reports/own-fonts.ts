import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Does something while the fonts of the system cannot be found. Typst's compiler looks through all of them when it is made:
 * 40 ms here, far more on an office PC with hundreds, and one that is called like ours would be printed with instead of ours.
 * It can only be kept from it by the places where it looks (crate fontdb): on Linux the file that FONTCONFIG_FILE names, on
 * Windows the folders Fonts of SYSTEMROOT and of USERPROFILE. Without effect in a thread, whose environment is a copy.
 */
export function withoutSystemFonts<Result>(work: () => Result): Result {
  const empty = mkdtempSync(join(tmpdir(), 'desk-fonts-'));
  const config = join(empty, 'fonts.conf');
  writeFileSync(config, `<?xml version="1.0"?><fontconfig><dir>${join(empty, 'none')}</dir></fontconfig>`);
  const changed: NodeJS.ProcessEnv =
    process.platform === 'win32' ? { SYSTEMROOT: empty, USERPROFILE: empty } : { FONTCONFIG_FILE: config };
  const before = Object.keys(changed).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, changed);
  try {
    return work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(empty, { recursive: true, force: true });
  }
}
