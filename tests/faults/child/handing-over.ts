import { openCore } from '#electron/core.ts';
import { onFaultPoint } from '#electron/kernel/fault-point.ts';
import { serveHttp } from '#electron/transports/http.ts';
import { httpClient } from '#renderer/transport/client.ts';
import { fixedClock } from '#electron/kernel/clock.ts';
import { strokePicture } from '#tests/support/test-pictures.ts';

/**
 * Hands over the delivery of a store: folder, name, password, id of the delivery, point. Stands still at the fault point
 * inside the transaction, or once the hand-over is acknowledged, until it is killed.
 */
const [dataFolder = '', login = '', password = '', id = '', point = ''] = process.argv.slice(2);
const core = await openCore({
  dataFolder,
  clock: fixedClock('2026-11-18T02:00:00.000Z'),
  passwordCost: { exponent: 10 },
  ballastBytes: 0,
});
const { url } = await serveHttp(core, { port: 0, pageFolder: dataFolder });
let token: string | undefined;
const client = httpClient(url.replace(/\/$/u, ''), () => token);
({ token } = await client.session.signIn({ login, password }));

/** Nothing of this process runs any more: it can only be killed. */
function standStill(at: string): void {
  process.stdout.write(`${at}\n`);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
onFaultPoint((name) => {
  if (name === point) standStill(name);
});
const { version } = await client.delivery.view({ id: Number(id) });
const { bytes } = strokePicture();
const file = new File([Buffer.from(bytes)], 'signature.png', { type: 'image/png' });
await client.delivery.handOver({ id: Number(id), version, way: 'screen', name: '李师傅', file });
standStill('done');
