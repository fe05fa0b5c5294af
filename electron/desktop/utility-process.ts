import { utilityProcess } from 'electron';
import { fileURLToPath } from 'node:url';
import type { WorkerPlace } from '../workers/worker-link.ts';
import type { WorkerMessage } from '../workers/worker-messages.ts';

/**
 * In a utility process of Electron, which Chromium ends with the program. The fuses keep the binary from running as Node, so
 * `inProcess` is not to be had here.
 */
export const inUtilityProcess: WorkerPlace = ({ url, args = [] }, events) => {
  const child = utilityProcess.fork(fileURLToPath(url), [...args], {
    serviceName: '经营台 print',
    stdio: 'ignore',
  });
  child.on('message', (message: WorkerMessage) => events.message(message));
  child.on('exit', (code) => events.exited(`code ${code}`));
  return {
    post: (message) => child.postMessage(message, []),
    end: () => void child.kill(),
    // Electron waits for nobody.
    hold: () => undefined,
    release: () => undefined,
  };
};
