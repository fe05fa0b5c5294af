/**
 * Photos that wait for the core, in a database of the browser: text storage is too small for them. They outlive a reload, a
 * kill and a computer that goes out; each is dropped when it has arrived.
 */

/** Where a photo belongs: an item, a damage mark, or with both null the whole vehicle. */
export type PhotoPlace = { readonly item: string | null; readonly markId: number | null };
export type KeptPhoto = { readonly key: number; readonly place: PhotoPlace; readonly file: File };

export type PhotoShelf = {
  /** Photos of a check in the order in which they were taken. */
  list(check: string): Promise<readonly KeptPhoto[]>;
  /** Gives the key under which it is kept. Rejects when the browser has no room or keeps nothing. */
  put(check: string, place: PhotoPlace, file: File): Promise<number>;
  drop(key: number): Promise<void>;
};

type Row = PhotoPlace & { readonly check: string; readonly file: File };

const storeName = 'photo';

const done = <Result>(asked: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result));
    asked.addEventListener('error', () => reject(asked.error ?? new Error('the browser keeps no photos')));
  });

function open(factory: IDBFactory): Promise<IDBDatabase> {
  const asked = factory.open('desk-photos', 1);
  asked.addEventListener('upgradeneeded', () => {
    asked.result.createObjectStore(storeName, { autoIncrement: true }).createIndex('check', 'check');
  });
  return done(asked);
}

export function photoShelf(factory: IDBFactory): PhotoShelf {
  let opened: Promise<IDBDatabase> | undefined;
  const photos = async (mode: IDBTransactionMode): Promise<IDBObjectStore> =>
    (await (opened ??= open(factory))).transaction(storeName, mode).objectStore(storeName);
  return {
    async list(check) {
      const index = (await photos('readonly')).index('check');
      // Both in one transaction, in the order of their keys.
      const [keys, rows] = await Promise.all([
        done(index.getAllKeys(check)),
        done(index.getAll(check) as IDBRequest<Row[]>), // written by put
      ]);
      return rows.map(({ item, markId, file }, at) => ({
        key: Number(keys[at]),
        place: { item, markId },
        file,
      }));
    },
    async put(check, place, file) {
      const row: Row = { ...place, check, file };
      return Number(await done((await photos('readwrite')).add(row)));
    },
    async drop(key) {
      await done((await photos('readwrite')).delete(key));
    },
  };
}
