import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { workerFile } from '../workers/worker-files.ts';
import type { ReportServiceOptions } from './report-service.ts';

/** Where the report worker and its fonts lie, in a checkout and in the installed program (fonts outside the asar). */
export function reportFiles(): Pick<ReportServiceOptions, 'workerUrl' | 'fontFolder'> {
  const fonts = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json');
  return {
    workerUrl: workerFile('report-worker'),
    fontFolder: dirname(fonts).replace(/app\.asar(?=[\\/])/u, 'app.asar.unpacked'),
  };
}
