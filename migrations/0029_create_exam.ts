import { sql, type Kysely } from 'kysely';

/**
 * 考试: papers frozen with their questions, sittings and answers. 应急预案 in English beside the Chinese, shipped texts for
 * the shipped plans as long as nobody changed them. 培训 aims at an indicator; 证书 name who issued them and for which exam.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const head = `id integer primary key autoincrement, version integer not null default 1,
    created_at text not null, updated_at text not null, removed_at text`;
  const refuse = (reason: string): string => `begin select raise(abort, '${reason}'); end`;
  const frozen = (examId: string): string => `(select state from exam where id = ${examId}) != 'draft'`;
  const marked = (sittingId: string): string =>
    `(select state from exam_sitting where id = ${sittingId}) = 'marked'`;
  const statements = [
    `create table exam (
      ${head}, name text not null, subject_id integer not null references training_subject (id),
      training_id integer references training (id), held_on text not null, minutes integer,
      pass_mark integer not null, state text not null, questions integer not null, points integer not null,
      seed integer, note text
    ) strict`,
    `create index exam_subject_id on exam (subject_id)`,
    `create index exam_training_id on exam (training_id)`,
    `create index exam_held_on on exam (held_on)`,
    `create table exam_item (
      id integer primary key autoincrement, exam_id integer not null references exam (id), place integer not null,
      question_id integer not null references exam_question (id), kind text not null, text text not null,
      options text, answer text not null, points integer not null, unique (exam_id, place)
    ) strict`,
    `create index exam_item_question_id on exam_item (question_id)`,
    `create table exam_sitting (
      id integer primary key autoincrement, exam_id integer not null references exam (id),
      person_id integer not null references person (id), state text not null, started_at text, handed_in_at text,
      on_paper integer not null, knew_key integer not null, points integer, score integer, passed integer,
      marked_at text, marked_by_id integer references person (id), unique (exam_id, person_id)
    ) strict`,
    `create index exam_sitting_person_id on exam_sitting (person_id)`,
    `create index exam_sitting_marked_by_id on exam_sitting (marked_by_id)`,
    `create table exam_answer (
      sitting_id integer not null references exam_sitting (id), item_id integer not null references exam_item (id),
      answer text not null, points integer, note text, primary key (sitting_id, item_id)
    ) strict`,
    `create index exam_answer_item_id on exam_answer (item_id)`,
    `create trigger exam_item_late before insert on exam_item when ${frozen('new.exam_id')} ${refuse('exam frozen')}`,
    `create trigger exam_item_frozen before update on exam_item when ${frozen('old.exam_id')} ${refuse('exam frozen')}`,
    `create trigger exam_item_kept before delete on exam_item when ${frozen('old.exam_id')} ${refuse('exam frozen')}`,
    `create trigger exam_sitting_marked before update on exam_sitting when old.state = 'marked' ${refuse('exam marked')}`,
    `create trigger exam_sitting_kept before delete on exam_sitting when old.state != 'invited' ${refuse('exam begun')}`,
    `create trigger exam_answer_late before insert on exam_answer when ${marked('new.sitting_id')} ${refuse('exam marked')}`,
    `create trigger exam_answer_marked before update on exam_answer when ${marked('old.sitting_id')} ${refuse('exam marked')}`,
    `create trigger exam_answer_kept before delete on exam_answer when ${marked('old.sitting_id')} ${refuse('exam marked')}`,
    `alter table training add column indicator text`,
    `alter table training_certificate add column issuer text`,
    `alter table training_certificate add column exam_id integer references exam (id)`,
    `create index training_certificate_exam_id on training_certificate (exam_id)`,
    ...['name', 'trigger', 'roles', 'steps', 'contacts', 'source'].map(
      (column) => `alter table emergency add column ${column}_en text`,
    ),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  // The first version of a plan of the program: what a store made or changed keeps its words alone.
  for (const { kind, name, nameEn, trigger, roles, steps, contacts } of texts)
    await sql`update emergency set name_en = ${nameEn}, trigger_en = ${trigger}, roles_en = ${roles.join('\n')},
      steps_en = ${steps.join('\n')}, contacts_en = ${contacts.join('\n')}, source_en = 'Common practice'
      where kind = ${kind} and name = ${name} and version = 1
      and created_at = '2026-01-01T00:00:00.000Z'`.execute(db);
}

const leader = 'In command: general manager; in absence the highest in charge on duty';
const lines = ['Fire 119', 'Ambulance 120', 'Police 110'];

const texts = [
  {
    kind: 'fire',
    name: '火灾',
    nameEn: 'Fire',
    trigger: 'Open flame, dense smoke or a fire alarm anywhere in the store.',
    roles: [
      leader,
      'Alarm and guiding: reception',
      'Evacuation: whoever is in charge of each area',
      'First extinguishing: trained people',
      'Counting heads: office clerk',
    ],
    steps: [
      'Shout a warning, press the manual alarm, call 119: say the address, what burns, whether anybody is trapped.',
      'Cut power and gas of the area.',
      'While the fire is small and the way out is free, use extinguishers; otherwise leave at once.',
      'Lead customers and staff out by the escape routes: no lift, no going back for things.',
      'Count heads at the assembly point; tell the fire brigade who is missing.',
      'Send somebody to the crossing to guide the fire engines.',
      'Protect the scene, tell the insurer; within 24 hours write down what happened and what will change.',
    ],
    contacts: lines,
  },
  {
    kind: 'batteryFire',
    name: '动力电池冒烟或起火',
    nameEn: 'Traction battery smoking or on fire',
    trigger:
      'An electric vehicle or a removed battery smokes, makes noise, swells, leaks, runs hot or burns.',
    roles: [
      leader,
      'Keeping people away: workshop manager',
      'Calling for help: service adviser',
      'Switching off: technician with high-voltage licence',
    ],
    steps: [
      'Everybody goes 15 metres away from the vehicle and stands upwind.',
      'Call 119 and say that it is a traction battery.',
      'If it does not burn and it is safe, the licensed technician opens the low-voltage supply and the service switch and the vehicle is moved to the isolation area.',
      'Keep cooling with plenty of water; never open the battery.',
      'Watch for at least 24 hours after the flames are out: it may flare up again.',
      'Tell the customer and the manufacturer, protect the scene.',
    ],
    contacts: [...lines, 'Manufacturer’s rescue line: please fill in'],
  },
  {
    kind: 'injury',
    name: '员工或客户人身伤害',
    nameEn: 'Injury of staff or customers',
    trigger: 'Injury, electric shock, poisoning or sudden illness in the store or workshop.',
    roles: [
      leader,
      'First aid: trained people',
      'Calling and guiding: reception',
      'Telling the family: office clerk',
    ],
    steps: [
      'First remove the danger (power, lift, vehicle), then go to the injured person.',
      'Call 120; resuscitate and stop bleeding where needed; do not move the person without need.',
      'Guide the ambulance, go along to hospital, take identity papers.',
      'Tell the family; report an injury of staff within 24 hours and claim work injury by the rules.',
      'Keep scene and recordings; within three days find the cause and put it right.',
    ],
    contacts: lines,
  },
  {
    kind: 'roadAccident',
    name: '试驾、救援途中事故',
    nameEn: 'Accident on a test drive or rescue',
    trigger: 'A test-drive, rescue or transfer vehicle has an accident or breaks down on the road.',
    roles: [
      leader,
      'On the scene: driver or companion',
      'Support: service manager',
      'Claims: insurance clerk',
    ],
    steps: [
      'Stop, hazard lights on, people behind the barrier, warning triangle at the prescribed distance.',
      'If anybody is hurt call 120 first, then 122 and the insurer.',
      'Take photos; note plate, name and telephone of the others.',
      'Tell the service manager; send a vehicle for the people and a tow truck.',
      'Write it down the same day; check the test-drive agreement and the driving licence.',
    ],
    contacts: ['Traffic police 122', ...lines, 'Insurer: please fill in'],
  },
  {
    kind: 'powerCut',
    name: '停电、停水、停气',
    nameEn: 'Power, water or gas cut',
    trigger: 'Power, water or gas fails suddenly, or a cut is announced.',
    roles: [
      leader,
      'Equipment: workshop manager',
      'Customers: service adviser',
      'Data: system administrator',
    ],
    steps: [
      'Stop lifting, painting and charging; put vehicles and tools into a safe state.',
      'Switch equipment off, so that nothing starts when power returns.',
      'Explain to customers; agree another time or offer a replacement vehicle.',
      'Go on receiving with paper forms; enter them afterwards.',
      'Call the supplier and ask when supply returns.',
    ],
    contacts: ['Power 95598', 'Water: please fill in', 'Gas: please fill in'],
  },
  {
    kind: 'weather',
    name: '台风、暴雨、冰雪',
    nameEn: 'Typhoon, heavy rain, ice and snow',
    trigger: 'An orange or red weather warning, or water begins to stand on the ground.',
    roles: [leader, 'Vehicles: stock keeper', 'Premises: office clerk', 'Standby: managers of departments'],
    steps: [
      'Move stock and customers’ vehicles to high ground, away from trees and billboards.',
      'Switch outdoor power off, lift parts and papers, prepare sandbags.',
      'Tell staff and customers; close where needed.',
      'Walk round every hour on standby; do not wade, do not touch fallen cables.',
      'Afterwards check vehicles and equipment, take photos for the insurer; no power before the check.',
    ],
    contacts: [...lines, 'Weather 12121'],
  },
  {
    kind: 'dataLoss',
    name: '数据丢失或系统故障',
    nameEn: 'Loss of data or system failure',
    trigger: 'The store’s data cannot be opened, is lost or encrypted, or a computer is broken.',
    roles: [leader, 'System: system administrator', 'Business: office clerk'],
    steps: [
      'Do not reinstall, do not format; take an encrypted computer off the network at once.',
      'Note number and time that the program shows; take a photo.',
      'Restore the latest backup; where there is none that works, use “Rescue data”.',
      'Go on with paper forms; enter them afterwards.',
      'Check the restored data, find the cause, check backup settings and the backup disk.',
    ],
    contacts: ['Software support: please fill in', 'Computer repair: please fill in'],
  },
  {
    kind: 'conflict',
    name: '客户冲突、群体事件',
    nameEn: 'Conflict with customers, crowds',
    trigger: 'A customer quarrels, blocks the door or shows banners in the store, or many people gather.',
    roles: [
      leader,
      'Receiving: head of customer care',
      'Order: office clerk',
      'Evidence: one person named for it',
    ],
    steps: [
      'Ask into a separate room; one person listens: no arguing, no blaming, no touching.',
      'Lead other customers away; protect staff and customers.',
      'Call 110 in case of violence or threats.',
      'Whoever is in command says by when there will be an answer; register a complaint and follow it.',
      'Keep recordings and notes; review it afterwards.',
    ],
    contacts: ['Police 110', 'Consumer complaints 12315', 'Police station: please fill in'],
  },
  {
    kind: 'publicOpinion',
    name: '网络和媒体舆情',
    nameEn: 'Bad press and social media',
    trigger: 'Negative content about the store appears online or in the media and begins to spread.',
    roles: [
      leader,
      'Speaking: only the general manager or whoever is named',
      'Watching: marketing manager',
      'Checking facts: managers of the departments concerned',
    ],
    steps: [
      'Keep content, time and source; check the facts within two hours.',
      'Staff comment nowhere; every question goes to the speaker.',
      'Call the customer concerned and solve the matter first.',
      'When facts are clear answer once for all: facts, measures, whom to call.',
      'Report what is untrue to the platform; call a lawyer where needed.',
      'Review it after a week.',
    ],
    contacts: ['Manufacturer’s public relations: please fill in', 'Lawyer: please fill in'],
  },
] as const;
