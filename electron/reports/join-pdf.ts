/**
 * Several PDFs of the print engine as one, so that a batch is set in portions and never needs the memory of all. It knows
 * the engine's own plain form only: one table of objects at the end, no compressed objects, page tree and outline of one root.
 */
import { createHash } from 'node:crypto';

type Part = {
  /** Objects by number: what stands between `n 0 obj` and `endobj`. */
  readonly objects: ReadonlyMap<number, Buffer>;
  readonly catalog: number;
  readonly info: number;
  readonly pages: number;
  readonly outlines: number | undefined;
};

const numberAfter = (text: string, key: string): number | undefined => {
  const found = new RegExp(`/${key} (\\d+)`, 'u').exec(text);
  return found ? Number(found[1]) : undefined;
};

function mustHave(value: number | undefined, what: string): number {
  if (value === undefined) throw new Error(`printed file without ${what}`);
  return value;
}

/** Where the head of an object ends: at its stream, or with the object. */
function headEnd(body: Buffer): number {
  const at = body.indexOf('>>\nstream\n');
  return at === -1 ? body.length : at + 2;
}

const headOf = (body: Buffer): string => body.subarray(0, headEnd(body)).toString('latin1');

function partOf(file: Buffer): Part {
  const xref = Number(/startxref\s+(\d+)/u.exec(file.subarray(-64).toString('latin1'))?.[1]);
  const table = file.subarray(xref).toString('latin1');
  const trailer = table.slice(table.indexOf('trailer'));
  const found = [...table.slice(0, table.indexOf('trailer')).matchAll(/^(\d{10}) \d{5} ([nf])/gmu)];
  const starts = found.flatMap(([, offset, state], id) =>
    state === 'n' ? [{ id, start: Number(offset) }] : [],
  );
  starts.sort((a, b) => a.start - b.start);
  const objects = new Map(
    starts.map(({ id, start }, index) => {
      const whole = file.subarray(start, starts[index + 1]?.start ?? xref);
      const opening = `${id} 0 obj\n`;
      if (whole.subarray(0, opening.length).toString('latin1') !== opening)
        throw new Error('printed file with a wrong table of objects');
      return [id, whole.subarray(opening.length, whole.lastIndexOf('endobj'))] as const;
    }),
  );
  const catalog = mustHave(numberAfter(trailer, 'Root'), 'a root');
  const root = headOf(objects.get(catalog) ?? Buffer.alloc(0));
  return {
    objects,
    catalog,
    info: mustHave(numberAfter(trailer, 'Info'), 'properties'),
    pages: mustHave(numberAfter(root, 'Pages'), 'pages'),
    outlines: numberAfter(root, 'Outlines'),
  };
}

/** Texts in parentheses, with what is escaped or once more in parentheses; everything else may hold references. */
const textOrReference = /\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)|(\d+) 0 R\b/gsu;

/** The head of an object with its references as they are in the whole. */
const renumbered = (head: string, idOf: (id: number) => number): string =>
  head.replaceAll(textOrReference, (found, id: string | undefined) =>
    id === undefined ? found : `${idOf(Number(id))} 0 R`,
  );

/** Adds entries to a dictionary. */
const withEntries = (head: string, entries: string): string => {
  const end = head.lastIndexOf('>>');
  return `${head.slice(0, end)}  ${entries}\n${head.slice(end)}`;
};

/** Objects of the whole, numbered in the order in which they are written. */
class Whole {
  private readonly pieces: Buffer[] = [];
  private readonly offsets: number[] = [];
  private length = 0;

  constructor(header: Buffer) {
    this.put(header);
  }

  private put(bytes: Buffer): void {
    this.pieces.push(bytes);
    this.length += bytes.length;
  }

  write(id: number, head: string, rest: Buffer = Buffer.alloc(0)): void {
    this.offsets[id] = this.length;
    this.put(Buffer.from(`${id} 0 obj\n${head}`, 'latin1'));
    this.put(rest);
    this.put(
      Buffer.from(rest.length === 0 && !head.endsWith('\n') ? '\nendobj\n\n' : 'endobj\n\n', 'latin1'),
    );
  }

