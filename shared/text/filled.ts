/** A sentence with its `{{names}}` filled, where no screen is there to do it: paper, files. */
export const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{\{(\w+)\}\}/gu, (_whole, name: string) => String(values[name] ?? ''));
