import {
  activityKindsOf,
  type ActivityKind,
  type Figures,
  type SpanOutlook,
} from '#shared/features/income/income.rules.ts';
import type { PayContent } from '#shared/features/pay/pay.content.ts';
import { formatMonth } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import type { PrintBlock, PrintCell, PrintRow } from '#shared/kernel/print-document.ts';
import { counted, filled } from '#shared/text/filled.ts';
import { unreachableText } from '#shared/text/income-unreachable.ts';
import { incomeText } from '#shared/text/income.text.ts';

/** What cannot be reached and why, as one text. */
export const shortText = (
  solved: Parameters<typeof unreachableText>[0],
  wishFen: number,
  content: PayContent,
  language: Language,
): string => {
  const { title, why } = unreachableText(solved, wishFen, content, language);
  return `${title}${language === 'en' ? '. ' : '。'}${why}`;
};

/** The goal that attainment is measured by in a month, marked where it was assumed. */
function goalCell(goal: Figures['goal'], language: Language): PrintCell {
  if (goal === null || goal.source === 'missing') return { missing: true };
  if (goal.source === 'data') return String(goal.value);
  return { text: String(goal.value), note: incomeText[language].assumed, tone: 'warning' };
}

/** Several months: units and income of each, what to do in each, and the sums. */
export function spanBlocks(
  { months, total }: SpanOutlook,
  wishFen: number,
  language: Language,
): PrintBlock[] {
  const words = incomeText[language];
  const [first] = months;
  if (!first || !total) return [{ kind: 'paragraphs', texts: [words.waiting] }];
  const { unit } = first.content;
  const all: readonly ActivityKind[] = activityKindsOf[unit];
  const kinds = all.filter((kind): kind is Exclude<ActivityKind, 'unit'> => kind !== 'unit');
  const hasGoal = months.some(({ outlook }) => outlook.figures.goal !== null);
  const short = months.flatMap(({ month, content, outlook: { result } }) =>
    result?.solved.kind === 'unreachable'
      ? [`${formatMonth(month, language)} ${shortText(result.solved, wishFen, content, language)}`]
      : [],
  );
  return [
    { kind: 'heading', level: 2, text: words.byMonth },
    {
      kind: 'table',
      dense: true,
      columns: [
        { title: words.month, width: 2.2 },
        { title: words.paper.working, width: 1, align: 'right' },
        ...(hasGoal ? [{ title: words.goalShort, width: 1, align: 'right' as const }] : []),
        { title: words.activityKinds.unit[unit], width: 1, align: 'right' },
        { title: words.paper.income, width: 'auto', align: 'right' },
        { title: words.given, width: 1, align: 'right' },
        ...kinds.map((kind) => ({ title: words.activityKinds[kind], width: 1.2, align: 'right' as const })),
      ],
      rows: [
        ...months.map(
          ({
            month,
            workingDays,
            givenUnits,
            outlook: {
              result,
              figures: { goal },
            },
          }): PrintRow => ({
            cells: [
              formatMonth(month, language),
              String(workingDays),
              ...(hasGoal ? [goalCell(goal, language)] : []),
              String(result?.slip.units ?? ''),
              formatMoney(result?.slip.totalFen ?? 0),
              givenUnits === null ? { missing: true } : String(givenUnits),
              ...kinds.map((kind): PrintCell => {
                const need = result?.activity.find((one) => one.kind === kind)?.need;
                if (!need || !('perMonth' in need)) return { missing: true };
                return {
                  text: String(need.perMonth),
                  note:
                    need.everyDays === null
                      ? filled(words.aDay, { count: need.perDay })
                      : counted(words, 'everyDaysShort', { count: need.everyDays }),
                };
              }),
            ],
          }),
        ),
        {
          kind: 'total',
          cells: [
            words.total,
            String(months.reduce((sum, { workingDays }) => sum + workingDays, 0)),
            ...(hasGoal ? [''] : []),
            String(total.units),
            formatMoney(total.incomeFen),
            total.given ? String(total.given.units) : '',
            ...kinds.map(() => ''),
          ],
        },
      ],
    },
    ...(short.length === 0 ? [] : [{ kind: 'paragraphs' as const, texts: short }]),
    { kind: 'paragraphs', style: 'note', texts: [words.spanHint] },
  ];
}
