import { writeFileSync } from 'node:fs';

/** @typedef {import('./totals.mjs').Counted} Counted */

/**
 * Writes what ran to the file named by DESK_TEST_REPORT. Vitest's own JSON does not say why a test was skipped.
 */
export default class TotalsReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly { message?: string }[]} unhandled errors outside of tests
   */
  onTestRunEnd(modules, unhandled) {
    /** @type {Counted} */
    const counted = {
      passed: 0,
      failed: unhandled.length,
      skipped: [],
      failures: unhandled.map((error) => `unhandled: ${error.message ?? '?'}`),
    };
    for (const module of modules) {
      for (const holder of [module, ...module.children.allSuites()]) {
        for (const error of holder.errors()) {
          counted.failed += 1;
          counted.failures.push(`${module.relativeModuleId}: ${error.message}`);
        }
      }
      for (const test of module.children.allTests()) {
        const result = test.result();
        const name = `${module.relativeModuleId} > ${test.fullName}`;
        if (result.state === 'passed') counted.passed += 1;
        else if (result.state === 'failed') {
          counted.failed += 1;
          counted.failures.push(name);
        } else counted.skipped.push({ name, reason: (result.state === 'skipped' && result.note) || '' });
      }
    }
    const file = process.env.DESK_TEST_REPORT;
    if (file) writeFileSync(file, JSON.stringify(counted));
  }
}
