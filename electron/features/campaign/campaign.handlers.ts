import type { campaignContract } from '#shared/features/campaign/campaign.contract.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { previewAudience } from './campaign.audience.ts';
import { enterResponse } from './campaign.entering.ts';
import { readAudiencePage } from './campaign.reading.ts';
import { campaignRecord } from './campaign.record.ts';
import { readResult, readResultRows } from './campaign.result.ts';
import { makeCampaign, previewCampaign, startCampaign, stopCampaign } from './campaign.starting.ts';
import { readTouchPage } from './campaign.touches.ts';

const { create: _create, ...records } = recordHandlers(campaignRecord);

export const campaignHandlers: HandlersOf<typeof campaignContract> = {
  ...records,
  previewList: ({ source, controlBp }, { reader, actor }) =>
    previewAudience(reader, actor, source, { controlBp, days: null }),
  make: (made, context) => makeCampaign(context, made),
  preview: (asked, { reader, actor }) => previewCampaign(reader, actor, asked),
  start: (asked, context) => startCampaign(context, asked),
  async stop({ id }, context) {
    await stopCampaign(context, id);
    return {};
  },
  audience: (asked, context) => readAudiencePage(context, asked),
  touches: (asked, context) => readTouchPage(context, asked),
  enter: (entered, context) => enterResponse(context, entered),
  result: ({ id }, context) => readResult(context, id),
  resultRows: ({ id, part }, context) => readResultRows(context, id, part),
};
