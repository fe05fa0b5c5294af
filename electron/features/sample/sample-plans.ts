import { addMonthsTo, addWeeks, monthDays, monthOf, weekDays, weekOf } from '#shared/kernel/period.ts';
import { daysBetween } from '#shared/kernel/day.ts';
import { indicators, moneyIndicators, type Indicator } from '#shared/features/goal/goal.fields.ts';
import { sampleDepartments, type SampleDepartment } from './sample-people.ts';
import type { SampleRandom } from './sample-random.ts';
import type { SampleRows } from './sample-rows.ts';
import type { SampleWorld } from './sample-world.ts';

/** The department that answers for an indicator, and the post whose people share it. */
const answers: Readonly<Record<Indicator, readonly [SampleDepartment, string | undefined]>> = {
  orders: ['销售部', '销售顾问'],
  deliveries: ['销售部', '销售顾问'],
  leads: ['销售部', '销售顾问'],
  serviceVisits: ['售后部', '服务顾问'],
  serviceRevenue: ['售后部', undefined],
  cashIn: ['财务部', undefined],
  receivablesCollected: ['财务部', undefined],
};

/** Goals are whole pieces, or money in whole hundreds of yuan. */
const rounded = (indicator: Indicator, value: number): number =>
  moneyIndicators.includes(indicator) ? Math.round(value / 1_000_000) * 1_000_000 : Math.round(value);

type Period = { readonly kind: 'year' | 'month' | 'week'; readonly period: string; readonly people: boolean };

/** One goal for the store, the same for the department that answers for it, and shares of its people that add up to it. */
function addGoal(
  world: SampleWorld,
  indicator: Indicator,
  { kind, period, people }: Period,
  value: number,
): void {
  const [department, post] = answers[indicator];
  const departmentId = sampleDepartments.indexOf(department) + 1;
  const base: SampleRows['goal'] = {
    indicator,
    periodKind: kind,
    period,
    level: 'store',
    departmentId: null,
    personId: null,
    value,
    note: null,
  };
  world.add('goal', base);
  world.add('goal', { ...base, level: 'department', departmentId });
  if (!people || !post) return;
  const crew = world.staff.filter((person) => person.post === post && person.left > world.calendar.today);
  let left = value;
  crew.forEach(({ id }, at) => {
    const share = at === crew.length - 1 ? left : Math.floor(left / (crew.length - at));
    left -= share;
    world.add('goal', { ...base, level: 'person', departmentId, personId: id, value: share });
  });
}

/** What a month should bring: the same month of the year before with some growth, or the average in its season. */
function monthGoal(world: SampleWorld, random: SampleRandom, indicator: Indicator, month: string): number {
  const reached = world.sums.byMonth.get(indicator);
  const lastYear = reached?.get(addMonthsTo(month, -12));
  const stretch = 0.98 + random.next() * 0.14;
  const firstWhole = addMonthsTo(monthOf(world.calendar.day(world.calendar.start)), 1);
  if (lastYear !== undefined && addMonthsTo(month, -12) >= firstWhole)
    return Math.max(1, rounded(indicator, lastYear * stretch));
  const whole = [...(reached ?? [])].filter(
    ([key]) => key >= firstWhole && key < monthOf(world.options.today),
  );
  const average = whole.reduce((sum, [, amount]) => sum + amount, 0) / Math.max(1, whole.length);
  return Math.max(1, rounded(indicator, average * stretch));
}

