const storageKey = 'desk-session';

/** The window's session token; kept while the window lives, reloads included. */
export const sessionToken = {
  get: (): string | undefined => window.sessionStorage.getItem(storageKey) ?? undefined,
  set(token: string | undefined): void {
    if (token === undefined) window.sessionStorage.removeItem(storageKey);
    else window.sessionStorage.setItem(storageKey, token);
  },
};
