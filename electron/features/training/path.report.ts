import type { GrowthPath } from '#shared/features/training/training.contract.ts';
import { formatDay } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { PrintBlock, PrintCell, PrintDocument } from '#shared/kernel/print-document.ts';
import { numberShown } from '#shared/kernel/scaled-number.ts';
import { examPageText } from '#shared/text/exam.text.ts';
import { filled } from '#shared/text/filled.ts';
import { growthStepText, trainingSeatText } from '#shared/text/record/training.text.ts';
import { trainingPageText } from '#shared/text/training.text.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';

type Words = { readonly language: Language; readonly t: (typeof trainingPageText)[Language] };

const tones = { done: 'good', late: 'warning', next: 'strong', later: 'muted' } as const;

function trackBlocks(path: GrowthPath, { language, t }: Words): PrintBlock[] {
  return path.tracks.flatMap(({ track, steps }): PrintBlock[] => [
    {
      kind: 'heading',
      level: 2,
      text: growthStepText[language].choices.track[track],
      note: filled(t.path.reached, {
        done: steps.filter(({ state }) => state === 'done').length,
        count: steps.length,
      }),
    },
    {
      kind: 'table',
      columns: [
        { title: t.path.step, width: 3 },
        { title: t.path.due, width: 'auto' },
        { title: t.path.state, width: 'auto' },
        { title: t.path.how, width: 2 },
      ],
      rows: steps.map(({ text, dueOn, state, reachedOn, bySession }) => ({
        cells: [
          text,
          formatDay(dueOn, language),
          { text: t.path.states[state], tone: tones[state] },
          reachedOn === null ? '' : `${formatDay(reachedOn, language)} ${bySession ?? ''}`.trim(),
        ],
      })),
    },
  ]);
}

const scoreCell = (score: number | null, passed: boolean | null, { language, t }: Words): PrintCell =>
  score === null
    ? t.path.dash
    : {
        text: `${score}${passed === null ? '' : ` ${examPageText[language][passed ? 'passed' : 'failed']}`}`,
        tone: passed === false ? 'warning' : 'normal',
      };

/** 成长档案 of a person on paper: steps, hours, sessions, certificates and exams. */
export function pathDocument(
  path: GrowthPath,
  { store, auditCode }: { readonly store: string; readonly auditCode: string },
  language: Language,
  now: string,
): PrintDocument {
  const t = trainingPageText[language];
  const words = { language, t };
  const attendance = trainingSeatText[language].choices.attendance;
  const hours = (hundredths: number): string => numberShown(hundredths, 2);
  return {
    ...paperFrame(language, now, { auditCode }),
    title: filled(t.path.titleOf, { name: path.name }),
    header: { store },
    blocks: [
      {
        kind: 'keyFigures',
        items: [
          { name: t.learned, value: hours(path.learnedHours) },
          { name: t.taught, value: hours(path.taughtHours) },
          { name: t.path.sessions, value: String(path.sessions.length) },
          { name: t.path.certificates, value: String(path.certificates.length) },
        ],
      },
      ...trackBlocks(path, words),
      { kind: 'heading', level: 2, text: t.path.sessions },
      {
        kind: 'table',
        columns: [
          { title: t.path.session, width: 3 },
          { title: t.path.on, width: 'auto' },
          { title: t.path.hours, width: 'auto', align: 'right' },
          { title: t.attendance, width: 'auto' },
          { title: t.path.mark, width: 'auto', align: 'right' },
        ],
        rows: path.sessions.map((one) => ({
          cells: [
            one.name,
            formatDay(one.heldOn, language),
            hours(one.hours),
            attendance[one.attendance],
            scoreCell(
              one.score,
              one.score === null || one.passMark === null ? null : one.score >= one.passMark,
              words,
            ),
          ],
        })),
      },
      { kind: 'heading', level: 2, text: t.path.certificates },
      {
        kind: 'table',
        columns: [
          { title: t.path.certificate, width: 3 },
          { title: t.paper.number, width: 2 },
          { title: t.paper.goodUntil, width: 'auto' },
        ],
        rows: path.certificates.map(({ name, number, expiresOn, state }) => ({
          cells: [
            name,
            number ?? '',
            expiresOn === null
              ? t.paper.forGood
              : { text: formatDay(expiresOn, language), tone: state === 'good' ? 'normal' : 'warning' },
          ],
        })),
      },
      ...(path.exams === null || path.exams.length === 0
        ? []
        : [
            { kind: 'heading', level: 2, text: t.path.exams } as const,
            {
              kind: 'table',
              columns: [
                { title: t.path.exam, width: 3 },
                { title: t.path.on, width: 'auto' },
                { title: t.path.mark, width: 'auto', align: 'right' },
              ],
              rows: path.exams.map(({ name, heldOn, score, passed }) => ({
                cells: [name, formatDay(heldOn, language), scoreCell(score, passed, words)],
              })),
            } as const,
          ]),
    ],
  };
}
