import { movedKeys } from '../../kernel/moved-keys.ts';
import {
  planParts,
  swotFields,
  type PlanBlock,
  type PlanPart,
  type PlanPartContents,
} from './plan.content.ts';

/** 版本差异: what changed between two editions of a plan, by part and thing, down to words. */

/** A stretch of words: in both, only before, or only after. */
export type WordChange = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

export type EntryKind =
  | 'theme'
  | 'block'
  | 'comment'
  | 'market'
  | 'competitor'
  | 'policy'
  | 'group'
  | 'swot'
  | 'post'
  | 'measure'
  | 'investment';

export type PlanChange = {
  readonly part: PlanPart;
  readonly kind: EntryKind;
  /** What it is: its name after, or before where it was removed. */
  readonly name: string;
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  readonly words: readonly WordChange[];
};

type Entry = { readonly kind: EntryKind; readonly name: string; readonly text: string };

/** How a person, an amount and a field read in words; the caller knows the language. */
export type EntryWords = {
  readonly person: (id: number) => string;
  readonly money: (fen: number) => string;
  readonly goal: (key: string) => string;
  readonly field: (name: string) => string;
};

/** Words of Latin letters and numbers whole, Chinese sign by sign, everything else by itself. */
export const tokensOf = (text: string): string[] => text.match(/[A-Za-z0-9.,%¥]+|\s+|./gsu) ?? [];

const gather = (changes: readonly WordChange[]): WordChange[] => {
  const joined: { kind: WordChange['kind']; text: string }[] = [];
  for (const { kind, text } of changes) {
    const last = joined.at(-1);
    if (text === '') continue;
    if (last?.kind === kind) last.text += text;
    else joined.push({ kind, text });
  }
  return joined;
};

/** Cells of the table of common subsequences beyond which the middle is told as replaced. */
const mostCells = 4_000_000;

/** What is the same, removed and added, word by word; reading `same` and `added` gives `after`, `same` and `removed` `before`. */
export function compareWords(before: string, after: string): WordChange[] {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let tail = 0;
  while (
    tail < old.length - start &&
    tail < now.length - start &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  )
    tail += 1;
  const head = old.slice(0, start).join('');
  const end = old.slice(old.length - tail).join('');
  const middle = compareMiddle(old.slice(start, old.length - tail), now.slice(start, now.length - tail));
  return gather([{ kind: 'same', text: head }, ...middle, { kind: 'same', text: end }]);
}

function compareMiddle(old: readonly string[], now: readonly string[]): WordChange[] {
  const replaced: WordChange[] = [
    { kind: 'removed', text: old.join('') },
    { kind: 'added', text: now.join('') },
  ];
  if (old.length === 0 || now.length === 0 || old.length * now.length > mostCells) return replaced;
  const width = now.length + 1;
  const longest = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        old[i] === now[j]
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
  const changes: WordChange[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      changes.push({ kind: 'same', text: old[i] ?? '' });
      i += 1;
      j += 1;
    } else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) {
      changes.push({ kind: 'removed', text: old[i] ?? '' });
      i += 1;
    } else {
      changes.push({ kind: 'added', text: now[j] ?? '' });
      j += 1;
    }
  }
  return [
    ...changes,
    { kind: 'removed', text: old.slice(i).join('') },
    { kind: 'added', text: now.slice(j).join('') },
  ];
}

const gridText = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, ...rows].map((row) => row.join(' | ')).join('\n');

function blockEntry(block: PlanBlock): Entry {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { kind: 'block', name: block.text.slice(0, 20), text: block.text };
    case 'list':
      return { kind: 'block', name: (block.items[0] ?? '').slice(0, 20), text: block.items.join('\n') };
    case 'table':
      return {
        kind: 'block',
        name: block.caption,
        text: `${block.caption}\n${gridText(block.columns, block.rows)}`,
      };
    case 'chart':
      return {
        kind: 'block',
        name: block.caption,
        text: `${block.caption} ${block.unit}\n${gridText(block.columns, block.rows)}`,
      };
  }
  return block satisfies never;
}

