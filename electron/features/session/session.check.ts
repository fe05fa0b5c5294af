import { DeskError } from '#shared/rpc/desk-error.ts';
import type { Clock } from '#electron/kernel/clock.ts';
import type { DeskDatabase } from '#electron/kernel/database.ts';
import type { SessionCheck } from '#electron/kernel/door.ts';
import type { Actor } from '#electron/kernel/handler.ts';
import { tokenHash } from '#electron/kernel/password.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { findAccount, findSession } from './session.repository.ts';

const signedOut = (reason: 'no-session' | 'expired' | 'locked'): DeskError =>
  new DeskError({ code: 'signed-out', reason });
const minutesBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000;

/** How stale `seenAt` may get before it is written again, in minutes. */
const seenEvery = 1;

/** Who holds this token: refuses unknown, expired, idle and locked sessions and accounts that were switched off. */
export function sessionCheck(database: DeskDatabase, clock: Clock): SessionCheck {
  return async (token, allowLocked): Promise<Actor> => {
    if (!token) throw signedOut('no-session');
    const key = tokenHash(token);
    const session = await findSession(database.reader, key);
    if (!session) throw signedOut('no-session');
    const now = clock.now();
    if (session.expiresAt <= now) throw signedOut('expired');
    const account = await findAccount(database.reader, session.personId);
    if (!account?.active) throw signedOut('no-session');

    const idleMinutes = Number((await readSetting(database.reader, 'idleMinutes')) ?? 15);
    const idle = minutesBetween(session.seenAt, now);
    // Windows lock themselves at the limit; the core grants the minute by which `seenAt` may lag.
    const locked = session.lockedAt !== null || idle > idleMinutes + seenEvery;
    if (locked && session.lockedAt === null) {
      await database.write(async (writer) =>
        writer.updateTable('session').set({ lockedAt: now }).where('tokenHash', '=', key).execute(),
      );
    }
    if (locked && !allowLocked) throw signedOut('locked');
    if (!locked && idle >= seenEvery) {
      // Beside the call: a read must not wait behind an import that is writing.
      void database
        .write(async (writer) =>
          writer.updateTable('session').set({ seenAt: now }).where('tokenHash', '=', key).execute(),
        )
        .catch(() => undefined);
    }
    return {
      personId: account.personId,
      name: account.name,
      roles: account.roles,
      language: account.language,
      sessionKey: key,
    };
  };
}
