import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { appContract } from '#shared/rpc/app.contract.ts';
import type { CallMeta } from '#shared/rpc/call.ts';
import { rights, roles } from '#shared/rpc/rights.ts';
import { chinese, english } from '#shared/text/all.ts';
import { isNamedFeature, namedCall } from '#shared/text/call-name.ts';
import { createTexts } from '#shared/text/texts.ts';

/** Texts whose keys are data: the compiler cannot know them, so they are counted here. */
const languages = ['zh-CN', 'en'] as const;
const calls = Object.entries(appContract).flatMap(([feature, verbs]) =>
  Object.entries(verbs).map(([verb, call]) => ({
    name: `${feature}.${verb}`,
    kind: (call as unknown as { '~orpc': { meta: CallMeta } })['~orpc'].meta.kind, // every call declares its meta
  })),
);

type Leaf = readonly [path: string, text: string];
const leaves = (texts: object, path = ''): Leaf[] =>
  Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as const]
      : leaves(value as object, `${path}${key}.`),
  );
const parametersOf = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name ?? '').sort();

/** Every TypeScript file of the core and of what it shares with the screens. */
const sources = ['electron', 'shared'].flatMap((area) => {
  const folder = fileURLToPath(new URL(`../../${area}`, import.meta.url));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
});
/** What the first group of the pattern finds, once each. */
const said = (pattern: RegExp): string[] => [
  ...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, word]) => word ?? ''))),
];

describe.each(languages)('texts in %s', (language) => {
  const texts = createTexts(language);

  it('name every right and every role', () => {
    const missing = [
      ...rights.map((right) => `session.rights.${right.replace('.', '_')}`),
      ...roles.map((role) => `session.roles.${role}`),
    ].filter((key) => !texts.exists(key));
    expect(missing).toEqual([]);
  });

  it('name every call that the audit trail can show', () => {
    const changing = calls.filter(({ kind }) => kind === 'command' || kind === 'action');
    expect(changing.map(({ name }) => name).filter((name) => namedCall(texts, name) === undefined)).toEqual(
      [],
    );
  });

  it('name every feature', () => {
    const features = Object.keys(appContract);
    expect(features.filter((feature) => !isNamedFeature(texts, feature))).toEqual([]);
  });

  it('have a sentence for every reason and issue that the program gives', () => {
    const reasons = [
      ...said(/ruleViolated\(\s*'([a-z-]+)'/gu),
      ...said(/code: '(?:storage|unavailable|rule-violated)',\s*reason: '([a-z-]+)'/gu),
    ];
    const issues = [
      ...said(/invalidField\(\s*[^,()]+,\s*'([a-z-]+)'/gu),
      ...said(/\{ error: '([a-z-]+)' \}/gu),
    ];
    expect(reasons.length).toBeGreaterThan(20);
    expect(issues.length).toBeGreaterThan(10);
    expect(reasons.filter((reason) => !texts.exists(`problem.reasons.${reason}`))).toEqual([]);
    expect(issues.filter((issue) => !texts.exists(`problem.issues.${issue}`))).toEqual([]);
  });

  it('name every job', () => {
    const kinds = said(/jobs\.start\(\{\s*kind: '([A-Za-z._]+)'/gu);
    expect(kinds.length).toBeGreaterThan(3);
    expect(kinds.filter((kind) => !texts.exists(`job.kinds.${kind.replaceAll('.', '_')}`))).toEqual([]);
  });

  it('leave no sentence empty', () => {
    const all = language === 'en' ? english : chinese;
    expect(leaves(all).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

describe('both languages', () => {
  it('have each sentence of a problem once, whichever feature gives it', () => {
    const folder = fileURLToPath(new URL('../../shared/text', import.meta.url));
    const parts = readdirSync(join(folder, 'problem')).map((name) => `problem/${name}`);
    const keys = ['problem.text.ts', ...parts].flatMap((name) => [
      ...readFileSync(join(folder, name), 'utf8').matchAll(/[\w-]'?:\s+['"`]/gu),
    ]);
    expect(keys.length).toBe([chinese.problem, english.problem].flatMap((all) => leaves(all)).length);
  });

  const inEnglish = new Map(leaves(english));

  it('use the same parameters in every text', () => {
    const different = leaves(chinese)
      .filter(([path, text]) => {
        const theirs = inEnglish.get(path) ?? '';
        return [...new Set(parametersOf(text))].join() !== [...new Set(parametersOf(theirs))].join();
      })
      .map(([path]) => path);
    expect(different).toEqual([]);
  });

  it('say one and many apart in English, with no parameter that the many do not have', () => {
    const texts = createTexts('en');
    const ones = [...inEnglish].filter(([path]) => path.endsWith('_one'));
    expect(ones.length).toBeGreaterThan(10);
    const strange = ones.filter(([path, text]) => {
      const many = parametersOf(inEnglish.get(path.slice(0, -'_one'.length)) ?? '');
      return !parametersOf(text).every((name) => many.includes(name));
    });
    expect(strange).toEqual([]);
    const rows = (count: number): string => texts.t('import.files.rows', { rows: String(count), count });
    expect([0, 1, 2].map(rows)).toEqual(['0 rows', '1 row', '2 rows']);
    expect(createTexts('zh-CN').t('import.files.rows', { rows: '1', count: 1 })).toBe('1 行');
  });

  it('have no Chinese left in the English ones, but for the name of the language and examples', () => {
    const allowed = new Set(['common.chinese', 'shell.actions.switchLanguage', 'shell.search.start']);
    const found = [...inEnglish]
      .filter(([path, text]) => /\p{Script=Han}/u.test(text) && !allowed.has(path))
      .map(([path]) => path);
    expect(found).toEqual([]);
  });
});
