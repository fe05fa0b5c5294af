import { pinyin } from 'pinyin-pro';
import { normalPhone } from '#shared/kernel/phone.ts';

/**
 * Tokens of the search index. SQLite's trigram tokenizer finds nothing for words of two characters, so the text is cut
 * here, each token led by a letter that says what it is:
 *   c single Chinese character or pair · p full pinyin · i pinyin initials · w word or number · r the same backwards (tails)
 * and, of values that some people see masked (their masks are indexed as any text):
 *   f telephone · g plate · x plate without province and letter · b any of these backwards
 */

/** A telephone or plate that some people see masked. */
export type HiddenText = { readonly kind: 'phone' | 'plate'; readonly text: string };

/**
 * What a person's search finds of masked values. Who sees them, anything; who does not, the parts that the mask shows, a whole
 * plate with or without its province and letter, and with `wholePhone` a whole number: never a part of what is hidden, because
 * each hit would tell one digit more.
 */
export type SearchSight = { readonly hidden: boolean; readonly wholePhone: boolean };

export const fullSight: SearchSight = { hidden: true, wholePhone: true };

const chinese = /[\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud888][\udc00-\udfff]/gu;
const chineseRun = /(?:[\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud888][\udc00-\udfff])+/gu;
const word = /[a-z0-9]+/gu;

const plainPinyin = new Map<string, string>();
const surnamePinyin = new Map<string, string>();

/** Pinyin without tones of one character; kept, because names repeat characters. */
function syllable(character: string, asSurname: boolean): string {
  const kept = asSurname ? surnamePinyin : plainPinyin;
  let found = kept.get(character);
  if (found === undefined) {
    found = pinyin(character, {
      toneType: 'none',
      type: 'string',
      v: true,
      ...(asSurname ? { surname: 'head' as const } : {}),
    })
      .toLowerCase()
      .replaceAll(/[^a-z]/gu, '');
    kept.set(character, found);
  }
  return found;
}

/** Pinyin of the Chinese characters of a name, the first read as a surname; '' where there are none. */
export const soundOf = (name: string): string =>
  (name.match(chinese) ?? []).map((character, at) => syllable(character, at === 0)).join('');

const backwards = (text: string): string => text.split('').reverse().join('');

function chineseTokens(run: string, into: string[]): void {
  const characters = run.match(chinese) ?? [];
  for (let index = 0; index < characters.length; index++) {
    const one = characters[index] ?? '';
    into.push(`c${one}`);
    const next = characters[index + 1];
    if (next !== undefined) into.push(`c${one}${next}`);
  }
  // Long runs (company names) are found by their characters; pinyin is for names and short words.
  const syllables = characters.slice(0, 12).map((character) => syllable(character, false));
  const rest = syllables.slice(1);
  const [first = ''] = syllables;
  const asSurname = syllable(characters[0] ?? '', true);
  for (const head of first === asSurname ? [first] : [first, asSurname]) {
    into.push(`p${head}${rest.join('')}`, `i${head.charAt(0)}${rest.map((s) => s.charAt(0)).join('')}`);
  }
}

/** Tokens of Chinese runs as they were last asked for: names, models and places come again and again in an import. */
const keptRuns = new Map<string, readonly string[]>();
const mostKeptRuns = 20_000;

function tokensOfRun(run: string): readonly string[] {
  const kept = keptRuns.get(run);
  if (kept) return kept;
  const tokens: string[] = [];
  chineseTokens(run, tokens);
  if (keptRuns.size >= mostKeptRuns) keptRuns.clear();
  keptRuns.set(run, tokens);
  return tokens;
}

const isWordCode = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** Words of lower-case text, without a regular expression: this runs for every text of an import. */
function addWords(lower: string, into: Set<string>, forward = 'w', tail = 'r'): void {
  for (let at = 0; at < lower.length; at++) {
    if (!isWordCode(lower.charCodeAt(at))) continue;
    const from = at;
    while (at < lower.length && isWordCode(lower.charCodeAt(at))) at++;
    const part = lower.slice(from, at);
    into.add(forward + part);
    if (part.length >= 4) into.add(tail + backwards(part));
  }
}

/** The letter after the province of a plate, and what follows up to 挂, 学 or the like. */
const plateWord = /^[\u4e00-\u9fff]?[a-z]([a-z0-9]{4,})/u;

function addHidden({ kind, text }: HiddenText, into: Set<string>): void {
  const lower = text.toLowerCase();
  addWords(lower, into, kind === 'phone' ? 'f' : 'g', 'b');
  const tail = kind === 'plate' ? plateWord.exec(lower)?.[1] : undefined;
  if (tail !== undefined) into.add(`x${tail}`);
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** Cuts texts into index tokens, separated by blanks. Tails are kept of words of four characters or more. */
export function searchTokens(
  texts: readonly (string | null | undefined)[],
  hidden: readonly HiddenText[] = [],
): string {
  const tokens = new Set<string>();
  for (const text of texts) {
    if (!text) continue;
    const lower = text.toLowerCase();
    if (!isAscii(lower))
      for (const run of lower.match(chineseRun) ?? [])
        for (const token of tokensOfRun(run)) tokens.add(token);
    addWords(lower, tokens);
  }
  for (const one of hidden) addHidden(one, tokens);
  let joined = '';
  for (const token of tokens) joined += joined === '' ? token : ` ${token}`;
  return joined;
}

const quoted = (token: string): string => `"${token}"`;
const prefix = (token: string): string => `"${token}"*`;

/** The ways in which one word or number may be meant. */
function waysOf(part: string, sight: SearchSight): readonly string[] {
  const ways = [prefix(`w${part}`)];
  if (part.length >= 3) ways.push(prefix(`r${backwards(part)}`));
  if (/^[a-z]+$/u.test(part)) ways.push(prefix(`p${part}`), prefix(`i${part}`));
  else if (sight.hidden) {
    ways.push(prefix(`f${part}`), prefix(`g${part}`));
    if (part.length >= 3) ways.push(prefix(`b${backwards(part)}`));
  } else {
    ways.push(quoted(`g${part}`), quoted(`x${part}`));
    if (sight.wholePhone) ways.push(quoted(`f${part}`));
  }
  return ways;
}

/** The FTS5 question for what a person typed; undefined when nothing of it can be searched. */
export function searchQuestion(typed: string, sight: SearchSight): string | undefined {
  const lower = (normalPhone(typed) ?? typed.normalize('NFKC')).toLowerCase();
  const all: string[] = [];
  for (const run of lower.match(chineseRun) ?? []) {
    const characters = run.match(chinese) ?? [];
    if (characters.length === 1) all.push(quoted(`c${characters[0] ?? ''}`));
    for (let index = 0; index + 1 < characters.length; index++) {
      all.push(quoted(`c${characters[index] ?? ''}${characters[index + 1] ?? ''}`));
    }
  }
  for (const part of lower.match(word) ?? []) {
    const ways = waysOf(part, sight);
    all.push(ways.length === 1 ? (ways[0] ?? '') : `(${ways.join(' OR ')})`);
  }
  return all.length > 0 ? all.join(' AND ') : undefined;
}
