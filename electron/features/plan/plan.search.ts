import { sql } from 'kysely';
import type { SearchHit } from '#shared/features/search/search.contract.ts';
import { matchOf } from '#shared/features/search/search.rules.ts';
import { languages, type Language } from '#shared/kernel/language.ts';
import { filled } from '#shared/text/filled.ts';
import { planText } from '#shared/text/plan.text.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { listEditions } from './plan.repository.ts';

/** Fields of a part's content that are no words of people. */
const unread = ['key', 'kind', 'level', 'look'];

/** Editions in whose text something stands; marks of bold do not part words. */
async function editionsThatSay(reader: Reader, text: string): Promise<ReadonlySet<number>> {
  const pattern = `%${text.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
  const { rows } = await sql<{ id: number }>`
    select distinct plan_part.plan_id as id from plan_part, json_tree(plan_part.content) as word
    where word.type = 'text' and coalesce(word.key, '') not in (${sql.join(unread)})
      and replace(word.value, '**', '') like ${pattern} escape '\\'`.execute(reader);
  return new Set(rows.map(({ id }) => id));
}

/**
 * Plans as the search finds them: by year and name, by pinyin of it (`readings` of a text), and by what is written in their
 * newest edition, one hit a year.
 */
export async function findPlans(
  reader: Reader,
  typed: string,
  language: Language,
  readings: (text: string) => readonly string[],
): Promise<SearchHit[]> {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return [];
  const editions = await listEditions(reader);
  const newest = editions.filter(({ year }, index) => editions[index - 1]?.year !== year);
  // A single letter stands in every text.
  const saying = text.length > 1 ? await editionsThatSay(reader, text) : new Set<number>();
  return newest.flatMap(({ id, year, edition, state }): SearchHit[] => {
    const names = languages.flatMap((one) => [filled(planText[one].name, { year }), planText[one].title]);
    const found = matchOf(text, { names, readings: readings(planText['zh-CN'].title) }) > 0 || saying.has(id);
    const words = planText[language];
    const detail = `${filled(words.edition, { edition })} · ${words.states[state]}`;
    return found ? [{ feature: 'plan', id, title: filled(words.name, { year }), detail }] : [];
  });
}
