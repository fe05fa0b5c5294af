/** A camelCase name as SQL writes it: `arrivedOn` → `arrived_on`. The way back is Kysely's CamelCasePlugin. */
export const snake = (name: string): string =>
  name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