/** Goals of every year and month of the sample until the end of this year, and of the weeks around today. */
export function addGoals(world: SampleWorld): void {
  const { calendar, options } = world;
  const random = world.random('goals');
  const thisMonth = monthOf(options.today);
  const lastMonth = `${options.today.slice(0, 4)}-12`;
  const thisWeek = weekOf(options.today);
  for (const indicator of indicators) {
    const years = new Map<string, number>();
    const months = new Map<string, number>();
    const end = addMonthsTo(thisMonth, 2) > lastMonth ? addMonthsTo(thisMonth, 2) : lastMonth;
    for (
      let month = addMonthsTo(monthOf(calendar.day(calendar.start)), 1);
      month <= end;
      month = addMonthsTo(month, 1)
    ) {
      const value = monthGoal(world, random, indicator, month);
      months.set(month, value);
      years.set(month.slice(0, 4), (years.get(month.slice(0, 4)) ?? 0) + value);
      addGoal(
        world,
        indicator,
        { kind: 'month', period: month, people: month >= addMonthsTo(thisMonth, -11) },
        value,
      );
    }
    for (const [year, value] of years)
      addGoal(world, indicator, { kind: 'year', period: year, people: false }, value);
    for (let step = -12; step <= 4; step += 1) {
      const week = addWeeks(thisWeek, step);
      const month = monthOf(weekDays(week).first);
      const { first, last } = monthDays(month);
      const share = ((months.get(month) ?? 1) * 7) / (daysBetween(first, last) + 1);
      addGoal(
        world,
        indicator,
        { kind: 'week', period: week, people: step >= -4 },
        Math.max(1, rounded(indicator, share)),
      );
    }
  }
}

type EventKind = SampleRows['event']['kind'];
/** Events of every year: month, day, length, kind, name, place, post of the person who leads it. */
const yearly: readonly (readonly [number, number, number, EventKind, string, string, string])[] = [
  [3, 12, 3, 'autoShow', '春季商用车展', '会展中心', '市场经理'],
  [3, 25, 1, 'storeEvent', '春季团购会', '本店展厅', '市场经理'],
  [4, 18, 1, 'launch', '远途新款牵引车上市发布', '本店展厅', '市场经理'],
  [5, 1, 5, 'storeEvent', '五一店庆', '本店展厅', '市场专员'],
  [6, 20, 2, 'training', '半年度服务技能比武', '售后车间', '售后经理'],
  [7, 15, 1, 'storeEvent', '夏季送清凉免费检测', '售后车间', '售后经理'],
  [9, 8, 4, 'autoShow', '秋季卡车节', '物流园广场', '市场经理'],
  [9, 24, 1, 'launch', '蓝程新能源轻卡上市', '本店展厅', '市场经理'],
  [10, 16, 1, 'storeEvent', '金秋车队答谢会', '本店展厅', '销售经理'],
  [11, 11, 1, 'storeEvent', '双十一线上直播购车', '直播间', '市场专员'],
  [12, 20, 1, 'storeEvent', '年终老客户回馈', '本店展厅', '市场经理'],
  [1, 10, 1, 'training', '年度目标宣讲会', '会议室', '总经理'],
];

/** The year's fixed events, training every month, and what the next weeks bring. */
export function addEvents(world: SampleWorld): void {
  const { calendar } = world;
  const random = world.random('events');
  const leader = (post: string): number | null =>
    world.staff.find((person) => person.post === post)?.id ?? null;
  const put = (
    day: number,
    length: number,
    kind: EventKind,
    name: string,
    place: string,
    post: string,
  ): void => {
    world.add('event', {
      name,
      kind,
      startsOn: calendar.day(day),
      endsOn: calendar.day(day + length - 1),
      place,
      personId: leader(post),
      goalLeads: null,
      goalOrders: null,
      note: null,
      reviewGood: null,
      reviewBad: null,
      reviewNext: null,
      reviewMeetingId: null,
    });
  };
  for (let day = calendar.start; day <= calendar.today + 60; day += 1) {
    const text = calendar.day(day);
    const date = Number(text.slice(8));
    for (const [month, on, length, kind, name, place, post] of yearly)
      if (calendar.month(day) === month && date === on)
        put(day, length, kind, `${text.slice(0, 4)} ${name}`, place, post);
    if (date === 5 + (calendar.month(day) % 4))
      put(
        day,
        1,
        'training',
        `${calendar.month(day)}月 ${random.pick(['销售技能', '产品知识', '服务流程', '安全生产', '客户异议处理'])}培训`,
        '会议室',
        '行政内勤',
      );
  }
  const monday = calendar.today - ((((calendar.today + 3) % 7) + 7) % 7);
  put(monday + 4, 1, 'storeEvent', '周五快修体验日', '售后车间', '售后经理');
  put(monday + 8, 1, 'training', '二级维护工艺培训', '售后车间', '售后经理');
  put(monday + 12, 2, 'storeEvent', '车队试驾周末', '本店展厅', '销售经理');
  put(monday + 18, 1, 'other', '厂家商务政策沟通会', '会议室', '总经理');
}
