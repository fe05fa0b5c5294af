import { existsSync } from 'node:fs';
import { join } from 'node:path';

const archNames = ['ia32', 'x64', 'armv7l', 'arm64', 'universal'];

/**
 * The native files that the packed program needs on its system.
 * @param {string} platform as electron-builder names it
 * @param {string} arch
 */
export function nativeFiles(platform, arch) {
  const typst = { win32: `win32-${arch}-msvc`, linux: `linux-${arch}-gnu`, darwin: `darwin-${arch}` }[
    platform
  ];
  return [
    `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`,
    `node_modules/@myriaddreamin/typst-ts-node-compiler-${typst}/package.json`,
    `node_modules/@img/sharp-${platform}-${arch}/package.json`,
  ];
}

/**
 * Refuses to make a package whose database, print engine or photo engine is missing: npm installs only this system's native parts,
 * so a Windows installer made on Linux would print nothing. DESK_PACK_INCOMPLETE=1 allows it for checks of the contents.
 * @param {{ electronPlatformName: string, arch: number, packager: { projectDir: string } }} context
 */
export default function beforePack(context) {
  const arch = archNames[context.arch] ?? 'x64';
  const missing = nativeFiles(context.electronPlatformName, arch).filter(
    (file) => !existsSync(join(context.packager.projectDir, file)),
  );
  if (missing.length > 0 && process.env.DESK_PACK_INCOMPLETE !== '1') {
    throw new Error(
      `not installed for ${context.electronPlatformName}-${arch}: ${missing.join(', ')} (pack on that system, or install with npm ci --os --cpu)`,
    );
  }
}
