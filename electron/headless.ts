import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Entry of the program without a window. It imports nothing of the program by name: what is compiled after the next
 * line is kept beside the bundle for the next start (a folder that cannot be written just keeps nothing), and goes with
 * the bundle when that is built anew.
 */
if (import.meta.url.endsWith('.js')) enableCompileCache(fileURLToPath(new URL('compiled', import.meta.url)));
const { runProgram } = await import('./command-line/program.ts');
await runProgram(process.argv.slice(2));
