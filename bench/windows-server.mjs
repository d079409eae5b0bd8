// A server of the build in the folder ROOT over a new data folder, for bench/windows.mjs: `node bench/windows-server.mjs ROOT DATA DISTRICT`. Prints one
// line of JSON when it answers; a line on standard input prints the milliseconds of processor that it has taken.
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [root, dataDir, districtFolder] = process.argv.slice(2);
const part = (name) => import(pathToFileURL(join(root, name, 'dist/src/index.js')).href);
const [{ openDesk }, { startServer }] = await Promise.all([part('packages/desk'), part('apps/server')]);
const desk = await openDesk({ dataDir, districtFolder });
const most = 1e6;
const server = await startServer({
  desk,
  host: '127.0.0.1',
  port: 0,
  webDir: join(root, 'apps/web/dist/site'),
  limits: {
    addressReadsAMinute: 1e9,
    addressWritesAMinute: 1e9,
    connections: most,
    connectionsAnAddress: most,
    streams: most,
    streamsAnAddress: most,
  },
});
console.log(JSON.stringify({ address: server.address, project: [...desk.register.project.keys()][0] }));
for await (const _line of createInterface({ input: process.stdin })) {
  const { user, system } = process.cpuUsage();
  console.log((user + system) / 1000);
}
await server.close();
await desk.close();
