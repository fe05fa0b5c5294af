import type { Fields } from '#shared/kernel/field.ts';
import type { Page } from '#shared/rpc/record.contract.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useFilterNames } from './filter-bar.tsx';
import type { ListState } from './list-address.ts';
import { fieldNamed } from './list-columns.ts';
import { filteredFields, filterSentence, filtersOfField } from './list-filter.ts';
import type { RecordFeature } from './record-feature.ts';
import type { Row } from './record.queries.ts';
import { useFieldName } from './use-field-name.ts';

/** What narrows the list, in words, for the printed sheet. */
export function useConditions(
  feature: RecordFeature,
  fields: Fields,
  page: Page<Row>,
  state: Pick<ListState, 'search' | 'filters'>,
): string {
  const { t } = useTexts();
  const fieldName = useFieldName(feature);
  const names = useFilterNames(feature, page.labels);
  const parts: string[] = filteredFields(state.filters).flatMap((name) => {
    const field = fieldNamed(fields, name);
    if (!field) return [];
    const value = filterSentence(filtersOfField(state.filters, name), names(name, field));
    return [t('common.named', { name: fieldName(name), value })];
  });
  if (state.search !== '') parts.unshift(t('list.sentence.contains', { value: state.search }));
  return parts.join(t('common.semicolon'));
}
