import { sql, type Kysely } from 'kysely';

/** 个人信息删除 tells in its proof which photos went; proofs of before say nothing of photos. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql.raw('alter table personal_data_deletion add column photos text').execute(db);
}
