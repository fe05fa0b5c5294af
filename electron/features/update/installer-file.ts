import { readFile, stat } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import type { CheckedInstaller } from '#shared/features/update/update.contract.ts';
import { checksumOf, installerOf, isNewer } from '#shared/features/update/update.rules.ts';
import { invalidField, ruleViolated } from '#shared/rpc/desk-error.ts';
import { sha256OfFile } from '#electron/kernel/sync-file.ts';

/** The program that is to be updated. */
export type Present = { readonly version: string; readonly platform: string; readonly arch: string };

const bytesOf = (path: string): Promise<number | undefined> =>
  stat(path).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );

/** Looks at an installer and at the checksum beside it. Errors: those of `update.check`. */
export async function checkInstaller(path: string, present: Present): Promise<CheckedInstaller> {
  if (!isAbsolute(path)) throw invalidField('path', 'not-absolute');
  const fileName = basename(path);
  const bytes = await bytesOf(path);
  if (bytes === undefined) throw ruleViolated('update-not-found');
  const named = installerOf(fileName);
  if (!named) throw ruleViolated('update-unknown-name', { name: fileName });
  if (named.system !== present.platform || named.arch !== present.arch)
    throw ruleViolated('update-wrong-system', { system: `${present.platform}-${present.arch}` });
  if (!isNewer(named.version, present.version))
    throw ruleViolated('update-not-newer', { version: named.version, present: present.version });
  const told = await readFile(`${path}.sha256`, 'utf8').then(
    (text) => checksumOf(text, fileName),
    () => undefined,
  );
  if (!told) throw ruleViolated('update-no-checksum', { name: `${fileName}.sha256` });
  const sha256 = await sha256OfFile(path);
  if (sha256 !== told) throw ruleViolated('update-checksum-differs');
  return { path, fileName, version: named.version, bytes, sha256 };
}
