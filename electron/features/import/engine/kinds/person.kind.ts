import type { Stored } from '../lookups.ts';
import { given, only, put, text, type Apply, type Given, type RowContext } from '../row-context.ts';
import { RowRefused, type Written } from '../row-writer.ts';

/** The person of a row: by code, then by name. */
function matchPerson(row: RowContext, person: Given): Stored | undefined {
  const byCode = person['code']
    ? row.lookups.find('person', [['code', text(person['code'])]], 1)[0]
    : undefined;
  if (byCode) return byCode;
  // Without a code a name alone must do; a person of that name who has a code is somebody else's.
  const byName = row.lookups
    .find('person', [['name', text(person['name'])]])
    .filter((found) => person['code'] === undefined || found['code'] === null);
  return only(row, 'person', byName);
}

/**
 * The post of a name: the person's own, that of the department, one without a department; where no department is known, the
 * only one of that name. `undefined`: there is none yet.
 */
function matchPost(
  row: RowContext,
  name: string,
  person: Stored | undefined,
  departmentId: number | null,
): Stored | 'post-ambiguous' | undefined {
  const { lookups } = row;
  const own = typeof person?.['postId'] === 'number' ? lookups.byId('post', person['postId']) : undefined;
  const fits = departmentId === null || own?.['departmentId'] === departmentId;
  if (own?.['name'] === name && fits) return own;
  const of = (department: number | null): Stored | undefined =>
    lookups.find(
      'post',
      [
        ['name', name],
        ['departmentId', department],
      ],
      1,
    )[0];
  if (departmentId !== null) return of(departmentId) ?? of(null);
  const named = lookups.find('post', [['name', name]], 2);
  return named.length > 1 ? (of(null) ?? 'post-ambiguous') : named[0];
}

/** Departments and posts that a row names are made when they are not there yet. */
export const applyPerson: Apply = (row) => {
  const person = given(row, 'person');
  if (!person['name']) throw new RowRefused('required', 'person.name');
  const match = matchPerson(row, person);
  const written: Written[] = [];
  const department = text(row.values.get('department.name'));
  if (department) {
    const found = row.lookups.find('department', [['name', department]], 1)[0];
    const done = put(row, 'department', found, { name: department });
    written.push(done);
    person['departmentId'] = done.id;
  }
  const post = text(row.values.get('post.name'));
  if (post) {
    const departmentId = person['departmentId'] ?? match?.['departmentId'] ?? null;
    const found = matchPost(row, post, match, departmentId === null ? null : Number(departmentId));
    if (found === 'post-ambiguous') row.warn({ column: null, code: found, address: 'post.name' });
    else {
      const done = put(row, 'post', found, { name: post }, { departmentId });
      written.push(done);
      person['postId'] = done.id;
    }
  }
  written.push(put(row, 'person', match, person));
  return written;
};
