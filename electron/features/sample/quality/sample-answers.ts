import { itemsOf, type ChecklistItem } from '#shared/features/checklist/checklist.content.ts';
import { itemVerdict, noAnswer } from '#shared/features/checklist/checklist.rules.ts';
import type { PublishedChecklist } from '#shared/features/checklist/checklist.contract.ts';
import { hashOfContent } from '../../checklist/checklist.repository.ts';
import type { InspectionAnswerTable } from '../../inspection/inspection.table.ts';
import type { SampleRandom } from '../sample-random.ts';

/** A check list with what is asked of it for every check. */
export type SampleList = PublishedChecklist & {
  readonly items: readonly ChecklistItem[];
  readonly contentHash: string;
};

export const sampleList = (list: PublishedChecklist): SampleList => ({
  ...list,
  items: itemsOf(list.content),
  contentHash: hashOfContent(list.content),
});

/** What one item was answered, before it is known who and when. */
export type Given = Pick<
  InspectionAnswerTable,
  'item' | 'result' | 'number' | 'choice' | 'text' | 'note' | 'verdict'
> & { readonly photos: number };

/** What is found at which part of a vehicle, by a word in the item's title. */
const findings: readonly (readonly [RegExp, readonly string[]])[] = [
  [/漆|车身|外观|驾驶室/u, ['右前翼子板划痕约 5 厘米', '左侧门下沿掉漆', '后围板有磕碰凹陷']],
  [/玻璃|风窗|后视镜|镜/u, ['右后视镜镜片松动', '前风窗右下角有崩点']],
  [/灯/u, ['右后转向灯不亮', '左前雾灯进水']],
  [/轮胎|胎压|备胎/u, ['左前胎压偏低', '右后外胎侧壁有鼓包']],
  [/螺母|螺栓|紧固/u, ['左后轮有一颗螺母力矩不足', '钢板 U 形螺栓力矩不足']],
  [/制动|气压|驻车/u, ['储气筒接头漏气', '制动踏板行程偏大']],
  [/油|液|水/u, ['液面低于下限', '油底壳结合面渗油']],
  [/电|线束|蓄电池/u, ['蓄电池桩头松动', '线束卡扣脱落']],
  [/合格证|手册|资料|证|文件/u, ['随车资料缺一份，已联系厂家补寄']],
  [/工具|随车/u, ['缺千斤顶摇把']],
  [/空调|音响|仪表|车窗|座椅|门锁|钥匙/u, ['副驾车窗升降有异响', '空调出风口风量不均']],
];

const findingFor = (random: SampleRandom, { title }: ChecklistItem): string =>
  random.pick(findings.find(([pattern]) => pattern.test(title.zh))?.[1] ?? ['未达到标准，已退回处理']);

/** A number that fits, or one outside its limits. In thousandths of the unit. */
function numberFor(
  random: SampleRandom,
  { lowest, highest }: Extract<ChecklistItem, { type: 'number' }>,
  isNg: boolean,
): number {
  const low = lowest ?? (highest === null ? 5000 : Math.round(highest * 0.4));
  const high = highest ?? Math.max(low + 1000, Math.round(low * 1.4));
  const step = high - low >= 20_000 ? 1000 : high - low >= 1000 ? 100 : 10;
  if (isNg) return lowest === null ? high + step * random.int(1, 4) : low - step * random.int(1, 4);
  return Math.min(high, low + Math.floor(((high - low) * random.next()) / step) * step);
}

/** The items that turn out not OK: those at the head of a list more often, so that some defects are frequent. */
export function pickNg(random: SampleRandom, { items }: SampleList, count: number): ReadonlySet<string> {
  const may = items.filter(
    (item) =>
      item.type === 'okNg' || (item.type === 'number' && (item.lowest !== null || item.highest !== null)),
  );
  const chosen = new Set<string>();
  for (let at = 0; at < count; at += 1) {
    const item = may[Math.floor(may.length * random.next() ** 2)];
    if (item) chosen.add(item.code);
  }
  return chosen;
}

function answerTo(random: SampleRandom, item: ChecklistItem, isNg: boolean): Given {
  const note = isNg ? findingFor(random, item) : null;
  const needsPhoto = item.type === 'photo' || (isNg && item.ngPhoto);
  const photos = needsPhoto ? 1 : 0;
  const base = { ...noAnswer, note, photos };
  const given = (): typeof base => {
    switch (item.type) {
      case 'okNg': {
        const skipped = !isNg && item.mayNotApply && random.chance(0.04);
        return { ...base, result: isNg ? 'ng' : skipped ? 'notApplicable' : 'ok' };
      }
      case 'number':
        return { ...base, number: numberFor(random, item, isNg) };
      case 'choice':
        return { ...base, choice: (item.choices.find((one) => !one.isNg) ?? item.choices[0])?.value ?? null };
      case 'text':
        return { ...base, text: '无异常' };
      case 'photo':
        return base;
    }
  };
  const answer = given();
  return { ...answer, item: item.code, verdict: itemVerdict(item, answer) };
}

/** Answers to the first `count` items of a list; those in `ng` are not OK. */
export const answersTo = (
  random: SampleRandom,
  { items }: SampleList,
  ng: ReadonlySet<string>,
  count: number = items.length,
): readonly Given[] => items.slice(0, count).map((item) => answerTo(random, item, ng.has(item.code)));