  end(catalog: number, info: number): Uint8Array<ArrayBuffer> {
    const body = createHash('sha256');
    for (const piece of this.pieces) body.update(piece);
    const id = body.digest('hex').slice(0, 32);
    const lines = Array.from({ length: this.offsets.length }, (_, at) => {
      const offset = this.offsets[at];
      return offset === undefined
        ? '0000000000 65535 f\r\n'
        : `${String(offset).padStart(10, '0')} 00000 n\r\n`;
    });
    const start = this.length;
    const size = `xref\n0 ${lines.length}\n${lines.join('')}`;
    const trailer = `trailer\n<<\n  /Size ${lines.length}\n  /Root ${catalog} 0 R\n  /Info ${info} 0 R\n  /ID [<${id}> <${id}>]\n>>\n`;
    this.put(Buffer.from(`${size}${trailer}startxref\n${start}\n%%EOF`, 'latin1'));
    return new Uint8Array(Buffer.concat(this.pieces));
  }
}

/** The first and last bookmark of a part, in the numbers of the whole. */
type Bookmarks = { readonly first: number; readonly last: number; readonly count: number };

/** One PDF of all pages in order, with the bookmarks of all; properties are those of the first. Throws Error for other PDFs. */
export function joinPdf(files: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const [only] = files;
  if (only && files.length === 1) return only;
  const buffers = files.map((file) => Buffer.from(file.buffer, file.byteOffset, file.byteLength));
  const parts = buffers.map(partOf);
  const [firstFile, first] = [buffers[0], parts[0]];
  if (!firstFile || !first) throw new Error('nothing to join');
  const [pagesRoot, outlineRoot] = [1, 2];
  // Every part's numbers move behind those before; its outline's root becomes the common one.
  let next = 3;
  const numberings = parts.map(({ objects, outlines }) => {
    const shift = next - 1;
    next += Math.max(...objects.keys());
    return (id: number): number => (id === outlines ? outlineRoot : id + shift);
  });
  const bookmarks = parts.map((part, index) => bookmarksOf(part, numberings[index] ?? ((id) => id)));
  const whole = new Whole(firstFile.subarray(0, firstFile.indexOf('\n\n') + 2));
  let pages = 0;
  parts.forEach((part, index) => {
    const idOf = numberings[index] ?? ((id: number): number => id);
    const before = bookmarks.slice(0, index).findLast((one) => one !== undefined);
    const after = bookmarks.slice(index + 1).find((one) => one !== undefined);
    const own = bookmarks[index];
    for (const [id, body] of part.objects) {
      const isRoot = id === part.catalog || id === part.outlines;
      if (isRoot || (index > 0 && id === part.info)) continue;
      const end = headEnd(body);
      let head = renumbered(body.subarray(0, end).toString('latin1'), idOf);
      if (id === part.pages) {
        pages += mustHave(numberAfter(head, 'Count'), 'a count of pages');
        head = withEntries(head, `/Parent ${pagesRoot} 0 R`);
      }
      if (own && idOf(id) === own.first && before) head = withEntries(head, `/Prev ${before.last} 0 R`);
      if (own && idOf(id) === own.last && after) head = withEntries(head, `/Next ${after.first} 0 R`);
      whole.write(idOf(id), head, body.subarray(end));
    }
  });
  const kids = parts.map((part, index) => `${numberings[index]?.(part.pages)} 0 R`).join(' ');
  whole.write(pagesRoot, `<<\n  /Type /Pages\n  /Count ${pages}\n  /Kids [${kids}]\n>>`);
  const marked = bookmarks.filter((one) => one !== undefined);
  const count = marked.reduce((sum, one) => sum + one.count, 0);
  whole.write(
    outlineRoot,
    marked.length === 0
      ? '<<\n  /Type /Outlines\n>>'
      : `<<\n  /Type /Outlines\n  /First ${marked[0]?.first} 0 R\n  /Last ${marked.at(-1)?.last} 0 R\n  /Count ${count}\n>>`,
  );
  const idOf = numberings[0] ?? ((id: number): number => id);
  const catalog = renumbered(headOf(first.objects.get(first.catalog) ?? Buffer.alloc(0)), idOf)
    .replace(/\/Pages \d+ 0 R/u, `/Pages ${pagesRoot} 0 R`)
    .replace(/\s*\/Outlines \d+ 0 R/u, '');
  whole.write(idOf(first.catalog), withEntries(catalog, `/Outlines ${outlineRoot} 0 R`));
  return whole.end(idOf(first.catalog), idOf(first.info));
}

function bookmarksOf({ objects, outlines }: Part, idOf: (id: number) => number): Bookmarks | undefined {
  const root = outlines === undefined ? undefined : objects.get(outlines);
  if (!root) return undefined;
  const head = headOf(root);
  const [first, last] = [numberAfter(head, 'First'), numberAfter(head, 'Last')];
  if (first === undefined || last === undefined) return undefined;
  return { first: idOf(first), last: idOf(last), count: numberAfter(head, 'Count') ?? 0 };
}
