import type { searchContract } from '#shared/features/search/search.contract.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { findRecords } from '#electron/kernel/search-index.ts';
import { searchTokens } from '#electron/kernel/search-tokens.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import { recordDefinitions } from '#electron/kernel/record/record-registry.ts';
import { masked, maskedFields, searchSightOf } from '#electron/kernel/record/record-mask.ts';
import { findPlans } from '../plan/plan.search.ts';
import { scanned } from './scan.ts';
import { scopeOf } from '#shared/rpc/rights.ts';

/** What people look for most comes first. */
const importance = ['customer', 'vehicle', 'order', 'repair', 'stock', 'lead', 'receivable'];
const rank = ({ feature }: RecordDefinition): number =>
  importance.includes(feature) ? importance.indexOf(feature) : importance.length;
const byImportance = (a: RecordDefinition, b: RecordDefinition): number => rank(a) - rank(b);

/** Pinyin and initials of a text. */
const readingsOf = (text: string): string[] =>
  searchTokens([text])
    .split(' ')
    .filter((token) => token.startsWith('p') || token.startsWith('i'))
    .map((token) => token.slice(1));

export const searchHandlers: HandlersOf<typeof searchContract> = {
  scan: async ({ code }, context) => scanned(context, code),

  async readings({ texts }) {
    return texts.map(readingsOf);
  },
  async find({ text, limit }, { reader, actor }) {
    // Records that the person sees only in part (scope `own`) are found in their lists, not here.
    const readable = recordDefinitions()
      .toSorted(byImportance)
      .filter((d) => d.indexed !== false && scopeOf(actor.roles, d.readRight) === 'all');
    const hits = await findRecords(
      reader,
      text,
      readable.map((d) => d.feature),
      searchSightOf(actor),
      limit,
    );
    const plans =
      scopeOf(actor.roles, 'plan.read') === 'all'
        ? await findPlans(reader, text, actor.language, readingsOf)
        : [];
    const records = hits.map((hit) => {
      const definition = readable.find((d) => d.feature === hit.feature);
      if (!definition) return hit;
      const hidden = new Map(maskedFields(definition, actor));
      const title = hidden.get(definition.title);
      const detail = hidden.get(definition.detail ?? '');
      return {
        ...hit,
        title: title ? (masked(title, hit.title) ?? '') : hit.title,
        detail: detail ? (masked(detail, hit.detail) ?? '') : hit.detail,
      };
    });
    return [...records, ...plans].slice(0, limit);
  },
};
