import { openCore } from '#electron/core.ts';
import { onFaultPoint } from '#electron/kernel/fault-point.ts';

/**
 * Does one operation and kills itself at its n-th fault point; prints `unharmed` when there is no n-th one.
 * Arguments: data folder, operation (open | backup | restore PATH), n.
 */
const [, , dataFolder = '', operation = '', n = '1', path = ''] = process.argv;
let left = Number(n);
onFaultPoint(() => {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
});
const core = await openCore({ dataFolder, ballastBytes: 0 });
if (operation === 'backup') await core.backups.run('manual');
if (operation === 'restore')
  await core.restore({ path, withoutManifest: false, by: { personId: 1, name: '甲' } });
await core.close();
process.stdout.write('unharmed\n');
