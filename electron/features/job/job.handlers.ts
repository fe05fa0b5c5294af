import { readFile } from 'node:fs/promises';
import type { DeskEvent, jobContract } from '#shared/features/job/job.contract.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import { eventStream, type Events } from '#electron/kernel/events.ts';
import type { Actor, HandlersOf, QueryContext } from '#electron/kernel/handler.ts';
import type { Jobs } from '#electron/kernel/jobs.ts';

/** A person sees the own jobs, an owner or manager all of them. */
const mine = (actor: Actor, personId: number | null): boolean =>
  personId === actor.personId || actor.roles.includes('owner') || actor.roles.includes('manager');

/** The session is still there and its account in use; the command line has no session. */
async function stillSignedIn({ actor, reader, clock }: QueryContext): Promise<boolean> {
  if (actor.sessionKey === '') return true;
  const row = await reader
    .selectFrom('session')
    .innerJoin('account', 'account.personId', 'session.personId')
    .select('session.expiresAt')
    .where('session.tokenHash', '=', actor.sessionKey)
    .where('account.active', '=', 1)
    .executeTakeFirst()
    .catch(() => undefined); // another store was opened meanwhile: its sessions ended
  return row !== undefined && row.expiresAt > clock.now();
}

/** What the person may hear: other people's jobs stay theirs, and the stream ends with the session. */
async function* heard(events: Events, context: QueryContext): AsyncGenerator<DeskEvent> {
  for await (const event of eventStream(events, context.signal)) {
    if (event.type === 'job' && !mine(context.actor, event.job.personId)) continue;
    if (event.type !== 'hello' && !(await stillSignedIn(context))) return;
    yield event;
  }
}

export const jobHandlers = (jobs: Jobs, events: Events): HandlersOf<typeof jobContract> => ({
  list: async (_input, { actor }) => (await jobs.list()).filter((job) => mine(actor, job.personId)),
  async get({ id }, { actor }) {
    const job = await jobs.get(id);
    if (!job || !mine(actor, job.personId)) throw notFound('job', id);
    return job;
  },
  async cancel({ id }, context) {
    const job = await jobs.get(id);
    if (!job || !context.actor || !mine(context.actor, job.personId)) throw notFound('job', id);
    const cancelled = jobs.cancel(id);
    await context.write(async ({ tell }) => tell('job', id));
    return { cancelled };
  },
  async file({ id }, { actor }) {
    const job = await jobs.get(id);
    const file = job && mine(actor, job.personId) ? await jobs.filePath(id) : undefined;
    if (!file) throw notFound('file', id);
    // Files of old jobs are thrown away after a while (kernel/old-files.ts).
    const bytes = await readFile(file.path).catch(() => {
      throw notFound('file', id);
    });
    return new File([bytes], file.name);
  },
  events: async (_input, context) => heard(events, context),
});
