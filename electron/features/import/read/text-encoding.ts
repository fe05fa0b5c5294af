import { isAscii } from 'node:buffer';
import { ReadProblem } from './read-problem.ts';
import { CHUNK_BYTES, type SourceFile } from './source-file.ts';
import type { TextEncoding } from './table-file.ts';

export type EncodingGuess = {
  readonly encoding: TextEncoding;
  readonly certain: boolean;
  /** Bytes of the byte order mark. */
  readonly skip: number;
};

/** Characters that headers and values of a dealership's tables are made of; they outweigh merely valid ones. */
const FIELD_CHARACTERS =
  '车牌号客户姓名电话手机联系人地址日期时间编号码型颜色备注金额状态数量单价合计公司有限身份证发动机品牌系架购买销售顾问维修服务工结算应收已付余款库存入出' +
  '定单订交付来源线索类别性质里程保险到商业强年检首次登记所属部门员工岗位职务收支现项目配件名称进厂完成是否男女省市区县路街道广东深圳上海北京粤京沪苏浙鲁李王张刘陈杨黄赵吴周徐孙马朱胡林郭何高';

const level1 = commonHan();

/** The 3,755 everyday characters: level 1 of GB 2312, rows 16–55. */
function commonHan(): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let high = 0xb0; high <= 0xd7; high += 1) {
    for (let low = 0xa1; low <= (high === 0xd7 ? 0xf9 : 0xfe); low += 1) bytes.push(high, low);
  }
  return new Set(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)));
}
const fieldCharacters: ReadonlySet<string> = new Set(FIELD_CHARACTERS);

type Score = { readonly share: number; readonly foreign: number };

/** Share (0–1.5) of familiar characters among those beyond ASCII, and how many of those there are. */
function scoreText(text: string): Score {
  let foreign = 0;
  let points = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    foreign += 1;
    if (fieldCharacters.has(char)) points += 1.5;
    else if (level1.has(char) || (code >= 0x3000 && code <= 0x3011) || (code >= 0xff01 && code <= 0xff5e))
      points += 1;
    else if (code >= 0x4e00 && code <= 0x9fff) points += 0.2;
    else if (code > 0xffff || code === 0xb7 || code === 0x2014 || code === 0x201c || code === 0x201d)
      points += 0.2;
  }
  return { share: foreign === 0 ? 1 : points / foreign, foreign };
}

/** Strictly decoded text of a sample that may end inside a character, or undefined. */
function strictly(encoding: TextEncoding, sample: Buffer, whole: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: !whole });
  } catch {
    return undefined;
  }
}

/** Byte order mark, if any. */
function byteOrderMark(head: Buffer): EncodingGuess | undefined {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', certain: true, skip: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', certain: true, skip: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', certain: true, skip: 2 };
  return undefined;
}

/** UTF-16 without a mark: digits, delimiters and line ends leave a zero in every second byte. */
function utf16Guess(sample: Buffer): EncodingGuess | undefined {
  let even = 0;
  let odd = 0;
  const length = Math.min(sample.length, 8192) & ~1;
  for (let at = 0; at < length; at += 2) {
    if (sample[at] === 0) even += 1;
    if (sample[at + 1] === 0) odd += 1;
  }
  const most = Math.max(even, odd);
  if (most === 0) return undefined;
  if (Math.min(even, odd) > most / 20 || most < length / 40) throw new ReadProblem('not-a-table');
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  return { encoding, certain: most >= 20, skip: 0 };
}

/**
 * Guesses the encoding of a sample: byte order mark, UTF-16 by its zeros, strict UTF-8, gb18030. Valid UTF-8 is no proof
 * in small files (the GBK bytes of 状态 are valid UTF-8), so both readings are scored by familiar characters.
 * @param whole the sample ends where the file ends
 * @throws ReadProblem `not-a-table` for binary data
 */
export function guessEncoding(sample: Buffer, whole: boolean): EncodingGuess {
  const mark = byteOrderMark(sample);
  if (mark !== undefined) return mark;
  const wide = utf16Guess(sample);
  if (wide !== undefined) return wide;
  const utf8 = strictly('utf-8', sample, whole);
  const gb = strictly('gb18030', sample, whole);
  if (looksBinary(sample)) throw new ReadProblem('not-a-table');
  if (utf8 === undefined && gb === undefined) return { encoding: 'gb18030', certain: false, skip: 0 };
  if (gb === undefined) return { encoding: 'utf-8', certain: true, skip: 0 };
  const gbScore = scoreText(gb);
  if (utf8 === undefined) {
    return { encoding: 'gb18030', certain: gbScore.foreign >= 4 && gbScore.share > 0.6, skip: 0 };
  }
  const utf8Score = scoreText(utf8);
  if (utf8Score.foreign === 0) return { encoding: 'utf-8', certain: true, skip: 0 };
  const encoding = gbScore.share > utf8Score.share ? 'gb18030' : 'utf-8';
  const best = encoding === 'utf-8' ? utf8Score : gbScore;
  const certain = best.foreign >= 6 && Math.abs(gbScore.share - utf8Score.share) > 0.25;
  return { encoding, certain, skip: 0 };
}

/** More than one in a hundred bytes is a control character that no text has. */
function looksBinary(sample: Buffer): boolean {
  let control = 0;
  const length = Math.min(sample.length, 65_536);
  for (let at = 0; at < length; at += 1) {
    const byte = sample[at] ?? 0;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 0x1a) control += 1;
  }
  return control > length / 100;
}

/** Guesses the encoding of a file; when its head is plain ASCII, by the first part of it that is not. */
export async function guessFileEncoding(source: SourceFile, head: Buffer): Promise<EncodingGuess> {
  const first = guessEncoding(head, head.length >= source.size);
  if (first.skip > 0 || head.length >= source.size || !isAscii(head) || first.encoding !== 'utf-8')
    return first;
  let at = head.length;
  for await (const chunk of source.chunks(head.length, source.size, CHUNK_BYTES)) {
    if (!isAscii(chunk)) {
      const place = at + firstForeign(chunk);
      const sample = await source.read(place, CHUNK_BYTES);
      return { ...guessEncoding(sample, place + sample.length >= source.size), skip: 0 };
    }
    at += chunk.length;
  }
  return first;
}

function firstForeign(chunk: Buffer): number {
  const place = chunk.findIndex((byte) => byte > 0x7f);
  return place < 0 ? 0 : place;
}
