import type { SegmentLine } from '#shared/features/portrait/portrait-views.ts';
import type { Language } from '#shared/kernel/language.ts';
import { createTexts } from '#shared/text/texts.ts';
import { plainCell } from '#electron/kernel/csv.ts';
import { xlsxBytes, type XlsxCell } from '../export/xlsx-writer.ts';

/** 客户分层 as a workbook in the person's language. */
export async function segmentWorkbook(
  lines: readonly SegmentLine[],
  language: Language,
  name: string,
): Promise<File> {
  const { t } = createTexts(language);
  const columns = [
    { header: t('portrait.page.customer'), width: 24 },
    { header: t('portrait.page.phone'), width: 15 },
    { header: t('portrait.segment'), width: 10 },
    { header: t('portrait.risk'), width: 10 },
    { header: t('portrait.reasons'), width: 40 },
    { header: t('portrait.page.recency'), width: 14 },
    { header: t('portrait.page.visits'), width: 14 },
    { header: t('portrait.page.money'), width: 14, format: '#,##0.00' },
    { header: t('portrait.page.consultant'), width: 14 },
    { header: t('portrait.page.adviser'), width: 14 },
  ];
  const rows = lines.map((line): XlsxCell[] => [
    plainCell(line.name),
    line.phone === null ? null : plainCell(line.phone),
    line.segment,
    t(`portrait.risks.${line.risk}`),
    line.reasons.map((reason) => t(`portrait.reason.${reason}.name`)).join(t('portrait.listComma')),
    line.recencyDays,
    line.visitsInYear,
    line.moneyFen === null ? null : line.moneyFen / 100,
    line.consultantName,
    line.adviserName,
  ]);
  const chunks: Buffer[] = [];
  async function* some(): AsyncGenerator<XlsxCell[][]> {
    yield rows;
  }
  for await (const bytes of xlsxBytes(columns, t('portrait.page.title'), some(), rows.length))
    chunks.push(bytes);
  return new File([Buffer.concat(chunks)], `${name}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}
