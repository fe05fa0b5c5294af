/** Sessions of other people that this window keeps locked; each is re-opened by its person's PIN or password. */
export type KeptSession = { readonly token: string; readonly personId: number; readonly name: string };

const storageKey = 'desk-kept-sessions';
const listeners = new Set<() => void>();
let text: string | null = null;
let present: readonly KeptSession[] = [];

function read(): readonly KeptSession[] {
  const stored = window.sessionStorage.getItem(storageKey);
  if (stored !== text) {
    text = stored;
    present = stored === null ? [] : (JSON.parse(stored) as KeptSession[]); // written below only
  }
  return present;
}

function write(sessions: readonly KeptSession[]): void {
  window.sessionStorage.setItem(storageKey, JSON.stringify(sessions));
  for (const listener of listeners) listener();
}

export const keptSessions = {
  list: read,
  keep(session: KeptSession): void {
    write([...read().filter((kept) => kept.personId !== session.personId), session]);
  },
  /** Takes a person's session out of the kept ones. */
  take(personId: number): KeptSession | undefined {
    const found = read().find((kept) => kept.personId === personId);
    if (found) write(read().filter((kept) => kept !== found));
    return found;
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
