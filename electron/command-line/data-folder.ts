import { homedir } from 'node:os';
import { join } from 'node:path';

/** The user's application data folder of the program, by the custom of each system. */
export function defaultDataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (platform === 'win32')
    return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'dealer-desk');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'dealer-desk');
  return join(environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'dealer-desk');
}
