import { dividedBy, exact, minus, plus, times, type Exact } from './indicator.exact.ts';

/**
 * 公式 formulas over indicators: `+ − × ÷`, parentheses, plain numbers (also `60%`), names of indicators; a name with signs
 * in it stands in square brackets. Money counts in yuan, rates as shares of 1. Places are counted from 1, in characters.
 */
export type Formula =
  | { readonly kind: 'number'; readonly value: Exact }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  | { readonly kind: 'minus'; readonly of: Formula }
  | {
      readonly kind: 'two';
      readonly sign: Sign;
      readonly at: number;
      readonly a: Formula;
      readonly b: Formula;
    };
type Sign = '+' | '-' | '*' | '/';

/** Why a formula cannot be read: the key of a sentence in the `problem` texts, and where. */
export type FormulaProblem = {
  readonly issue:
    | 'formula-empty'
    | 'formula-sign'
    | 'formula-ends'
    | 'formula-unexpected'
    | 'formula-parenthesis'
    | 'formula-long';
  readonly at: number;
  readonly text: string;
};

export type Parsed =
  | { readonly ok: true; readonly formula: Formula }
  | ({ readonly ok: false } & FormulaProblem);

type Token = {
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
};

const signs: Readonly<Record<string, string>> = {
  '+': '+',
  '＋': '+',
  '-': '-',
  '−': '-',
  '－': '-',
  '–': '-',
  '*': '*',
  '×': '*',
  '＊': '*',
  '/': '/',
  '÷': '/',
  '／': '/',
  '(': '(',
  '（': '(',
  ')': ')',
  '）': ')',
};
const deepest = 60;

class Refused extends Error {
  readonly problem: FormulaProblem;
  constructor(issue: FormulaProblem['issue'], at: number, text: string) {
    super(issue);
    this.problem = { issue, at, text };
  }
}

function tokensOf(text: string): readonly Token[] {
  const characters = Array.from(text);
  const tokens: Token[] = [];
  let from = 0;
  while (from < characters.length) {
    const character = characters[from] ?? '';
    const at = from + 1;
    const rest = characters.slice(from).join('');
    const number = /^\d+(?:\.\d+)?\s*[%％]?/u.exec(rest)?.[0];
    const bracketed = /^\[([^[\]]+)\]/u.exec(rest);
    const name = /^[\p{L}_][\p{L}\p{N}_]*/u.exec(rest)?.[0];
    const sign = signs[character];
    if (/\s/u.test(character)) from += 1;
    else if (sign !== undefined) {
      tokens.push({ kind: 'sign', text: sign, at });
      from += 1;
    } else if (number !== undefined) {
      tokens.push({ kind: 'number', text: number.replace(/\s/gu, ''), at });
      from += Array.from(number).length;
    } else if (bracketed) {
      tokens.push({ kind: 'name', text: (bracketed[1] ?? '').trim(), at });
      from += Array.from(bracketed[0]).length;
    } else if (name !== undefined) {
      tokens.push({ kind: 'name', text: name, at });
      from += Array.from(name).length;
    } else throw new Refused('formula-sign', at, character);
  }
  return [...tokens, { kind: 'end', text: '', at: characters.length + 1 }];
}

function numberOf(text: string): Exact {
  const percent = /[%％]$/u.test(text);
  const [whole = '0', fraction = ''] = text.replace(/[%％]$/u, '').split('.');
  return exact(BigInt(whole + fraction), 10n ** BigInt(fraction.length + (percent ? 2 : 0)));
}

