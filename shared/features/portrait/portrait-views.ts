import type { Day } from '../../kernel/day.ts';
import type { MissingItem } from './portrait-file.rules.ts';
import type { PortraitTerms, Risk, RiskReason, Segment } from './portrait.content.ts';

/** An edition of 分层规则; without a person: as shipped. */
export type PortraitEdition = {
  readonly edition: number;
  readonly fromDay: Day;
  readonly content: PortraitTerms;
  readonly source: string;
  /** false is shown as 请核对. */
  readonly confirmed: boolean;
  readonly personName: string | null;
};

/** A sign of loss with what it was read from; figures of visits are null for who may not read repair orders. */
export type ShownReason = {
  readonly reason: RiskReason;
  readonly points: number;
  readonly on: Day | null;
  /** Days since. */
  readonly days: number | null;
  /** Of the rhythm: usual days between visits. */
  readonly usualDays: number | null;
  readonly count: number | null;
  readonly scoreHundredths: number | null;
  readonly recommend: number | null;
};

const preferenceKinds = [
  'weekday',
  'dayPart',
  'adviser',
  'technician',
  'consultant',
  'way',
  'work',
  'item',
  'brand',
  'model',
] as const;
export type PreferenceKind = (typeof preferenceKinds)[number];

/** What a customer usually does: the value (a weekday 1–7, a choice, or a name), how often, out of how many known. */
export type Preference = {
  readonly kind: PreferenceKind;
  readonly value: string;
  readonly count: number;
  readonly of: number;
};

const circleTies = ['introducedBy', 'introduced', 'phone', 'contactPhone', 'address', 'pair'] as const;
export type CircleTie = (typeof circleTies)[number];

/** 关系圈: people and customers around a customer. Telephones and plates as the person may see them. */
export type Circle = {
  readonly contacts: readonly {
    readonly id: number;
    readonly name: string;
    readonly post: string | null;
    readonly phone: string | null;
  }[];
  readonly others: readonly {
    readonly customerId: number;
    readonly name: string;
    readonly by: CircleTie;
    /** What they share. */
    readonly shared: string | null;
  }[];
  readonly fleet: readonly { readonly kind: string; readonly count: number }[];
};

/** 画像 of one customer. Money and visits are null for who may not read all orders or repair orders. */
export type PortraitView = {
  readonly segment: Segment;
  readonly risk: Risk;
  readonly riskPoints: number;
  readonly recencyDays: number | null;
  readonly lastOn: Day | null;
  readonly visitsInYear: number | null;
  readonly repairsYearFen: number | null;
  readonly repairsFen: number | null;
  readonly ordersYearFen: number | null;
  readonly ordersFen: number | null;
  /** Points of 0 to 3; null where what they are made of is not shown. */
  readonly recencyPoints: number | null;
  readonly frequencyPoints: number | null;
  readonly moneyPoints: number | null;
  readonly reasons: readonly ShownReason[];
  readonly preferences: readonly Preference[];
  readonly circle: Circle;
  readonly missing: readonly (MissingItem & { readonly plate: string | null })[];
  readonly missingOf: number;
  readonly rule: Pick<PortraitEdition, 'edition' | 'confirmed'>;
};

export const timelineKinds = [
  'order',
  'delivery',
  'repair',
  'certificate',
  'lead',
  'followUp',
  'appointment',
  'complaint',
  'evaluation',
  'membership',
  'receivable',
  'payment',
  'vehicle',
  'done',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** One thing that happened. `choices`: fields of its record with their values, told in the words of the record. */
export type TimelineLine = {
  readonly kind: TimelineKind;
  readonly feature: string;
  readonly id: number;
  /** The record that the line opens. */
  readonly recordId: number;
  readonly on: Day;
  readonly number: string | null;
  readonly choices: readonly { readonly field: string; readonly value: string }[];
  readonly text: string | null;
  readonly amountFen: number | null;
  readonly scoreHundredths: number | null;
  readonly personName: string | null;
  readonly plate: string | null;
};

/** Where the next page goes on. */
export type TimelinePlace = { readonly on: Day; readonly kind: TimelineKind; readonly id: number };

export type Timeline = {
  readonly lines: readonly TimelineLine[];
  readonly next: TimelinePlace | null;
  /** Kinds that the person may read. */
  readonly kinds: readonly TimelineKind[];
};

/** A cell of 客户分层; money null for who may not read all orders and repair orders. */
export type MatrixCell = {
  readonly segment: Segment;
  readonly risk: Risk;
  readonly customers: number;
  readonly moneyFen: number | null;
};

export type SegmentLine = {
  readonly customerId: number;
  readonly name: string;
  readonly phone: string | null;
  readonly segment: Segment;
  readonly risk: Risk;
  readonly reasons: readonly RiskReason[];
  readonly recencyDays: number | null;
  readonly visitsInYear: number | null;
  readonly moneyFen: number | null;
  readonly consultantName: string | null;
  readonly adviserName: string | null;
};

export type SegmentPage = {
  readonly total: number;
  readonly lines: readonly SegmentLine[];
  /** Of all that are looked at by person, whatever segment and risk are chosen. */
  readonly matrix: readonly MatrixCell[];
  /** Consultants and advisers who have customers. */
  readonly people: readonly { readonly id: number; readonly name: string }[];
  readonly seesVisits: boolean;
  readonly seesMoney: boolean;
  readonly rule: Pick<PortraitEdition, 'edition' | 'fromDay' | 'confirmed'>;
};

/** What a rule would make of the customers of today. */
export type RulePreview = {
  readonly before: readonly MatrixCell[];
  readonly after: readonly MatrixCell[];
  /** Customers whose segment, whose risk changes. */
  readonly movedSegment: number;
  readonly movedRisk: number;
};
