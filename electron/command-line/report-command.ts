import { copyFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { weekOf } from '#shared/kernel/period.ts';
import { DeskError, ruleViolated } from '#shared/rpc/desk-error.ts';
import { commandLineActor, wanted, type Command } from './command.ts';

/** Prints the minutes of a week; a week whose meeting nobody opened is opened as a draft with its figures. */
export const reportCommand: Command = {
  usage: 'report weekly-meeting [--week 2026-W47] --out FILE.pdf|docx',
  options: { week: { type: 'string' }, out: { type: 'string' } },
  async run(context) {
    if (context.arguments[0] !== 'weekly-meeting')
      throw ruleViolated('unknown-report', { reports: 'weekly-meeting' });
    const out = resolve(wanted(context, 'out'));
    const format = (['pdf', 'docx'] as const).find((known) => out.endsWith(`.${known}`));
    if (!format) throw ruleViolated('export-format', { formats: 'pdf, docx' });
    await writeFile(out, '', { flag: 'a' }).catch(() => {
      throw ruleViolated('cannot-write', { file: out });
    });
    const core = await context.open();
    const actor = await commandLineActor(core);
    const week =
      typeof context.options['week'] === 'string' ? context.options['week'] : weekOf(core.clock.today());
    const { id, number } = (await core.call('meeting.open', { week }, { actor })) as {
      id: number;
      number: string;
    };
    const { jobId } = (await core.call('meeting.print', { id, format }, { actor })) as { jobId: number };
    const job = await core.jobs.ended(jobId);
    const file = await core.jobs.filePath(jobId);
    if (job?.state !== 'done' || !file)
      throw new DeskError(job?.error ?? { code: 'unavailable', reason: 'worker-failed' });
    await copyFile(file.path, out);
    return { status: 0, value: { meeting: number, file: out, ...job.result } };
  },
};
