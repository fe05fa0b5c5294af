import { copyFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DeskFile } from '#shared/features/job/job.contract.ts';
import { weekOf, yearOf } from '#shared/kernel/period.ts';
import type { PaperFormat } from '#shared/rpc/paper.ts';
import { DeskError, invalidField, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Actor } from '#electron/kernel/handler.ts';
import type { Core } from '../core.ts';
import { commandLineActor, wanted, type Command, type CommandContext } from './command.ts';

type Paper = {
  readonly core: Core;
  readonly actor: Actor;
  readonly format: PaperFormat;
  readonly out: string;
};
type Print = (paper: Paper, options: CommandContext['options']) => Promise<object>;

/** The minutes of a week; a week whose meeting nobody opened is opened as a draft with its figures. */
const printMeeting: Print = async ({ core, actor, format, out }, options) => {
  const week = typeof options['week'] === 'string' ? options['week'] : weekOf(core.clock.today());
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
  return { meeting: number, file: out, ...job.result };
};

/** 经营墙 of a year. */
const printWall: Print = async ({ core, actor, format, out }, options) => {
  const { year: asked } = options;
  const year = typeof asked === 'string' ? Number(asked) : yearOf(core.clock.today());
  if (!Number.isInteger(year)) throw invalidField('year', 'not-a-period');
  const paper = (await core.call('indicator.printWall', { year, format }, { actor })) as DeskFile;
  await writeFile(out, new Uint8Array(await paper.arrayBuffer()));
  return { year, file: out };
};

const reports: Readonly<Record<string, Print>> = { 'weekly-meeting': printMeeting, wall: printWall };

/** Prints a paper of the store into a file. */
export const reportCommand: Command = {
  usage: 'report weekly-meeting [--week 2026-W47] | wall [--year 2026]  --out FILE.pdf|docx',
  options: { week: { type: 'string' }, year: { type: 'string' }, out: { type: 'string' } },
  async run(context) {
    const print = reports[context.arguments[0] ?? ''];
    if (!print) throw ruleViolated('unknown-report', { reports: Object.keys(reports).join(', ') });
    const out = resolve(wanted(context, 'out'));
    const format = (['pdf', 'docx'] as const).find((known) => out.endsWith(`.${known}`));
    if (!format) throw ruleViolated('export-format', { formats: 'pdf, docx' });
    await writeFile(out, '', { flag: 'a' }).catch(() => {
      throw ruleViolated('cannot-write', { file: out });
    });
    const core = await context.open();
    const actor = await commandLineActor(core);
    return { status: 0, value: await print({ core, actor, format, out }, context.options) };
  },
};
