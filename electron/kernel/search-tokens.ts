import { pinyin } from 'pinyin-pro';

/**
 * Tokens of the search index. SQLite's trigram tokenizer finds nothing for words of two characters, so the text is cut
 * here, each token led by a letter that says what it is:
 *   c single Chinese character or pair · p full pinyin · i pinyin initials · w word or number · r the same backwards (tails)
 */

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

const backwards = (text: string): string => text.split('').reverse().join('');

function addChinese(run: string, into: Set<string>): void {
  const characters = run.match(chinese) ?? [];
  for (let index = 0; index < characters.length; index++) {
    const one = characters[index] ?? '';
    into.add(`c${one}`);
    const next = characters[index + 1];
    if (next !== undefined) into.add(`c${one}${next}`);
  }
  // Long runs (company names) are found by their characters; pinyin is for names and short words.
  const syllables = characters.slice(0, 12).map((character) => syllable(character, false));
  const asName = [syllable(characters[0] ?? '', true), ...syllables.slice(1)];
  for (const spelling of [syllables, asName]) {
    into.add(`p${spelling.join('')}`);
    into.add(`i${spelling.map((s) => s[0] ?? '').join('')}`);
  }
}

/** Cuts texts into index tokens, separated by blanks. Tails are kept of words of four characters or more. */
export function searchTokens(texts: readonly (string | null | undefined)[]): string {
  const tokens = new Set<string>();
  for (const text of texts) {
    if (!text) continue;
    const lower = text.toLowerCase();
    for (const run of lower.match(chineseRun) ?? []) addChinese(run, tokens);
    for (const part of lower.match(word) ?? []) {
      tokens.add(`w${part}`);
      if (part.length >= 4) tokens.add(`r${backwards(part)}`);
    }
  }
  return [...tokens].join(' ');
}

const quoted = (token: string): string => `"${token}"`;
const prefix = (token: string): string => `"${token}"*`;

/** The FTS5 question for what a person typed; undefined when nothing of it can be searched. */
export function searchQuestion(typed: string): string | undefined {
  const lower = typed.normalize('NFKC').toLowerCase();
  const all: string[] = [];
  for (const run of lower.match(chineseRun) ?? []) {
    const characters = run.match(chinese) ?? [];
    if (characters.length === 1) all.push(quoted(`c${characters[0] ?? ''}`));
    for (let index = 0; index + 1 < characters.length; index++) {
      all.push(quoted(`c${characters[index] ?? ''}${characters[index + 1] ?? ''}`));
    }
  }
  for (const part of lower.match(word) ?? []) {
    const ways = [prefix(`w${part}`)];
    if (part.length >= 3) ways.push(prefix(`r${backwards(part)}`));
    if (/^[a-z]+$/u.test(part)) ways.push(prefix(`p${part}`), prefix(`i${part}`));
    all.push(ways.length === 1 ? (ways[0] ?? '') : `(${ways.join(' OR ')})`);
  }
  return all.length > 0 ? all.join(' AND ') : undefined;
}
