/** Blocks of text as the parts of a plan have them. */

export const paragraph = (key: string, text: string) => ({ kind: 'paragraph' as const, key, text });
export const heading = (key: string, text: string) => ({
  kind: 'heading' as const,
  key,
  level: '1' as const,
  text,
});
export const list = (key: string, items: readonly string[]) => ({
  kind: 'list' as const,
  key,
  ordered: true,
  items: [...items],
});
