import type { RecordDefinition } from './record-definition.ts';

/** The record features of the program, by name; filled by the composition root. */
const definitions = new Map<string, RecordDefinition>();

export function registerRecords(list: readonly RecordDefinition[]): void {
  for (const definition of list) definitions.set(definition.feature, definition);
}

/** Error: a programming mistake when the feature is not registered. */
export function definitionOf(feature: string): RecordDefinition {
  const found = definitions.get(feature);
  if (!found) throw new Error(`no record feature ${feature}`);
  return found;
}

export const recordDefinitions = (): readonly RecordDefinition[] => [...definitions.values()];
