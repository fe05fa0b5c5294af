/** @typedef {{ name: string, reason: string }} Skip */
/** @typedef {{ passed: number, failed: number, skipped: Skip[], failures: string[] }} Counted */

/** @returns {Counted} */
export function nothing() {
  return { passed: 0, failed: 0, skipped: [], failures: [] };
}

/**
 * A step that is one check as a whole (types, lint, format, unused, build).
 * @param {string} name
 * @param {number} status exit status
 * @returns {Counted}
 */
export function oneCheck(name, status) {
  return status === 0 ? { ...nothing(), passed: 1 } : { ...nothing(), failed: 1, failures: [name] };
}

/**
 * What a test runner reported, made to agree with its exit status: a runner that failed without a failed test
 * (or without a report) counts as one failure, never as none.
 * @param {string} name of the step
 * @param {number} status
 * @param {Counted | undefined} counted
 * @returns {Counted}
 */
export function agreeing(name, status, counted) {
  const known = counted ?? nothing();
  if (known.failed > 0 || (status === 0 && counted)) return known;
  return {
    ...known,
    failed: 1,
    failures: [`${name} (exit status ${status}${counted ? '' : ', no report'})`],
  };
}

/**
 * @typedef {{ type: string, description?: string }} Annotation
 * @typedef {{ status: 'expected' | 'unexpected' | 'flaky' | 'skipped', projectName?: string, annotations?: Annotation[] }} PlaywrightTest
 * @typedef {{ title: string, tests: PlaywrightTest[] }} Spec
 * @typedef {{ title: string, specs?: Spec[], suites?: Suite[] }} Suite
 * @typedef {{ suites?: Suite[], errors?: { message?: string }[] }} PlaywrightReport
 */

/**
 * @param {PlaywrightReport} report Playwright's JSON
 * @returns {Counted}
 */
export function ofPlaywright(report) {
  const counted = nothing();
  for (const error of report.errors ?? []) {
    counted.failed += 1;
    counted.failures.push(firstLine(error.message));
  }
  const walk = (/** @type {Suite} */ suite, /** @type {string[]} */ above) => {
    const titles = [...above, suite.title].filter(Boolean);
    for (const spec of suite.specs ?? []) {
      const name = [...titles, spec.title].join(' > ');
      for (const test of spec.tests) countTest(counted, name, test);
    }
    for (const inner of suite.suites ?? []) walk(inner, titles);
  };
  for (const suite of report.suites ?? []) walk(suite, []);
  return counted;
}

/**
 * @param {Counted} counted
 * @param {string} name
 * @param {PlaywrightTest} test
 */
function countTest(counted, name, test) {
  if (test.status === 'skipped') {
    const reason = test.annotations?.find((each) => ['skip', 'fixme'].includes(each.type))?.description ?? '';
    counted.skipped.push({ name, reason });
  } else if (test.status === 'unexpected') {
    counted.failed += 1;
    counted.failures.push(name);
  } else counted.passed += 1;
}

/** @param {string | undefined} text */
function firstLine(text) {
  return (text ?? '?').split('\n', 1)[0] ?? '?';
}

/**
 * @param {readonly Counted[]} parts
 * @returns {Counted}
 */
export function sum(parts) {
  return {
    passed: parts.reduce((total, part) => total + part.passed, 0),
    failed: parts.reduce((total, part) => total + part.failed, 0),
    skipped: parts.flatMap((part) => part.skipped),
    failures: parts.flatMap((part) => part.failures),
  };
}

/**
 * The end of a test run: what failed, what was skipped and why, and the totals as the last line.
 * @param {Counted} total
 * @returns {string[]}
 */
export function closing(total) {
  const skipped = total.skipped.map(({ name, reason }) => `skipped: ${name}${reason ? ` — ${reason}` : ''}`);
  const failed = total.failures.map((name) => `failed: ${name}`);
  const counts = `${total.passed} passed, ${total.failed} failed`;
  return [
    ...skipped,
    ...failed,
    total.skipped.length > 0 ? `${counts}, ${total.skipped.length} skipped` : counts,
  ];
}
