import { campaignFields } from '#shared/features/campaign/campaign.fields.ts';
import { fieldNames, type InputOf } from '#shared/kernel/field.ts';
import type { Window } from '#tests/support/core.ts';

/** Saves values of the plan as its form does. */
export async function plan(
  { client }: Window,
  id: number,
  given: Partial<InputOf<typeof campaignFields>>,
): Promise<void> {
  const { record } = await client.campaign.get({ id });
  const names = fieldNames(campaignFields).filter((name) => !('computed' in campaignFields[name]));
  const values = Object.fromEntries(names.map((name) => [name, record[name]])) as InputOf<
    typeof campaignFields
  >;
  await client.campaign.update({ id, version: record.version, values: { ...values, ...given } });
}
