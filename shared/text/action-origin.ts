import type { ActionOrigin } from '../features/action/action.contract.ts';
import { formatMonth } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import { actionPageText } from './action.text.ts';
import { filled } from './filled.ts';
import { channelPlanText } from './record/channel-plan.text.ts';
import { decisionText } from './record/decision.text.ts';
import { eventText } from './record/event.text.ts';
import { gapText } from './record/gap.text.ts';
import { inspectionText } from './record/inspection.text.ts';
import { channelNames } from './record/order.text.ts';

const kinds = {
  gap: gapText,
  event: eventText,
  decision: decisionText,
  inspection: inspectionText,
  channelPlan: channelPlanText,
} as const;

/** The channel's name; a plan of a channel that is unknown has none. */
function channelName(channel: string | null, language: Language): string {
  const names: Readonly<Record<string, string>> = channelNames[language];
  return channel === null ? '' : (names[channel] ?? '');
}

/** 来源 of an action item in words, for screens and paper: `来自关键事项 春季车展`. */
export function actionOriginText({ feature, name, channel }: ActionOrigin, language: Language): string {
  const words = actionPageText[language];
  if (feature === 'plan') return filled(words.fromPlan, { year: name });
  const shown =
    feature === 'channelPlan'
      ? `${formatMonth(name, language)} ${channelName(channel, language)}`.trim()
      : name;
  return filled(words.from, { kind: kinds[feature][language].one, name: shown });
}
