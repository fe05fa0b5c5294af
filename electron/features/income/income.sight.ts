import { DeskError, notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { Actor } from '#electron/kernel/handler.ts';
import { departmentsLedBy } from '../department/department.leading.ts';

/**
 * Pay is private. Whose wishes a person sees: the own, those of people in departments that the person leads, with the right of
 * scope `all` everybody's.
 */

export type Asking = {
  readonly scope: 'all' | 'own';
  readonly actor: Actor;
  readonly reader: Reader | Writer;
};

export type SeenPerson = {
  readonly id: number;
  readonly name: string;
  readonly departmentId: number | null;
  readonly postId: number | null;
  readonly post: string | null;
  readonly leftOn: string | null;
};

const people = (reader: Reader | Writer) =>
  reader
    .selectFrom('person')
    .leftJoin('post', 'post.id', 'person.postId')
    .select([
      'person.id',
      'person.name',
      'person.departmentId',
      'person.postId',
      'post.name as post',
      'person.leftOn',
    ])
    .where('person.removedAt', 'is', null);

/** People whose calculator may be opened, the own first, the others by name; those who left are not among them. */
export async function seenPeople({ scope, actor, reader }: Asking): Promise<SeenPerson[]> {
  const all = await people(reader).where('person.leftOn', 'is', null).orderBy('person.name').execute();
  const led = scope === 'all' ? null : await departmentsLedBy(reader, actor.personId);
  const mine = all.filter(({ id }) => id === actor.personId);
  return [
    ...mine,
    ...all.filter(
      ({ id, departmentId }) =>
        id !== actor.personId && (led === null || (departmentId !== null && led.has(departmentId))),
    ),
  ];
}

/** The person, when the calculator may be opened; `mayAnswer`: not the own, unless there is nobody above. Error: `forbidden`. */
export async function seenPerson(
  { scope, actor, reader }: Asking,
  id: number,
): Promise<SeenPerson & { readonly mayAnswer: boolean }> {
  const person = await people(reader).where('person.id', '=', id).executeTakeFirst();
  if (!person) throw notFound('person', id);
  if (scope === 'all') return { ...person, mayAnswer: true };
  if (id === actor.personId) return { ...person, mayAnswer: false };
  const led = await departmentsLedBy(reader, actor.personId);
  if (person.departmentId === null || !led.has(person.departmentId))
    throw new DeskError({ code: 'forbidden', right: 'income.use' });
  return { ...person, mayAnswer: true };
}
