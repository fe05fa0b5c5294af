import { sql, type Kysely } from 'kysely';

/**
 * 年度培训: the year's plan, subjects of the four seasons (shipped, the store's own from then on), trainers, sessions with
 * attendance and marks, steps of growth, certificates and the question bank.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const head = `id integer primary key autoincrement, version integer not null default 1,
    created_at text not null, updated_at text not null, removed_at text`;
  const statements = [
    `create table training_year (
      ${head}, year integer not null, leader_id integer not null references person (id),
      deputy_id integer references person (id), budget_fen integer, note text
    ) strict`,
    `create unique index training_year_year on training_year (year) where removed_at is null`,
    `create index training_year_leader_id on training_year (leader_id)`,
    `create index training_year_deputy_id on training_year (deputy_id)`,
    `create table training_subject (
      ${head}, name text not null, name_en text, season text not null, track text not null,
      hours_hundredths integer not null, valid_from text not null, valid_to text, note text
    ) strict`,
    `create table trainer (
      ${head}, person_id integer not null references person (id), pay_fen integer not null, field text,
      valid_from text not null, valid_to text, note text
    ) strict`,
    `create index trainer_person_id on trainer (person_id)`,
    `create table training (
      ${head}, name text not null, subject_id integer not null references training_subject (id), way text not null,
      held_on text not null, starts_at text not null, ends_at text not null, hours_hundredths integer not null,
      place text, trainer_id integer references person (id), external_trainer text, state text not null,
      is_contest integer not null, pass_mark integer, cost_fen integer not null,
      aim text, aim_before text, aim_after text, note text
    ) strict`,
    `create index training_held_on on training (held_on)`,
    `create index training_subject_id on training (subject_id)`,
    `create index training_trainer_id on training (trainer_id)`,
    `create table training_seat (
      ${head}, training_id integer not null references training (id),
      person_id integer not null references person (id), attendance text not null, score integer, note text
    ) strict`,
    `create index training_seat_training_id on training_seat (training_id)`,
    `create index training_seat_person_id on training_seat (person_id)`,
    `create table growth_step (
      ${head}, person_id integer not null references person (id), track text not null, text text not null,
      subject_id integer references training_subject (id), due_on text not null, done_on text, note text
    ) strict`,
    `create index growth_step_person_id on growth_step (person_id)`,
    `create index growth_step_subject_id on growth_step (subject_id)`,
    `create index growth_step_due_on on growth_step (due_on) where done_on is null`,
    `create table training_certificate (
      ${head}, person_id integer not null references person (id), name text not null, number text,
      issued_on text not null, expires_on text, note text
    ) strict`,
    `create index training_certificate_person_id on training_certificate (person_id)`,
    `create index training_certificate_expires_on on training_certificate (expires_on)`,
    `create table exam_question (
      ${head}, subject_id integer not null references training_subject (id), kind text not null, text text not null,
      options text, answer text not null, points integer not null
    ) strict`,
    `create index exam_question_subject_id on exam_question (subject_id)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  const at = '2026-01-01T00:00:00.000Z';
  for (const [season, track, name, nameEn] of subjects)
    await sql`insert into training_subject (created_at, updated_at, name, name_en, season, track, hours_hundredths, valid_from)
      values (${at}, ${at}, ${name}, ${nameEn}, ${season}, ${track}, 200, '2020-01-01')`.execute(db);
}

/** Season, whom it is for, name, English. Two hours each until the store decides otherwise. */
const subjects = [
  ['basics', 'newManager', '目标管理', 'Management by goals'],
  ['basics', 'newManager', '会议管理', 'Running meetings'],
  ['basics', 'newManager', '沟通管理', 'Communication'],
  ['basics', 'everybody', '流程制度', 'Processes and rules'],
  ['basics', 'everybody', '客户知识', 'Knowing the customer'],
  ['basics', 'everybody', '专业知识', 'Product knowledge'],
  ['basics', 'backbone', '销售技能', 'Selling skills'],
  ['basics', 'backbone', '消费心理', 'Psychology of buying'],
  ['practice', 'newManager', '激励员工', 'Motivating people'],
  ['practice', 'newManager', '过程管理', 'Managing the process'],
  ['practice', 'newManager', '营销策划', 'Planning campaigns'],
  ['practice', 'backbone', '活动组织实施', 'Organising events'],
  ['practice', 'backbone', '车展快速成交', 'Closing fast at auto shows'],
  ['practice', 'backbone', '业务大比武', 'Contest of skills'],
  ['practice', 'backbone', '网销电销与线下活动', 'Online, telephone and local sales'],
  ['practice', 'backbone', '客户邀请', 'Inviting customers'],
  ['contest', 'everybody', '进阶考核', 'Advanced exam'],
  ['contest', 'everybody', '针对训练', 'Training by need'],
  ['harvest', 'everybody', '成长收获', 'What was learned this year'],
] as const; // prettier-ignore