/** Fields by their keys: what was frozen spells them in another order than what is written, and that is no change. */
const inOrder = <Value>(fields: Readonly<Record<string, Value>>): [string, Value][] =>
  Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1));

/** A row as `field: value`, one a line, without what is not known. */
const rowText = (row: object, words: EntryWords): string =>
  inOrder<unknown>({ ...row })
    .filter(([name, value]) => name !== 'key' && value !== null && value !== '')
    .map(([name, value]) => {
      const shown =
        name.endsWith('Fen') && typeof value === 'number' ? words.money(value) : [value].flat().join(' ');
      return `${words.field(name)} ${shown}`;
    })
    .join('\n');

function measureText(measure: PlanPartContents['measures']['measures'][number], words: EntryWords): string {
  const { text, ownerId, dueOn, check, goals } = measure;
  return rowText(
    {
      text,
      ownerId: ownerId === null ? null : words.person(ownerId),
      dueOn,
      check,
      goals: goals.map(words.goal),
    },
    words,
  );
}

/** Everything that a part says, by a key that stays with the thing. */
function entriesOf(part: PlanPart, parts: PlanPartContents, words: EntryWords): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const rows = (kind: EntryKind, list: readonly { key: string; name?: string; post?: string }[]): void => {
    for (const row of list)
      entries.set(`${kind}.${row.key}`, {
        kind,
        name: row.name ?? row.post ?? '',
        text: rowText(row, words),
      });
  };
  const put = (key: string, entry: Entry): void => void (entry.text === '' || entries.set(key, entry));
  if (part === 'opening') put('theme', { kind: 'theme', name: '', text: parts.opening.theme });
  if (part === 'closing')
    for (const [figure, text] of inOrder(parts.closing.comments))
      put(`comment.${figure}`, { kind: 'comment', name: words.goal(figure), text });
  if (part === 'market') {
    rows('market', parts.market.markets);
    rows('competitor', parts.market.competitors);
    rows('policy', parts.market.policies);
    rows('group', parts.market.groups);
    for (const field of swotFields)
      put(`swot.${field}`, { kind: 'swot', name: words.field(field), text: parts.market.swot[field] });
  }
  if (part === 'staffing') rows('post', parts.staffing.posts);
  if (part === 'investment') rows('investment', parts.investment.investments);
  const content = parts[part];
  if ('measures' in content)
    for (const measure of content.measures)
      entries.set(`measure.${measure.key}`, {
        kind: 'measure',
        name: measure.text.slice(0, 20),
        text: measureText(measure, words),
      });
  for (const block of content.blocks) entries.set(`block.${block.key}`, blockEntry(block));
  return entries;
}

/** All changes from one edition to another, in the order of the parts; none for equal plans. */
export function comparePlans(
  before: PlanPartContents,
  after: PlanPartContents,
  words: EntryWords,
): PlanChange[] {
  return planParts.flatMap((part): PlanChange[] => {
    const [old, now] = [entriesOf(part, before, words), entriesOf(part, after, words)];
    const moved = movedKeys([...old.keys()], [...now.keys()]);
    const changes: PlanChange[] = [];
    for (const [key, entry] of now) {
      const was = old.get(key);
      const tell = (change: PlanChange['change'], from: string): void =>
        void changes.push({
          part,
          kind: entry.kind,
          name: entry.name,
          change,
          words: compareWords(from, entry.text),
        });
      if (!was) tell('added', '');
      else if (was.text !== entry.text) tell('changed', was.text);
      else if (moved.has(key)) tell('moved', was.text);
    }
    for (const [key, { kind, name, text }] of old)
      if (!now.has(key)) changes.push({ part, kind, name, change: 'removed', words: compareWords(text, '') });
    return changes;
  });
}
