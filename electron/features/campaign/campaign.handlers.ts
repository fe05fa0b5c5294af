import type {
  campaignContract,
  campaignTriggerContract,
} from '#shared/features/campaign/campaign.contract.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { createRecord, recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { askedBy, sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { previewAudience } from './campaign.audience.ts';
import { enterResponse } from './campaign.entering.ts';
import { audienceWorkbook } from './campaign.export.ts';
import { expiringDocument, readExpiring } from './campaign.expiring.ts';
import type { ReadComputed } from './campaign.lists.ts';
import { readAudiencePage } from './campaign.reading.ts';
import { campaignRecord, campaignTriggerRecord } from './campaign.record.ts';
import { readRepeat, readRepeatRows } from './campaign.repeat.ts';
import { resultDocument } from './campaign.report.ts';
import { readResult, readResultRows } from './campaign.result.ts';
import {
  listingOf,
  makeCampaign,
  previewCampaign,
  startCampaign,
  stopCampaign,
} from './campaign.starting.ts';
import { readTouchPage } from './campaign.touches.ts';
import { previewTrigger, switchTrigger } from './campaign.triggering.ts';

const { create: _create, ...records } = recordHandlers(campaignRecord);

export const campaignHandlers = (
  printer: Printer,
  computed: ReadComputed,
): HandlersOf<typeof campaignContract> => ({
  ...records,
  previewList: ({ source, controlBp }, context) =>
    previewAudience(context.reader, listingOf(context, computed), source, { controlBp, days: null }),
  make: (made, context) => makeCampaign(context, made, { computed }),
  preview: (asked, context) => previewCampaign(context.reader, listingOf(context, computed), asked),
  start: (asked, context) => startCampaign(context, asked, computed),
  async stop({ id }, context) {
    await stopCampaign(context, id);
    return {};
  },
  audience: (asked, context) => readAudiencePage(context, asked),
  async exportAudience({ id }, action) {
    const { file, rows } = await audienceWorkbook(askedBy(action), id);
    await action.write(async ({ tell }) => tell('rows', rows));
    return file;
  },
  touches: (asked, context) => readTouchPage(context, asked),
  enter: (entered, context) => enterResponse(context, entered),
  result: ({ id }, context) => readResult(context, id),
  async printResult({ id, format }, context) {
    const document = await resultDocument(askedBy(context), id);
    return sheetFile(printer, document, { name: document.title, format, signal: context.signal });
  },
  resultRows: ({ id, part }, context) => readResultRows(context, id, part),
  repeat: ({ by }, { reader, clock }) => readRepeat(reader, by, clock.today()),
  repeatRows: (asked, { reader }) => readRepeatRows(reader, asked),
  expiring: ({ days }, context) => readExpiring(context.reader, context, days),
  async printExpiring({ days, format }, context) {
    const document = await expiringDocument(askedBy(context), days);
    return sheetFile(printer, document, { name: document.title, format, signal: context.signal });
  },
});

export const campaignTriggerHandlers: HandlersOf<typeof campaignTriggerContract> = {
  ...recordHandlers(campaignTriggerRecord),
  // A new rule waits for its preview.
  create: async ({ values }, context) => ({
    id: await createRecord(context, campaignTriggerRecord, { ...values, active: false }),
  }),
  preview: ({ id }, { reader, clock }) => previewTrigger(reader, id, clock.today()),
  async switch(asked, context) {
    await switchTrigger(context, asked);
    return {};
  },
};
