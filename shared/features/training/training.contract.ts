import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { query } from '../../rpc/call.ts';
import { output, recordCalls } from '../../rpc/record.contract.ts';
import {
  examQuestionFields,
  growthStepFields,
  trainerFields,
  trainingCertificateFields,
  trainingFields,
  trainingSeatFields,
  trainingSubjectFields,
  trainingYearFields,
  type Season,
} from './training.fields.ts';

const rights = { read: 'training.read', write: 'training.write', remove: 'training.write' } as const;

/** Figures of a season. Hours in hundredths, rates in basis points; null where there is nothing to count. */
export type SeasonFigures = {
  readonly season: Season;
  /** Hours that the subjects of the season are given by the plan. */
  readonly plannedHours: number;
  readonly sessions: number;
  /** Hours of sessions that are planned or held, and of those held. */
  readonly arrangedHours: number;
  readonly heldHours: number;
  readonly costFen: number;
  readonly extraPayFen: number;
  /** 出勤率 of the sessions held, without those excused. */
  readonly attendanceBasisPoints: number | null;
  /** 及格率 of the exams that were marked. */
  readonly passBasisPoints: number | null;
  /** Subjects of the season without a session in the year. */
  readonly missing: readonly { readonly id: number; readonly name: string }[];
};

export type PersonHours = {
  readonly personId: number;
  readonly name: string;
  /** Of sessions that the person was at, and of those that the person gave. */
  readonly learnedHours: number;
  readonly taughtHours: number;
  readonly extraPayFen: number;
  readonly averageScore: number | null;
};

export type ContestRank = {
  readonly trainingId: number;
  readonly name: string;
  readonly heldOn: Day;
  readonly places: readonly { readonly place: number; readonly name: string; readonly score: number }[];
};

export type TrainingYear = {
  readonly year: number;
  readonly id: number | null;
  readonly leaderName: string | null;
  readonly deputyName: string | null;
  readonly budgetFen: number | null;
  readonly seasons: readonly SeasonFigures[];
  readonly people: readonly PersonHours[];
  readonly contests: readonly ContestRank[];
  /** 培训效果: sessions held that were to move an indicator, with its value before and after; null: not written down. */
  readonly effects: readonly {
    readonly trainingId: number;
    readonly name: string;
    readonly aim: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  /** Certificates that are over or end soon, earliest first. */
  readonly certificates: readonly {
    readonly id: number;
    readonly personName: string;
    readonly name: string;
    readonly expiresOn: Day;
    readonly state: 'soon' | 'over';
  }[];
  /** Steps of growth that are late. */
  readonly lateSteps: readonly {
    readonly id: number;
    readonly personName: string;
    readonly text: string;
    readonly dueOn: Day;
  }[];
};

/** Glossary: 培训 training, 课题 subject, 内训师 trainer, 课时 hours, 参训 seat, 成长路径 growth, 题库 question bank. */
export const trainingContract = {
  /** Errors: `training-trainer-busy`, `training-place-taken`, `training-person-busy`, `training-not-yet`; issues on times. */
  ...recordCalls(trainingFields, rights),
  /** Everything that a year's plan has to tell. */
  year: query(
    'training.read',
    z.strictObject({ year: z.number().int().min(2000).max(2200) }),
    output<TrainingYear>(),
  ),
};

export const trainingYearContract = { ...recordCalls(trainingYearFields, rights) };
export const trainingSubjectContract = { ...recordCalls(trainingSubjectFields, rights) };
export const trainerContract = { ...recordCalls(trainerFields, rights) };
/** Errors: `training-person-busy`, `training-seat-taken`; `score-without-exam`, issue `too-large`. */
export const trainingSeatContract = { ...recordCalls(trainingSeatFields, rights) };
export const growthStepContract = { ...recordCalls(growthStepFields, rights) };
export const trainingCertificateContract = { ...recordCalls(trainingCertificateFields, rights) };
export const examQuestionContract = { ...recordCalls(examQuestionFields, rights) };
