export type AccountTable = {
  personId: number;
  login: string;
  /** JSON list of roles. */
  roles: string;
  passwordHash: string;
  pinHash: string | null;
  recoveryHash: string | null;
  language: string;
  active: number;
  failures: number;
  blockedUntil: string | null;
  lastSignInAt: string | null;
};

export type SessionTable = {
  tokenHash: string;
  personId: number;
  openedAt: string;
  seenAt: string;
  expiresAt: string;
  lockedAt: string | null;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    account: AccountTable;
    session: SessionTable;
  }
}
