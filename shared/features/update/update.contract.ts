import { z } from 'zod';
import { action, query } from '../../rpc/call.ts';
import { output } from '../../rpc/record.contract.ts';

/**
 * Glossary: 安装文件 installer: the file of a newer version that the store received, e.g. on a USB stick. 校验文件 checksum
 * file: its SHA-256 in a file of the same name with `.sha256` at the end, beside it. Nothing is fetched from a network.
 */
export type CheckedInstaller = {
  readonly path: string;
  readonly fileName: string;
  readonly version: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
};

const filePath = z.string().trim().min(1, { error: 'required' }).max(1000, { error: 'too-long' });

export const updateContract = {
  /** `starts`: this program can start an installer itself; in a browser a person does. */
  state: query('backup.read', z.strictObject({}), output<{ version: string; starts: boolean }>()),
  /** The system's own dialog on the office computer; null when it was closed. Error: `unavailable` no-desktop. */
  choose: action('setting.write', z.strictObject({}), output<{ path: string | null }>()),
  /**
   * Looks at an installer and changes nothing. Errors: `invalid-input` path not-absolute; `rule-violated` update-not-found,
   * update-unknown-name, update-wrong-system, update-not-newer, update-no-checksum, update-checksum-differs.
   */
  check: action('setting.write', z.strictObject({ path: filePath }), output<CheckedInstaller>()),
  /**
   * Checks again, backs up, starts the installer and ends the program. `sha256` is what the person was shown.
   * Errors: those of check; `unavailable` no-desktop.
   */
  install: action(
    'setting.write',
    z.strictObject({ path: filePath, sha256: z.string().length(64) }),
    output<{ version: string }>(),
  ),
};
