import type { PrintColumn } from '#shared/kernel/print-document.ts';

/** Columns of the book's tables: words that share the width, figures at the right that take what they need. */

export const wide = (title: string, width = 2): PrintColumn => ({ title, width });
export const right = (title: string): PrintColumn => ({ title, width: 'auto', align: 'right' });
