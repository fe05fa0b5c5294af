import type { SimulationResult } from '#shared/features/simulation/simulation.content.ts';
import { simulation, type SimulationOrder } from '#shared/features/simulation/simulation.rules.ts';
import {
  firstMonthBefore,
  simulationCalendar,
} from '#shared/features/simulation/simulation-calendar.rules.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import type { WorkerRun } from '#electron/workers/worker-protocol.ts';
import { readHistory } from './simulation.history.ts';

/** Reads the store's history and runs the order over it; in a worker, on its own connection. Error: `cancelled`. */
export async function runSimulation(
  sqlite: Sqlite,
  order: SimulationOrder,
  run: WorkerRun,
): Promise<SimulationResult> {
  const { months } = order.assumptions;
  const calendar = simulationCalendar(firstMonthBefore(order.ranOn, months), months);
  const history = await readHistory(sqlite, order.assumptions, calendar, async (rows) => {
    run.progress(rows, 0, 'reading');
    await run.checkpoint();
  });
  const reckoning = simulation(order, history, calendar);
  for (;;) {
    const { done, value } = reckoning.next();
    if (done) return value;
    run.progress(value, history.customers.length, 'reckoning');
    await run.checkpoint();
  }
}
