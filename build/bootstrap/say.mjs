/**
 * Sentences of the launcher. They go to stderr, so that stdout carries results only
 * (`npm run desk -- … --json` stays readable by programs).
 * @param {string} zh Chinese sentence
 * @param {string} en the same in English
 */
export function say(zh, en) {
  process.stderr.write(`${zh} ${en}\n`);
}

/** An expected failure of the launcher: shown as one sentence, without a stack. */
export class LauncherError extends Error {
  /**
   * @param {string} zh
   * @param {string} en
   * @param {string} [detail] output of the program that failed
   */
  constructor(zh, en, detail) {
    super(`${zh} ${en}`);
    this.name = 'LauncherError';
    this.detail = detail;
  }
}

/**
 * The last lines of a captured output, for error messages.
 * @param {string} text
 * @param {number} [count]
 */
export function lastLines(text, count = 40) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
