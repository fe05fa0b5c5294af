import { expect, it } from 'vitest';
import { pages } from '#renderer/app/pages.ts';

it('every page has an address of its own; the router opens no page at all where two share one', () => {
  const paths = pages.map(({ path }) => path);
  expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
});
