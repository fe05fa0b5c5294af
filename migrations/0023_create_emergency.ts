import { sql, type Kysely } from 'kysely';

/** 应急预案 with their drills. The shipped plans are rows of the store from then on, to be checked by it. */
export async function up(db: Kysely<any>): Promise<void> {
  const head = `id integer primary key autoincrement, version integer not null default 1,
      created_at text not null, updated_at text not null, removed_at text`;
  const statements = [
    `create table emergency (
      ${head},
      name text not null, kind text not null, trigger text not null, roles text not null, steps text not null,
      contacts text, person_id integer references person (id),
      drill_months integer not null, last_drill_on text, next_drill_on text,
      review_months integer not null, reviewed_on text, next_review_on text,
      confirmed integer not null, source text
    ) strict`,
    `create index emergency_person_id on emergency (person_id)`,
    `create table emergency_drill (
      ${head},
      emergency_id integer not null references emergency (id), drilled_on text not null,
      person_id integer references person (id), participants integer, result text not null, findings text
    ) strict`,
    `create index emergency_drill_emergency_id on emergency_drill (emergency_id)`,
    `create index emergency_drill_person_id on emergency_drill (person_id)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  const at = '2026-01-01T00:00:00.000Z';
  for (const { kind, name, trigger, roles, steps, contacts } of shipped)
    await sql`insert into emergency (created_at, updated_at, name, kind, trigger, roles, steps, contacts, drill_months,
      review_months, confirmed, source) values (${at}, ${at}, ${name}, ${kind}, ${trigger}, ${roles.join('\n')},
      ${steps.join('\n')}, ${contacts.join('\n')}, 6, 12, 0, '通用做法')`.execute(db);
}

const leader = '总指挥：总经理；不在时由当班最高负责人代替';
const lines = ['火警 119', '急救 120', '报警 110'];

const shipped = [
  {
    kind: 'fire',
    name: '火灾',
    trigger: '店内任何地方出现明火、浓烟或消防报警。',
    roles: [
      leader,
      '报警与引导：前台',
      '疏散：各区域负责人',
      '初期灭火：受过训练的员工',
      '清点人数：行政内勤',
    ],
    steps: [
      '大声示警，按下手动报警器，拨打 119，说清地址、着火物、有无人员被困。',
      '切断着火区域的电源和气源。',
      '火势小且有退路时，用灭火器扑救；否则立即撤离。',
      '疏散客户和员工，走疏散通道，不乘电梯，不返回取物。',
      '在集合点清点人数，把缺少的人报告消防队。',
      '派人在路口引导消防车。',
      '保护现场，通知保险公司；24 小时内写出经过和改进措施。',
    ],
    contacts: lines,
  },
  {
    kind: 'batteryFire',
    name: '动力电池冒烟或起火',
    trigger: '新能源车辆或拆下的电池冒烟、异响、鼓包、漏液、温度异常或起火。',
    roles: [leader, '隔离：车间主管', '报警：服务顾问', '断电：高压持证技师'],
    steps: [
      '所有人离开车辆 15 米以外，站在上风方向。',
      '拨打 119，说明是动力电池。',
      '未起火且安全时，由持证技师断开低压电源和维修开关，把车移到隔离区。',
      '用大量的水持续冷却；不打开电池包。',
      '明火熄灭后至少观察 24 小时，防止复燃。',
      '告知客户和厂家，保护现场。',
    ],
    contacts: [...lines, '厂家救援：请填写'],
  },
  {
    kind: 'injury',
    name: '员工或客户人身伤害',
    trigger: '店内、车间发生受伤、触电、中毒、突发疾病。',
    roles: [leader, '急救：受过急救训练的员工', '报警与引导：前台', '联系家属：行政内勤'],
    steps: [
      '先切断危险来源（电源、举升机、车辆），再靠近伤者。',
      '拨打 120，必要时心肺复苏、止血，不随意搬动。',
      '派人引导救护车，陪同就医，带上身份信息。',
      '通知家属；员工受伤 24 小时内报告，按规定申报工伤。',
      '封存现场和监控，三天内查明原因并整改。',
    ],
    contacts: lines,
  },
  {
    kind: 'roadAccident',
    name: '试驾、救援途中事故',
    trigger: '试驾车、救援车、移送车辆在路上发生事故或抛锚。',
    roles: [leader, '现场：驾驶人或陪同人员', '支援：售后经理', '理赔：保险专员'],
    steps: [
      '停车，开双闪，人员撤到护栏外，按规定距离放警示牌。',
      '有人受伤先打 120，再打 122 和保险公司。',
      '拍照取证，记下对方车牌、姓名、电话。',
      '报告售后经理，派车接人、拖车。',
      '当天写明经过；检查试驾协议和驾驶资格。',
    ],
    contacts: ['交通事故 122', ...lines, '保险公司：请填写'],
  },
  {
    kind: 'powerCut',
    name: '停电、停水、停气',
    trigger: '突然停电、停水、停气，或接到停供通知。',
    roles: [leader, '设备：车间主管', '客户：服务顾问', '数据：系统管理员'],
    steps: [
      '停止举升、喷漆、充电作业，把车辆和工具放到安全状态。',
      '关闭设备开关，防止来电时自行启动。',
      '向客户说明，改约或提供代步。',
      '用纸质单据继续接待，恢复后补录。',
      '联系供电、供水、供气单位，问清恢复时间。',
    ],
    contacts: ['供电 95598', '供水：请填写', '供气：请填写'],
  },
  {
    kind: 'weather',
    name: '台风、暴雨、冰雪',
    trigger: '气象部门发布橙色及以上预警，或场地开始积水。',
    roles: [leader, '车辆：库管', '场地：行政内勤', '值班：各部门经理'],
    steps: [
      '把库存车、客户车移到高处，远离树木和广告牌。',
      '关闭室外电源，搬高配件和资料，准备沙袋。',
      '通知员工和客户，必要时停业。',
      '值班期间每小时巡查一次，不涉水、不触碰落地电线。',
      '过后检查车辆和设备，拍照报险，未检查不送电。',
    ],
    contacts: [...lines, '气象 12121'],
  },
  {
    kind: 'dataLoss',
    name: '数据丢失或系统故障',
    trigger: '经营数据打不开、丢失、被加密，或电脑损坏。',
    roles: [leader, '系统：系统管理员', '业务：内勤'],
    steps: [
      '不要重装、不要格式化；被加密的电脑立即断网。',
      '记下程序提示的编号和时间，拍照。',
      '用最近的备份恢复；没有可用备份时用“抢救数据”。',
      '用纸质单据继续业务，恢复后补录。',
      '核对恢复后的数据，找出原因，检查备份设置和备份盘。',
    ],
    contacts: ['软件支持：请填写', '电脑维修：请填写'],
  },
  {
    kind: 'conflict',
    name: '客户冲突、群体事件',
    trigger: '客户在店内争吵、堵门、拉横幅，或多人聚集。',
    roles: [leader, '接待：客服主管', '秩序：行政内勤', '取证：指定一人'],
    steps: [
      '请到独立房间，一人倾听，不争辩、不推责、不肢体接触。',
      '疏导其他客户，保护员工和客户安全。',
      '有暴力或威胁时报警 110。',
      '总指挥给出答复时限，登记为投诉并跟进。',
      '保存监控和记录，事后复盘。',
    ],
    contacts: ['报警 110', '消费者投诉 12315', '派出所：请填写'],
  },
  {
    kind: 'publicOpinion',
    name: '网络和媒体舆情',
    trigger: '网上或媒体出现有关本店的负面内容并开始传播。',
    roles: [leader, '发言：只有总经理或其指定的人', '监测：市场经理', '核实：相关部门经理'],
    steps: [
      '保存内容、时间、来源，两小时内核实事实。',
      '员工不对外评论，所有询问转给发言人。',
      '联系当事客户，先解决问题。',
      '事实清楚后统一答复：事实、措施、联系人。',
      '不实内容向平台举报，必要时请律师。',
      '一周后复盘。',
    ],
    contacts: ['厂家公关：请填写', '律师：请填写'],
  },
] as const;
