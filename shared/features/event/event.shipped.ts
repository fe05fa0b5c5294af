import type { Language } from '../../kernel/language.ts';
import type { EventKind, EventPhase, eventCostCategories } from './event.fields.ts';
import type { EventTemplateContent } from './event.template.ts';

/** 内置模板: tasks, roles, materials and budget lines of the three kinds of PL-7, each in Chinese and English. */
type Said = readonly [chinese: string, english: string];
type Shipped = {
  readonly kind: EventKind;
  readonly name: Said;
  readonly days: number;
  readonly tasks: readonly (readonly [EventPhase, offset: number, text: Said, check: Said])[];
  readonly roles: readonly (readonly [role: Said, duty: Said])[];
  readonly materials: readonly (readonly [name: Said, quantity: number, unit: Said])[];
  readonly costs: readonly (readonly [(typeof eventCostCategories)[number], name: Said])[];
};

const plan: Said = ['看方案', 'See the plan'];
const list: Said = ['看清单', 'See the list'];
const photo: Said = ['看现场照片', 'See photographs of the place'];
const record: Said = ['看系统记录', 'See the records in the program'];
const pieces: Said = ['份', 'pcs'];
const sets: Said = ['套', 'sets'];

/** What every event ends with. */
const ending: Shipped['tasks'] = [
  ['followUp', 1, ['24小时内电话回访全部线索', 'Call every lead within 24 hours'], record],
  ['followUp', 3, ['邀约意向客户到店试驾', 'Invite interested customers to a test drive'], record],
  ['followUp', 7, ['核对未成交线索，分级跟进', 'Sort the leads not won, plan who follows them'], record],
  ['followUp', 30, ['核对30天订单和交车', 'Check orders and deliveries after 30 days'], record],
  ['review', 3, ['费用报销入账', 'Enter what was spent'], ['预算与实际对齐', 'Budget beside spend']],
  ['review', 7, ['写总结，提交周例会', 'Write the review, bring it to the weekly meeting'], ['总结已上会', 'Review is in the meeting']],
]; // prettier-ignore

const common: Shipped['roles'] = [
  [['总负责', 'In charge'], ['进度、预算、现场调度', 'Progress, budget, the day itself']],
  [['宣传', 'Publicity'], ['海报、短视频、朋友圈、邀约话术', 'Posters, video, posts, words of invitation']],
  [['接待登记', 'Reception'], ['留电话、姓名、意向车型', 'Takes telephone, name and model']],
  [['洽谈成交', 'Closing'], ['报价、试驾、收定金', 'Quotes, test drives, deposits']],
  [['后勤', 'Support'], ['物料、饮水、电源、安全', 'Materials, water, power, safety']],
]; // prettier-ignore

