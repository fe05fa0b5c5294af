import { audienceGroups, type AudienceLine } from '#shared/features/campaign/campaign-views.ts';
import { formatDay } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import { createTexts } from '#shared/text/texts.ts';
import { plainCell } from '#electron/kernel/csv.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { xlsxBytes, type XlsxCell } from '../export/xlsx-writer.ts';
import { readAudiencePage } from './campaign.reading.ts';
import { mustReadCampaign } from './campaign.starting.ts';

/** Lines that are read at once. */
const pageSize = 500;

const cellOf = (text: string | null): XlsxCell => (text === null || text === '' ? null : plainCell(text));

async function* audienceRows(
  context: QueryContext,
  id: number,
  language: Language,
): AsyncGenerator<XlsxCell[][]> {
  const { t } = createTexts(language);
  const groupNames = {
    treated: t('campaign.preview.treated'),
    control: t('campaign.preview.control'),
    leftOut: t('campaign.preview.leftOut'),
  };
  const rowOf = (group: keyof typeof groupNames, line: AudienceLine): XlsxCell[] => [
    cellOf(line.name),
    cellOf(line.phone),
    groupNames[group],
    line.leftOut ? t(`campaign.reasons.${line.leftOut}`) : cellOf(line.why || t('campaign.audience.whyAll')),
    line.last ? t(`campaign.codes.${line.last.code}`) : null,
    line.last ? formatDay(line.last.on, language) : null,
    line.last ? plainCell(line.last.personName) : null,
  ];
  for (const group of audienceGroups)
    for (let page = 1; ; page += 1) {
      const { lines } = await readAudiencePage(context, { id, group, page, pageSize });
      if (lines.length > 0) yield lines.map((line) => rowOf(group, line));
      if (lines.length < pageSize) break;
    }
}

/** 名单 of a campaign as a workbook in the person's language, with the reasons as they stood at its start. Error: `not-found`. */
export async function audienceWorkbook(
  context: QueryContext,
  id: number,
): Promise<{ readonly file: File; readonly rows: number }> {
  const { language } = context.actor;
  const { t } = createTexts(language);
  const { name } = await mustReadCampaign(context.reader, id);
  const columns = [
    { header: t('campaign.audience.customer'), width: 24 },
    { header: t('campaign.audience.phone'), width: 15 },
    { header: t('campaign.result.group'), width: 12 },
    { header: t('campaign.audience.why'), width: 40 },
    { header: t('campaign.audience.last'), width: 12 },
    { header: t('campaign.audience.on'), width: 15 },
    { header: t('campaign.audience.by'), width: 12 },
  ];
  const all: XlsxCell[][] = [];
  for await (const some of audienceRows(context, id, language)) all.push(...some);
  async function* told(): AsyncGenerator<XlsxCell[][]> {
    yield all;
  }
  const chunks: Buffer[] = [];
  for await (const bytes of xlsxBytes(columns, t('campaign.tabs.audience'), told(), all.length))
    chunks.push(bytes);
  const file = new File([Buffer.concat(chunks)], `${name} ${t('campaign.tabs.audience')}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
  return { file, rows: all.length };
}
