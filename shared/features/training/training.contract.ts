import { z } from 'zod';
import { daysBetween, isDay, type Day } from '../../kernel/day.ts';
import type { Month } from '../../kernel/period.ts';
import { action, command, query } from '../../rpc/call.ts';
import { paperFormat } from '../../rpc/paper.ts';
import { output, recordCalls } from '../../rpc/record.contract.ts';
import type { FigureMissing } from '../indicator/indicator.contract.ts';
import type { SittingState } from '../exam/exam.fields.ts';
import type { DeskFile } from '../job/job.contract.ts';
import {
  growthStepFields,
  growthTracks,
  trainerFields,
  trainingCertificateFields,
  trainingFields,
  trainingSeatFields,
  trainingSubjectFields,
  trainingYearFields,
  type Attendance,
  type Season,
  type TrainingState,
} from './training.fields.ts';
import type { Clash, StepState } from './training.rules.ts';

const rights = { read: 'training.read', write: 'training.write', remove: 'training.write' } as const;

const id = z.number().int().positive();
const day = z.string().refine(isDay, { error: 'not-a-day' });

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

export type MeasuredEffect = {
  readonly indicator: string;
  readonly before: EffectMonth;
  /** null: no month after the session is over yet. */
  readonly after: EffectMonth | null;
};

/** One month of an indicator about a session; figures in the indicator's unit, null where there is none. */
export type EffectMonth = {
  readonly month: Month;
  readonly when: 'before' | 'session' | 'after';
  readonly store: number | null;
  readonly missing: FigureMissing | null;
  /** Of those who took part together; null for rates and states, and where one of them has no figure. */
  readonly people: number | null;
  /** The month is not over: its figure is of the days so far. */
  readonly running: boolean;
};

/** 培训效果: figures before and after, no proof that the session moved them. */
export type TrainingEffect = {
  readonly indicator: string | null;
  readonly participants: number;
  readonly months: readonly EffectMonth[];
};

/** A session in the calendar. */
export type CalendarSession = {
  readonly id: number;
  readonly name: string;
  readonly heldOn: Day;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string | null;
  readonly trainerName: string | null;
  readonly state: TrainingState;
  readonly isContest: boolean;
  readonly people: number;
};

export type TrainingCalendar = {
  readonly sessions: readonly CalendarSession[];
  readonly clashes: readonly (Clash & { readonly personName: string | null })[];
};

export type PathStep = {
  readonly id: number;
  readonly text: string;
  readonly subjectName: string | null;
  readonly dueOn: Day;
  readonly state: StepState;
  /** By hand, or the day of the session by which the subject was learned. */
  readonly reachedOn: Day | null;
  readonly bySession: string | null;
};

/** 成长档案 of a person. Hours in hundredths. */
export type GrowthPath = {
  readonly personId: number;
  readonly name: string;
  readonly postName: string | null;
  readonly departmentName: string | null;
  readonly tracks: readonly {
    readonly track: (typeof growthTracks)[number];
    readonly steps: readonly PathStep[];
  }[];
  readonly learnedHours: number;
  readonly taughtHours: number;
  readonly sessions: readonly {
    readonly id: number;
    readonly name: string;
    readonly heldOn: Day;
    readonly hours: number;
    readonly attendance: Attendance;
    readonly score: number | null;
    readonly passMark: number | null;
  }[];
  readonly certificates: readonly CertificateLine[];
  /** null: of others, for who may not see exams. */
  readonly exams:
    | readonly {
        readonly examId: number;
        readonly name: string;
        readonly heldOn: Day;
        readonly state: SittingState;
        readonly score: number | null;
        readonly passed: boolean | null;
      }[]
    | null;
};

export type CertificateLine = {
  readonly id: number;
  readonly personName: string;
  readonly name: string;
  readonly number: string | null;
  readonly expiresOn: Day | null;
  readonly state: 'good' | 'soon' | 'over';
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
    /** In words, where no indicator is named. */
    readonly aim: string | null;
    readonly before: string | null;
    readonly after: string | null;
    /** Of the store: the month before the session and the latest full one of the three after it. */
    readonly measured: MeasuredEffect | null;
  }[];
  /** Certificates that are over or end soon, earliest first. */
  readonly certificates: readonly CertificateLine[];
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
  /** 培训日历: sessions of up to a hundred days, and what clashes. Issue: `span-too-long`. */
  calendar: query(
    'training.read',
    z
      .strictObject({ first: day, last: day })
      .refine(({ first, last }) => !isDay(first) || !isDay(last) || daysBetween(first, last) <= 100, {
        error: 'span-too-long',
        path: ['last'],
      }),
    output<TrainingCalendar>(),
  ),
  /** Figures of the indicator of a session, three months before and after. */
  effect: query('training.read', z.strictObject({ id }), output<TrainingEffect>()),
  /** The indicator that a session is to move; null: none. Error: not-found. */
  aimAt: command(
    'training.write',
    z.strictObject({ id, indicator: z.string().min(1).max(40).nullable() }),
    output<{ version: number }>(),
  ),
  /** 成长档案. */
  path: query('training.read', z.strictObject({ personId: id }), output<GrowthPath>()),
  /** A step for each subject of a track in a year that the person has none of yet, due at the end of its season. */
  layPath: command(
    'training.write',
    z.strictObject({
      personId: id,
      track: z.enum(growthTracks),
      year: z.number().int().min(2000).max(2200),
    }),
    output<{ steps: number }>(),
  ),
  printPath: action(
    'training.read',
    z.strictObject({ personId: id, format: paperFormat }),
    output<DeskFile>(),
  ),
  /** Certificates that are over or end soon: everybody's for who arranges training, else the own. */
  ending: query('training.read', z.strictObject({}), output<readonly CertificateLine[]>()),
};

export const trainingYearContract = { ...recordCalls(trainingYearFields, rights) };
export const trainingSubjectContract = { ...recordCalls(trainingSubjectFields, rights) };
export const trainerContract = { ...recordCalls(trainerFields, rights) };
/** Errors: `training-person-busy`, `training-seat-taken`; `score-without-exam`, issue `too-large`. */
export const trainingSeatContract = { ...recordCalls(trainingSeatFields, rights) };
export const growthStepContract = { ...recordCalls(growthStepFields, rights) };
export const trainingCertificateContract = {
  ...recordCalls(trainingCertificateFields, rights),
  /** 发证 for an exam that was passed, with the next number of the year. Errors: `certificate-not-passed`, `training-certificate-issued`. */
  issue: command(
    'training.write',
    z.strictObject({
      sittingId: id,
      name: z.string().trim().min(1, { error: 'required' }).max(100, { error: 'too-long' }),
      expiresOn: day.nullable(),
    }),
    output<{ id: number }>(),
  ),
  /** One page. Error: `certificate-of-others`: the store prints only what it issued. */
  print: action('training.read', z.strictObject({ id, format: paperFormat }), output<DeskFile>()),
};