/** Reads a formula; a wrong one is told with its place. */
export function parseFormula(text: string): Parsed {
  try {
    const tokens = tokensOf(text);
    if (tokens.length === 1) throw new Refused('formula-empty', 1, '');
    let next = 0;
    const peek = (): Token => tokens[next] ?? { kind: 'end', text: '', at: text.length + 1 };
    const isSign = (...texts: string[]): boolean => peek().kind === 'sign' && texts.includes(peek().text);
    const take = (): Token => {
      const token = peek();
      next += 1;
      return token;
    };
    const unexpected = (token: Token): Refused =>
      token.kind === 'end'
        ? new Refused('formula-ends', token.at, '')
        : new Refused('formula-unexpected', token.at, token.text);
    const chain = (of: (depth: number) => Formula, depth: number, ...texts: Sign[]): Formula => {
      let left = of(depth);
      while (isSign(...texts)) {
        const { text: sign, at } = take();
        left = { kind: 'two', sign: sign as Sign, at, a: left, b: of(depth) }; // one of the texts asked for
      }
      return left;
    };
    const sum = (depth: number): Formula => chain(product, depth, '+', '-');
    const product = (depth: number): Formula => chain(single, depth, '*', '/');
    const single = (depth: number): Formula => {
      const token = take();
      if (depth > deepest) throw new Refused('formula-long', token.at, token.text);
      if (token.kind === 'number') return { kind: 'number', value: numberOf(token.text) };
      if (token.kind === 'name') return { kind: 'name', name: token.text, at: token.at };
      if (token.kind === 'sign' && token.text === '-') return { kind: 'minus', of: single(depth + 1) };
      if (token.kind !== 'sign' || token.text !== '(') throw unexpected(token);
      const inside = sum(depth + 1);
      if (!isSign(')')) throw new Refused('formula-parenthesis', token.at, '(');
      take();
      return inside;
    };
    const formula = sum(0);
    if (peek().kind !== 'end') throw unexpected(peek());
    return { ok: true, formula };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, ...error.problem };
    throw error;
  }
}

/** Names of a formula with their places, in the order in which they stand. */
export function namesIn(formula: Formula): readonly { readonly name: string; readonly at: number }[] {
  switch (formula.kind) {
    case 'number':
      return [];
    case 'name':
      return [{ name: formula.name, at: formula.at }];
    case 'minus':
      return namesIn(formula.of);
    case 'two':
      return [...namesIn(formula.a), ...namesIn(formula.b)];
  }
}

const shownSigns = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const;

/** A part of a formula in words, as it could have been typed. */
function formulaWords(formula: Formula): string {
  switch (formula.kind) {
    case 'number':
      return String(Number(formula.value.over) / Number(formula.value.under));
    case 'name':
      return formula.name;
    case 'minus':
      return `−${formulaWords(formula.of)}`;
    case 'two':
      return `(${formulaWords(formula.a)} ${shownSigns[formula.sign]} ${formulaWords(formula.b)})`;
  }
}

/** What a formula gives: a value; the name that is not supplied; or the place where something is divided by nothing. */
export type Worked =
  | { readonly kind: 'value'; readonly value: Exact }
  | { readonly kind: 'missing'; readonly name: string }
  | { readonly kind: 'nothing-under'; readonly at: number; readonly under: string };

/** Works a formula out exactly. `valueOf` gives undefined for what is not supplied: that is never taken as 0. */
export function workOut(formula: Formula, valueOf: (name: string) => Exact | undefined): Worked {
  switch (formula.kind) {
    case 'number':
      return { kind: 'value', value: formula.value };
    case 'name': {
      const value = valueOf(formula.name);
      return value ? { kind: 'value', value } : { kind: 'missing', name: formula.name };
    }
    case 'minus': {
      const of = workOut(formula.of, valueOf);
      return of.kind === 'value' ? { kind: 'value', value: minus(exact(0n), of.value) } : of;
    }
    case 'two': {
      const a = workOut(formula.a, valueOf);
      if (a.kind !== 'value') return a;
      const b = workOut(formula.b, valueOf);
      if (b.kind !== 'value') return b;
      if (formula.sign === '/') {
        const value = dividedBy(a.value, b.value);
        return value
          ? { kind: 'value', value }
          : { kind: 'nothing-under', at: formula.at, under: formulaWords(formula.b) };
      }
      const act = formula.sign === '+' ? plus : formula.sign === '-' ? minus : times;
      return { kind: 'value', value: act(a.value, b.value) };
    }
  }
}

/**
 * The circle that a formula would close: the way from an indicator through the names that its formula uses back to itself;
 * null when there is none. `usedBy` gives the keys that a key's formula uses.
 */
export function circleFrom(
  key: string,
  usedBy: (key: string) => readonly string[],
): readonly string[] | null {
  const seen = new Set<string>();
  const walk = (at: string, way: readonly string[]): readonly string[] | null => {
    for (const next of usedBy(at)) {
      if (next === key) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...way, next]);
      if (found) return found;
    }
    return null;
  };
  return walk(key, [key]);
}
