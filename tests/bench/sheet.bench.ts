import sharp from 'sharp';
import type { ChecklistContent } from '#shared/features/checklist/checklist.content.ts';
import { reportFiles } from '#electron/reports/report-files.ts';
import { newStock, publishList } from '../support/inspection.ts';
import { median, percentile, times, type Bench } from './bench.ts';
import { builtUrl } from './built.ts';
import { peakOfEngine } from './engine.ts';
import { benchStore, vinOf, type BenchStore } from './store.ts';

const password = 'Correct-Horse-9';

/** Sixty items in six sections, each with its standard; every tenth is measured. */
const sixty: ChecklistContent = {
  vehicleKinds: [],
  repairClasses: [],
  damageMap: true,
  sections: Array.from({ length: 6 }, (_, section) => ({
    code: `section-${section}`,
    title: { zh: `第 ${section + 1} 部分` },
    items: Array.from({ length: 10 }, (_each, at) => ({
      code: `item-${section}-${at}`,
      title: { zh: `检查项目 ${section * 10 + at + 1} 的名称` },
      standard: { zh: '无裂纹、无松动、无渗漏，标记齐全' },
      required: true,
      ngNote: false,
      ngPhoto: false,
      type: 'okNg' as const,
      mayNotApply: false,
    })),
  })),
};

/** A photo as a telephone takes it: noise, so that it does not get smaller than a real one. */
async function noisyPhoto(width: number, height: number): Promise<File> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 24 };
  const picture = sharp({
    create: { width: width / 4, height: height / 4, channels: 3, background: '#888', noise },
  });
  const bytes = await picture.resize(width, height).jpeg({ quality: 85 }).toBuffer();
  return new File([new Uint8Array(bytes)], 'photo.jpg', { type: 'image/jpeg' });
}

/** Carries out and signs the arrival check of a new vehicle; gives its id. */
async function arrival({ core, actor }: BenchStore, at: number, photos: readonly File[]): Promise<number> {
  const call = <Result>(name: string, input: unknown): Promise<Result> =>
    core.call(name, input, { actor }) as Promise<Result>;
  const { id: stockId } = await call<{ id: number }>('stock.create', {
    values: newStock({ vin: vinOf(at) }),
  });
  const { id } = await call<{ id: number }>('inspection.start', { purpose: 'arrival', stockId });
  for (const { code } of sixty.sections) await call('inspection.answerRest', { id, section: code });
  for (const [index, file] of photos.entries())
    await call('inspection.addPhoto', {
      id,
      item: `item-0-${index % 10}`,
      markId: null,
      caption: null,
      file,
    });
  await call('inspection.finish', { id, secret: { password }, tasks: null });
  return id;
}

/** A check of sixty items with twelve photos of telephones on paper, and two hundred checks with two photos each as one batch. */
export const sheetBench: Bench = {
  name: 'sheet',
  async run(report) {
    const store = await benchStore({
      reports: { ...reportFiles(), workerUrl: builtUrl('report-worker.js') },
    });
    const { core, actor } = store;
    await core.database.write((writer) =>
      writer.updateTable('checklist').set({ state: 'retired' }).execute(),
    );
    await publishList(core, 'arrival', sixty);
    const large = await Promise.all(Array.from({ length: 12 }, () => noisyPhoto(4000, 3000)));
    const ids: number[] = [];
    for (let at = 0; at < 3; at += 1) ids.push(await arrival(store, at, large));
    const print = (run: number): Promise<unknown> =>
      core.call('inspection.print', { id: ids[run % ids.length] }, { actor });
    await times(2, print);
    const sheets = await times(12, print);
    const stated = { unit: 'ms', beside: 'stated limit', target: 1 } as const;
    report({ name: 'sheet.60items.12photos', value: median(sheets), limit: 400, ...stated });
    report({ name: 'sheet.60items.12photos.p95', value: percentile(sheets, 0.95), limit: 600, ...stated });
    const small = await Promise.all([noisyPhoto(1600, 1200), noisyPhoto(1600, 1200)]);
    for (let at = 3; at < 200; at += 1) await arrival(store, at, small);
    const batch = async (): Promise<void> => {
      const { jobId } = (await core.call('inspection.printBatch', { list: {} }, { actor })) as {
        jobId: number;
      };
      const job = await core.jobs.ended(jobId);
      if (job?.state !== 'done') throw new Error(JSON.stringify(job?.error));
    };
    report({ name: 'sheet.batch.200', value: median(await times(1, batch)), limit: 30_000, ...stated });
    const peak = await peakOfEngine(batch);
    report({
      name: 'sheet.batch.200.memory',
      value: peak,
      unit: 'MB',
      limit: 800,
      beside: 'stated limit',
      target: 1,
    });
    await store.close();
  },
};
