import blocks from './templates/blocks.typ?raw';
import look from './templates/look.typ?raw';
import print from './templates/print.typ?raw';
import tables from './templates/tables.typ?raw';
import title from './templates/title.typ?raw';

/** The template's files by name; `print.typ` is the entry. They travel inside the bundle. */
export const printTemplate: Readonly<Record<string, string>> = {
  'print.typ': print,
  'look.typ': look,
  'tables.typ': tables,
  'blocks.typ': blocks,
  'title.typ': title,
};
