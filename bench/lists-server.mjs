// A server over a data folder, or the database in DATABASE_URL, for bench/lists.mjs and bench/deeds.mjs, without a limit on requests:
// `node bench/lists-server.mjs DATA [DISTRICT]`. Prints one line of JSON when it answers;
// a line `memory` on standard input prints its memory in MB.
import { createInterface } from 'node:readline';
import { startServer } from '../apps/server/dist/src/index.js';
import { openDesk } from '../packages/desk/dist/src/index.js';

const [dataDir, districtFolder] = process.argv.slice(2);
const began = performance.now();
const desk = await openDesk({ dataDir, districtFolder, databaseUrl: process.env.DATABASE_URL || undefined });
const server = await startServer({
  desk,
  host: '127.0.0.1',
  port: 0,
  webDir: null,
  limits: { addressReadsAMinute: 1e9, addressWritesAMinute: 1e9 },
});
const { place, commitment } = desk.register;
console.log(
  JSON.stringify({
    address: server.address,
    openMs: performance.now() - began,
    places: place.size,
    commitments: commitment.size,
    rssMb: mb(),
  }),
);
for await (const line of createInterface({ input: process.stdin })) if (line === 'memory') console.log(mb());
await server.close();
await desk.close();

function mb() {
  return Math.round(process.memoryUsage().rss / 1e6);
}
