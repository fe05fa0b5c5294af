import type { RawRow } from '../import/raw-row.ts';
import { vehicleKinds } from '../vehicle/vehicle.fields.ts';
import {
  scopeLines,
  wordKey,
  yesOrNo,
  type ScopeLine,
  type SheetProblem,
  type SheetWords,
} from './checklist-sheet.rules.ts';
import { repairClasses, type ChecklistContent } from './checklist.content.ts';

export type Scope = Pick<ChecklistContent, ScopeLine>;

const separators = /[、,，;；\n]/u;

/** What a list is for as texts, one line to a row; an empty text means all. */
export function scopeRows(
  scope: Scope,
  words: SheetWords,
): readonly (readonly [ScopeLine, string, string])[] {
  const shown: Record<ScopeLine, string> = {
    vehicleKinds: scope.vehicleKinds.map((kind) => words.vehicleKinds[kind]).join('、'),
    repairClasses: scope.repairClasses.map((one) => words.repairClasses[one]).join('、'),
    damageMap: scope.damageMap ? words.yes : words.no,
  };
  return scopeLines.map((line) => [line, words.scope[line], shown[line]]);
}

/** Reads the second sheet; what it does not say stays as in `base`. */
export function readScope(
  rows: readonly Pick<RawRow, 'row' | 'cells'>[],
  base: Scope,
  languages: readonly SheetWords[],
): { readonly scope: Scope; readonly problems: readonly SheetProblem[] } {
  const problems: SheetProblem[] = [];
  let scope = base;
  for (const { row, cells } of rows) {
    const line = wordKey(
      String(cells[0] ?? ''),
      scopeLines,
      languages.map((words) => words.scope),
    );
    if (!line) continue;
    const text = String(cells[1] ?? '').trim();
    const wrong = (issue: string, written: string): void =>
      void problems.push({ sheet: 'scope', row, column: line, text: written, issue });
    const chosen = <Key extends string>(
      keys: readonly Key[],
      names: readonly Readonly<Record<Key, string>>[],
    ): Key[] => {
      const found = text.split(separators).flatMap((written) => {
        if (written.trim() === '') return [];
        const key = wordKey(written, keys, names);
        if (!key) wrong('not-a-choice', written.trim());
        return key ? [key] : [];
      });
      return keys.filter((key) => found.includes(key));
    };
    if (line === 'vehicleKinds')
      scope = {
        ...scope,
        vehicleKinds: chosen(
          vehicleKinds,
          languages.map((words) => words.vehicleKinds),
        ),
      };
    else if (line === 'repairClasses')
      scope = {
        ...scope,
        repairClasses: chosen(
          repairClasses,
          languages.map((words) => words.repairClasses),
        ),
      };
    else {
      const answer = text === '' ? base.damageMap : yesOrNo(text);
      if (answer === undefined) wrong('not-yes-or-no', text);
      scope = { ...scope, damageMap: answer ?? base.damageMap };
    }
  }
  return { scope, problems };
}
