import { readFile } from 'node:fs/promises';
import type { jobContract } from '#shared/features/job/job.contract.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import { eventStream, type Events } from '#electron/kernel/events.ts';
import type { Actor, HandlersOf } from '#electron/kernel/handler.ts';
import type { Jobs } from '#electron/kernel/jobs.ts';

/** A person sees the own jobs, an owner or manager all of them. */
const mine = (actor: Actor, personId: number | null): boolean =>
  personId === actor.personId || actor.roles.includes('owner') || actor.roles.includes('manager');

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
    return new File([await readFile(file.path)], file.name);
  },
  events: async (_input, { signal }) => eventStream(events, signal),
});
