/** The rules of the house as data, over paths and their imports; fed with the real tree and with planted violations. */
export type SourceFile = { readonly path: string; readonly source: string };

const areas = ['shared', 'migrations', 'electron', 'renderer', 'tests', 'build'] as const;

/** Which areas an area may import. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  migrations: ['migrations'],
  electron: ['electron', 'shared', 'migrations'],
  renderer: ['renderer', 'shared'],
  tests: [...areas],
  build: ['build'],
};

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gu;

/** Paths of the tree that a file imports, and the packages by name. */
export function importsOf({ path, source }: SourceFile): { files: string[]; packages: string[] } {
  const files: string[] = [];
  const packages: string[] = [];
  for (const match of source.matchAll(importPattern)) {
    const wanted = (match[1] ?? match[2] ?? '').replace(/\?raw$/u, '');
    if (wanted.startsWith('#')) files.push(wanted.slice(1));
    else if (wanted.startsWith('.')) files.push(new URL(wanted, `file:///${path}`).pathname.slice(1));
    else packages.push(wanted);
  }
  return { files, packages };
}

const areaOf = (path: string): string => path.split('/')[0] ?? '';
const roleOf = (path: string): string => /\.(\w+)\.tsx?$/u.exec(path)?.[1] ?? '';
const featureOf = (path: string): string | undefined =>
  /^(?:electron|renderer|shared)\/features\/([^/]+)\//u.exec(path)?.[1];

/** Inside a feature of electron: who may import whom. A role that is not listed here is a helper of handlers. */
const below: Readonly<Record<string, readonly string[]>> = {
  table: [],
  repository: ['table', 'record', 'repository'],
};

/** What breaks the rules, one sentence each. */
export function violations(files: readonly SourceFile[]): string[] {
  const found: string[] = [];
  const known = new Set(files.map((file) => file.path));
  const graph = new Map<string, string[]>();
  for (const file of files) {
    const { path } = file;
    const area = areaOf(path);
    const { files: imported, packages } = importsOf(file);
    graph.set(
      path,
      imported.filter((target) => known.has(target)),
    );
    for (const target of imported) {
      if (!mayImport[area]?.includes(areaOf(target)))
        found.push(`${path} imports ${target}: ${area} may not`);
      if (
        /^(?:electron|renderer)\/(?:kernel|components|hooks|charts)\//u.test(path) &&
        featureOf(target) &&
        areaOf(target) === area
      )
        found.push(`${path} knows the feature ${target}`);
      const role = roleOf(path);
      if (
        area === 'electron' &&
        featureOf(path) !== undefined &&
        featureOf(path) === featureOf(target) &&
        areaOf(target) === 'electron' &&
        below[role] &&
        !below[role].includes(roleOf(target)) &&
        roleOf(target) !== ''
      )
        found.push(`${path} imports ${target}: a ${role} may not`);
      if (/\/(?:index)\.tsx?$/u.test(target)) found.push(`${path} imports the barrel ${target}`);
    }
    for (const name of packages) {
      if (
        name === 'electron' &&
        !/^electron\/(?:main|preload|desktop\/|transports\/window-port)/u.test(path) &&
        area !== 'tests'
      )
        found.push(`${path} imports electron`);
      if (
        name === 'node:http' &&
        path !== 'electron/transports/http.ts' &&
        area !== 'tests' &&
        area !== 'build'
      )
        found.push(`${path} imports node:http`);
      if (area === 'shared' && (name.startsWith('node:') || name === 'react' || name === 'kysely'))
        found.push(`${path} imports ${name}: shared is pure`);
      if (area === 'renderer' && (name.startsWith('node:') || name === 'kysely' || name === 'better-sqlite3'))
        found.push(`${path} imports ${name}`);
      if (
        area === 'renderer' &&
        name.startsWith('@orpc/') &&
        !/^renderer\/(?:transport|components\/record-list\/record)/u.test(path)
      )
        found.push(`${path} imports ${name}: only the transport may`);
    }
    if (area === 'shared' && /\bnew Date\(|\bDate\.now\(|\bMath\.random\(/u.test(file.source))
      found.push(`${path} asks the clock or chance: shared is pure`);
    if (
      area === 'renderer' &&
      /\bdesk\.\w+\.\w+\(|\bcalls\.\w+\.\w+\.(?:query|mutation)Options\(/u.test(file.source) &&
      path.endsWith('.screen.tsx')
    )
      found.push(`${path} calls the core: only *.queries may`);
  }
  return [...found, ...cyclesIn(graph)];
}

function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      cycles.push(`cycle: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}`);
      return;
    }
    state.set(path, 'open');
    for (const target of graph.get(path) ?? []) walk(target, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of graph.keys()) walk(path, []);
  return cycles;
}
