import type { ResponseCode } from '../campaign/campaign.fields.ts';
import type { EmitOfMember } from './reminder-member.rules.ts';
import { kindIndex } from './reminder-facts.ts';
import type { ReminderPlan, ReminderRule } from './reminder-plan.rules.ts';
import type { CallCode } from './reminder.fields.ts';

/** A campaign or a trigger that is open for a customer: not answered, the customer not in a control group. */
export type OpenTouch = {
  /** Either a campaign or a trigger. */
  readonly campaignId: number | null;
  readonly triggerId: number | null;
  /** Day number of the last day on which it counts. */
  readonly lastDay: number;
  /** What a success is worth in fen; 0: nobody has said, the rule's value counts. */
  readonly valueFen: number;
};

export const sameTouch = (
  a: Pick<OpenTouch, 'campaignId' | 'triggerId'>,
  b: Pick<OpenTouch, 'campaignId' | 'triggerId'>,
): boolean => a.campaignId === b.campaignId && a.triggerId === b.triggerId;

/** What is at stake of a reason: what the campaign says, else what the rule says. */
export const worthOf = (rule: Pick<ReminderRule, 'valueFen'>, touch: OpenTouch | null): number =>
  touch !== null && touch.valueFen > 0 ? touch.valueFen : rule.valueFen;

/** Takes a reason that a campaign gives. */
export type EmitOfTouch = (...told: [...Parameters<EmitOfMember>, touch: OpenTouch]) => void;

/** Campaigns of one customer from the rule's days before their last day on; none where the rule is off. */
export function eachTouch(touches: readonly OpenTouch[], { own }: ReminderPlan, emit: EmitOfTouch): void {
  const rule = own.get('campaign');
  if (!rule) return;
  for (const touch of touches) {
    const { lastDay } = touch;
    emit(kindIndex.campaign, rule, lastDay, lastDay - rule.leadDays, lastDay, 'campaign', null, touch);
  }
}

const responses: Readonly<Record<CallCode, ResponseCode>> = {
  willing: 'accepted',
  booked: 'accepted',
  mileageShort: 'thinking',
  awayFromHere: 'thinking',
  hungUp: 'noAnswer',
  noSuchNumber: 'wrongNumber',
  poweredOff: 'noAnswer',
  suspended: 'wrongNumber',
  noAnswer: 'noAnswer',
  refused: 'refused',
  transferred: 'notRaised',
  givenAway: 'notRaised',
  insuredElsewhere: 'notRaised',
};
/** What the result of a call says of the campaigns that it named. */
export const responseOfCall = (code: CallCode): ResponseCode => responses[code];
