import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';

/**
 * What main.ts and preload.ts use of Electron, for machines without its binary: real emitters, and a record of what the
 * program asked for. Nothing here decides anything.
 */
export const asked: {
  schemes: unknown[];
  handled: Map<string, (request: { url: string }) => Promise<Response>>;
  windows: BrowserWindow[];
  opened: string[];
  errors: string[];
  exposed: Map<string, unknown>;
  posted: { channel: string; ports: unknown[] }[];
  permission: { request?: (...args: unknown[]) => void; check?: () => boolean };
  quits: number;
  /** What the person chooses in the next dialog for a file. */
  chosen: string[];
} = {
  schemes: [],
  handled: new Map(),
  windows: [],
  opened: [],
  errors: [],
  exposed: new Map(),
  posted: [],
  permission: {},
  quits: 0,
  chosen: [],
};

class App extends EventEmitter {
  whenReady = async (): Promise<void> => undefined;
  requestSingleInstanceLock = (): boolean => true;
  getLocale = (): string => 'zh-CN';
  getVersion = (): string => '0.0.0';
  isPackaged = false;
  quit(): void {
    asked.quits += 1;
    this.emit('will-quit', { preventDefault: () => undefined });
  }
  exit(): void {
    asked.quits += 1;
  }
}

export const app = new App();
export const ipcMain = new EventEmitter();
export const ipcRenderer = {
  postMessage: (channel: string, _message: unknown, ports: unknown[]): void =>
    void asked.posted.push({ channel, ports }),
};
export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown): void => void asked.exposed.set(name, value),
};
export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]): void => void asked.schemes.push(...schemes),
  handle: (scheme: string, handler: (request: { url: string }) => Promise<Response>): void =>
    void asked.handled.set(scheme, handler),
};
export const dialog = {
  showErrorBox: (_title: string, text: string): void => void asked.errors.push(text),
  showOpenDialog: async (): Promise<{ filePaths: string[] }> => ({ filePaths: asked.chosen.splice(0) }),
};
export const shell = { openExternal: async (url: string): Promise<void> => void asked.opened.push(url) };
export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: (...args: unknown[]) => void): void =>
      void (asked.permission.request = handler),
    setPermissionCheckHandler: (handler: () => boolean): void => void (asked.permission.check = handler),
  },
};

export class BrowserWindow extends EventEmitter {
  readonly options: { webPreferences?: Record<string, unknown> };
  address = '';
  shown = false;
  constructor(options: { webPreferences?: Record<string, unknown> }) {
    super();
    this.options = options;
    asked.windows.push(this);
  }
  loadURL = async (address: string): Promise<void> => void (this.address = address);
  show(): void {
    this.shown = true;
  }
}

/** A process of Node that finds `process.parentPort`, as one of Electron does. */
class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;
  constructor(path: string, args: readonly string[]) {
    super();
    const port = new URL('utility-port.ts', import.meta.url).href;
    this.#child = fork(path, args, {
      serialization: 'advanced',
      execArgv: ['--import', port],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('exit', (code) => this.emit('exit', code ?? 1));
  }
  postMessage(message: object): void {
    this.#child.send(message);
  }
  kill = (): boolean => this.#child.kill();
}

export const utilityProcess = {
  fork: (path: string, args: readonly string[]): UtilityProcess => new UtilityProcess(path, args),
};
