import { sql, type Kysely } from 'kysely';

/**
 * 会员账: indices that nothing asks. Neither people nor entries are ever deleted, so no foreign key needs them, and the lots of an
 * entry are found among those of its membership. Each cost a twentieth of every booking.
 */
export async function up(db: Kysely<any>): Promise<void> {
  for (const name of ['membership_entry_person_id', 'membership_lot_entry_id'])
    await sql.raw(`drop index ${name}`).execute(db);
}