const shipped: Readonly<Record<string, Shipped>> = {
  autoShow: {
    kind: 'autoShow',
    name: ['车展', 'Auto show'],
    days: 3,
    tasks: [
      ['planning', -45, ['确定展位、面积和目标', 'Settle stand, area and goals'], plan],
      ['planning', -40, ['编制预算，报批', 'Draw up the budget, have it approved'], plan],
      ['planning', -30, ['确定展车和试驾车，锁定库存', 'Choose vehicles for show and test drive'], list],
      ['planning', -25, ['确定促销政策和话术', 'Settle offers and words'], plan],
      ['planning', -20, ['人员分工和排班', 'Roles and shifts'], list],
      ['publicity', -15, ['海报、短视频上线', 'Posters and video go out'], photo],
      ['publicity', -10, ['电话邀约老客户和未成交线索', 'Call known customers and open leads'], record],
      ['publicity', -7, ['物料到位清点', 'Materials have come and are counted'], list],
      ['publicity', -3, ['现场话术演练', 'Rehearse the words'], photo],
      ['onSite', -1, ['布展，展车进场，检查电源和消防', 'Build the stand, bring the vehicles, check power and fire safety'], photo],
      ['onSite', 0, ['每日晨会：目标、话术、分工', 'Morning meeting: goals, words, roles'], record],
      ['onSite', 0, ['全部来客登记电话和意向车型', 'Take telephone and model of every visitor'], record],
      ['onSite', 2, ['撤展，展车回库检查', 'Clear the stand, check the vehicles'], list],
      ...ending,
    ],
    roles: common,
    materials: [
      [['展架', 'Stands'], 6, ['个', 'pcs']],
      [['车型折页', 'Leaflets'], 1000, pieces],
      [['到店礼', 'Gifts'], 200, pieces],
      [['登记平板', 'Tablets'], 3, ['台', 'pcs']],
      [['音响', 'Sound system'], 1, sets],
      [['灭火器', 'Extinguishers'], 2, ['只', 'pcs']],
    ],
    costs: [
      ['venue', ['展位费', 'Stand']],
      ['building', ['搭建与运输', 'Building and transport']],
      ['publicity', ['线上投放', 'Advertising']],
      ['gift', ['到店礼', 'Gifts']],
      ['labour', ['人员补贴', 'Staff allowance']],
    ],
  },
  launch: {
    kind: 'launch',
    name: ['新车上市', 'Launch'],
    days: 1,
    tasks: [
      ['planning', -40, ['取得厂家上市政策和资料', 'Get terms and papers of the maker'], list],
      ['planning', -30, ['确定目标客户名单', 'List the customers to invite'], list],
      ['planning', -25, ['预算和场地', 'Budget and place'], plan],
      ['planning', -20, ['首批展车、试驾车到店', 'First vehicles have come'], photo],
      ['planning', -15, ['产品知识培训和考核', 'Product training with a test'], record],
      ['publicity', -15, ['预热视频，收集预约', 'Teaser video, take bookings'], record],
      ['publicity', -7, ['逐户电话邀请，确认到场', 'Call and confirm each guest'], record],
      ['publicity', -2, ['主持、流程彩排', 'Rehearsal'], photo],
      ['onSite', 0, ['揭幕、讲解、试驾', 'Unveiling, talk, test drives'], photo],
      ['onSite', 0, ['现场下订', 'Orders on the day'], record],
      ...ending,
    ],
    roles: [...common, [['主持讲解', 'Host'], ['流程、产品讲解', 'Running order, product talk']]],
    materials: [
      [['幕布', 'Cover'], 1, ['块', 'pcs']],
      [['邀请函', 'Invitations'], 100, pieces],
      [['车型折页', 'Leaflets'], 300, pieces],
      [['订车礼', 'Gifts for orders'], 20, pieces],
    ],
    costs: [
      ['venue', ['场地布置', 'Decoration']],
      ['publicity', ['预热投放', 'Advertising']],
      ['gift', ['订车礼', 'Gifts for orders']],
      ['catering', ['茶歇', 'Refreshments']],
    ],
  },
  storeEvent: {
    kind: 'storeEvent',
    name: ['店头活动', 'In-store event'],
    days: 1,
    tasks: [
      ['planning', -20, ['确定主题、目标和政策', 'Settle theme, goals and offers'], plan],
      ['planning', -18, ['预算报批', 'Have the budget approved'], plan],
      ['planning', -14, ['人员分工', 'Roles'], list],
      ['publicity', -12, ['海报和朋友圈宣传', 'Posters and posts'], photo],
      ['publicity', -7, ['电话邀约，建到场名单', 'Invite by telephone, list who comes'], record],
      ['publicity', -2, ['短信提醒到场客户', 'Remind the guests'], record],
      ['onSite', -1, ['布置展厅，清点物料', 'Decorate, count the materials'], photo],
      ['onSite', 0, ['签到登记，接待洽谈', 'Register guests, talk and quote'], record],
      ['onSite', 0, ['现场下订，收定金', 'Orders and deposits on the day'], record],
      ...ending,
    ],
    roles: common,
    materials: [
      [['签到表', 'Guest list'], 1, pieces],
      [['海报', 'Posters'], 10, ['张', 'pcs']],
      [['到店礼', 'Gifts'], 50, pieces],
      [['茶点', 'Refreshments'], 50, pieces],
    ],
    costs: [
      ['publicity', ['宣传', 'Publicity']],
      ['gift', ['到店礼', 'Gifts']],
      ['catering', ['茶点', 'Refreshments']],
    ],
  },
}; // prettier-ignore

/** Words of a shipped template in the language of the person. */
export function shippedTemplate(
  key: string,
  language: Language,
): { readonly name: string; readonly kind: EventKind; readonly content: EventTemplateContent } | undefined {
  const found = shipped[key];
  if (!found) return undefined;
  const at = language === 'en' ? 1 : 0;
  return {
    name: found.name[at],
    kind: found.kind,
    content: {
      days: found.days,
      tasks: found.tasks.map(([phase, offset, text, check]) => ({
        phase,
        offset,
        text: text[at],
        check: check[at],
      })),
      roles: found.roles.map(([role, duty]) => ({ role: role[at], duty: duty[at] })),
      materials: found.materials.map(([name, quantity, unit]) => ({
        name: name[at],
        quantity,
        unit: unit[at],
      })),
      costs: found.costs.map(([category, name]) => ({ category, name: name[at], budgetFen: 0 })),
    },
  };
}

/** Keys of the shipped templates, in their order. */
export const shippedTemplates: readonly string[] = Object.keys(shipped);
