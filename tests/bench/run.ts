import { parseArgs } from 'node:util';
import { isMet, lineOf, ratioOf, type Bench, type Figure } from './bench.ts';

/** `npm run bench [-- NAME…] [--json]`: figures beside their limits. Names choose benches by their beginning. */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });

const load: Record<string, () => Promise<Bench>> = {
  import: async () => (await import('./import.bench.ts')).importBench,
  list: async () => (await import('./list.bench.ts')).listBench,
  million: async () => (await import('./list.bench.ts')).millionBench,
  export: async () => (await import('./export.bench.ts')).exportBench,
  pack: async () => (await import('./pack.bench.ts')).packBench,
  minutes: async () => (await import('./minutes.bench.ts')).minutesBench,
  start: async () => (await import('./start.bench.ts')).startBench,
  memory: async () => (await import('./memory.bench.ts')).memoryBench,
  backup: async () => (await import('./backup.bench.ts')).backupBench,
  sheet: async () => (await import('./sheet.bench.ts')).sheetBench,
  book: async () => (await import('./book.bench.ts')).bookBench,
  complaint: async () => (await import('./complaint.bench.ts')).complaintBench,
  membership: async () => (await import('./membership.bench.ts')).membershipBench,
  simulation: async () => (await import('./simulation.bench.ts')).simulationBench,
  goal: async () => (await import('./goal.bench.ts')).goalBench,
  wall: async () => (await import('./wall.bench.ts')).wallBench,
  duplicate: async () => (await import('./duplicate.bench.ts')).duplicateBench,
  reminder: async () => (await import('./reminder.bench.ts')).reminderBench,
  'reminder-million': async () => (await import('./reminder.bench.ts')).reminderMillionBench,
  'reminder-fleets': async () => (await import('./reminder.bench.ts')).reminderFleetsBench,
  portrait: async () => (await import('./portrait.bench.ts')).portraitBench,
  campaign: async () => (await import('./campaign.bench.ts')).campaignBench,
  inspection: async () => (await import('./inspection.bench.ts')).inspectionBench,
};

const figures: Figure[] = [];
let failed = false;
for (const [name, bench] of Object.entries(load)) {
  if (positionals.length > 0 && !positionals.some((wanted) => name.startsWith(wanted))) continue;
  try {
    await (
      await bench()
    ).run((figure) => {
      figures.push(figure);
      if (!values.json) console.log(lineOf(figure));
    });
  } catch (error) {
    failed = true;
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
if (values.json) {
  const rows = figures.map((figure) => ({
    name: figure.name,
    value: figure.value,
    unit: figure.unit,
    limit: figure.limit,
    ratio: ratioOf(figure),
    target: figure.target,
    met: isMet(figure),
  }));
  console.log(JSON.stringify(rows, null, 1));
}
process.exitCode = failed ? 1 : 0;
