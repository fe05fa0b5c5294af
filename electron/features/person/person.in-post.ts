import { invalidField } from '#shared/rpc/desk-error.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

/** Work goes to people who are still there. Error: issue `person-left` of the field, with the person's name. */
export async function mustBeInPost(
  { writer, clock }: CommandContext,
  personId: number,
  field: string,
): Promise<void> {
  const person = await writer
    .selectFrom('person')
    .select(['name', 'leftOn'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (person?.leftOn && person.leftOn <= clock.today())
    throw invalidField(field, 'person-left', { name: person.name });
}

/** A record's `personId` names somebody who is still there, unless it named the same person before. */
export const responsibleInPost: NonNullable<RecordDefinition['gate']> = async (context, before, after) => {
  const personId = after['personId'];
  if (typeof personId === 'number' && personId !== before?.['personId'])
    await mustBeInPost(context, personId, 'values.personId');
};
