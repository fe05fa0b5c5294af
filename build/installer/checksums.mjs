import { createHash } from 'node:crypto';
import { createReadStream, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * Writes `<package>.sha256` beside every package, as sha256sum does: the program's update from a file asks for it.
 * @param {{ artifactPaths: readonly string[] }} result what electron-builder made
 * @returns {Promise<string[]>} the files written
 */
export default async function writeChecksums({ artifactPaths }) {
  const packages = artifactPaths.filter((path) => /\.(exe|zip|AppImage|deb)$/.test(path));
  return Promise.all(
    packages.map(async (path) => {
      const hash = createHash('sha256');
      await pipeline(createReadStream(path), hash);
      const file = `${path}.sha256`;
      writeFileSync(file, `${hash.digest('hex')}  ${basename(path)}\n`);
      return file;
    }),
  );
}
