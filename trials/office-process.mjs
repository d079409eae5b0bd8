// One process of an office on the database in DATABASE_URL, for trials/doors.mjs and trials/accounts.mjs, started by `fork`. Tells its port when
// it answers; a message `{offsetMs}` sets its clock off, `{close: true}` ends it.
import { startServer } from '../apps/server/dist/src/index.js';
import { inBackground } from '../packages/base/dist/src/index.js';
import { openDesk } from '../packages/desk/dist/src/index.js';

let offsetMs = 0;
const now = () => new Date(Date.now() + offsetMs);
const desk = await openDesk({ databaseUrl: process.env.DATABASE_URL, now });
const most = 1e9;
const server = await startServer({
  desk,
  host: '127.0.0.1',
  port: 0,
  webDir: null,
  logLevel: 'error',
  operatorKey: process.env.OPERATOR_KEY,
  origin: process.env.ORIGIN,
  now,
  limits: { readsAMinute: most, writesAMinute: most, addressReadsAMinute: most, addressWritesAMinute: most },
});
process.on('message', (message) => {
  if (typeof message.offsetMs === 'number') offsetMs = message.offsetMs;
  if (message.close) end();
});
process.on('disconnect', end);
process.send({ port: server.port });

/** Ends the process; what fails then is told, as of any process. */
function end() {
  inBackground('closing', close, (error) => {
    throw error;
  });
}

async function close() {
  await server.close();
  await desk.close();
  process.exit(0);
}
