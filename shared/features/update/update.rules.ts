/** A package of the program by its file name, as electron-builder.yml names it. */
export type Installer = {
  readonly version: string;
  readonly system: 'win32' | 'linux';
  /** As Node names it. */
  readonly arch: string;
};

const patterns: readonly (readonly [Installer['system'], RegExp])[] = [
  ['win32', /^dealer-desk-setup-(?<version>\d+\.\d+\.\d+)-(?<arch>\w+)\.exe$/u],
  ['win32', /^dealer-desk-(?<version>\d+\.\d+\.\d+)-win-(?<arch>\w+)\.zip$/u],
  ['linux', /^dealer-desk-(?<version>\d+\.\d+\.\d+)-linux-(?<arch>\w+)\.(?:AppImage|deb)$/u],
];
/** Linux packages name processors in their own way. */
const archNames: Readonly<Record<string, string>> = { x86_64: 'x64', amd64: 'x64', aarch64: 'arm64' };

/** What a file name says; undefined when it is none of ours. */
export function installerOf(fileName: string): Installer | undefined {
  for (const [system, pattern] of patterns) {
    const { version, arch } = pattern.exec(fileName)?.groups ?? {};
    if (version && arch) return { version, system, arch: archNames[arch] ?? arch };
  }
  return undefined;
}

/** Whether version `a` comes after version `b`; both of the form 1.2.3. */
export function isNewer(a: string, b: string): boolean {
  const [one, other] = [a.split('.').map(Number), b.split('.').map(Number)];
  const at = one.findIndex((part, index) => part !== other[index]);
  return at !== -1 && (one[at] ?? 0) > (other[at] ?? 0);
}

/**
 * The SHA-256 that a checksum file tells of a file: a bare sum, or a line `<sum>  <name>` as sha256sum writes it.
 * Lower-case hexadecimal; undefined when it tells none.
 */
export function checksumOf(text: string, fileName: string): string | undefined {
  for (const line of text.replace(/^\uFEFF/u, '').split(/\r?\n/u)) {
    const found = /^(?<sum>[0-9a-f]{64})(?:[ \t]+\*?(?<name>.+))?$/iu.exec(line.trim())?.groups;
    if (found?.['sum'] && (found['name'] ?? fileName) === fileName) return found['sum'].toLowerCase();
  }
  return undefined;
}
