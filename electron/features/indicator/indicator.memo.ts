/** Answers to what is asked again and again within one call. */
export class Memo {
  readonly #kept = new Map<string, Promise<unknown>>();
  once<T>(key: string, work: () => Promise<T>): Promise<T> {
    const kept = (this.#kept.get(key) as Promise<T> | undefined) ?? work(); // one key, one kind of work
    this.#kept.set(key, kept);
    return kept;
  }
}
