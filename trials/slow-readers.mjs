// Many who ask for the largest answers and take nothing, a byte now and then, or go away: memory before, at most and after, how long others wait
// meanwhile, and how soon all are let go. `npm run trial:slow-readers -- [--readers 100] [--rounds 3] [--sites 16500] [--seed 1] [--data DIR]`.
// Ends with 1 where memory grew by more than 150 MB at most or 30 MB at the end, or where something was still under way.
import { connect } from 'node:net';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { loadedData, startTrialServer } from './large-office.mjs';

const { values: asked } = parseArgs({
  options: {
    readers: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '3' },
    sites: { type: 'string', default: '16500' },
    seed: { type: 'string', default: '1' },
    data: { type: 'string' },
  },
});
const TAKEN_MS = 5_000;
/** At most: what 100 readers have of each their own, and garbage that was not collected yet. */
const [PEAK_BYTES, LEFT_BYTES] = [150e6, 30e6];
const folder = await loadedData(asked);
const office = await startTrialServer(folder.data, {
  takenMs: TAKEN_MS,
  downloadBytesAMinute: 1e12,
  addressDownloads: 1_000,
  allDownloads: 1_000,
});
const { port } = new URL(office.address);
const ASKED = ['/api/v1/publication', '/api/v1/district/export', '/api/v1/exports/places.csv', '/api/v1/commitments?limit=500'];
console.log(`${office.places} places, ${asked.readers} readers, load ${loadavg()[0].toFixed(1)}`);
for (const path of ASKED) await taken(path);
// The first round is for what a server makes once and keeps.
await storm();
const before = await settled();
let [peak, isLeft] = [before, false];
console.log(`${mb(before)} MB before`);
for (let round = 1; round <= Number(asked.rounds); round += 1) {
  const { most, waits, answers } = await storm();
  peak = Math.max(peak, most);
  isLeft ||= answers.taking + answers.downloads + answers.waitingBytes > 0;
  const waited = `${waits.length} others waited ${waits[waits.length >> 1].toFixed(0)} ms, at most ${waits.at(-1).toFixed(0)} ms`;
  console.log(`round ${round}: at most ${mb(most)} MB, ${waited}; under way then: ${JSON.stringify(answers)}`);
}
const after = await settled();
console.log(`${mb(peak - before)} MB more at most, ${mb(after - before)} MB more after`);
await office.close();
folder.remove();
process.exit(peak - before > PEAK_BYTES || after - before > LEFT_BYTES || isLeft ? 1 : 0);

/** All ask at once; what memory is used at most, how long others wait meanwhile, and what is under way when all should be let go. */
async function storm() {
  const sockets = Array.from({ length: Number(asked.readers) }, (_, index) => slowReader(ASKED[index % ASKED.length], index % 3));
  const waits = [];
  let most = 0;
  for (const until = Date.now() + TAKEN_MS * 2; Date.now() < until; await sleep(100)) {
    const began = performance.now();
    await taken('/api/v1/district');
    waits.push(performance.now() - began);
    most = Math.max(most, used(await office.look()));
  }
  const began = Date.now();
  let { answers } = await office.look();
  for (; answers.taking + answers.downloads > 0 && Date.now() - began < TAKEN_MS * 24; { answers } = await office.look()) await sleep(200);
  for (const socket of sockets) socket.destroy();
  return { most, waits: waits.sort((a, b) => a - b), answers };
}

/** Bytes in use once they stay the same: a server that was just opened makes ready what it will be asked. */
async function settled() {
  let last = used(await office.settle());
  for (let turn = 0; turn < 30; turn += 1) {
    await sleep(3_000);
    const now = used(await office.settle());
    if (Math.abs(now - last) < 1e6) return now;
    last = now;
  }
  return last;
}

async function taken(path) {
  const answer = await fetch(office.address + path, { headers: office.headers });
  for await (const _part of answer.body ?? []);
}

/** Takes nothing, a byte now and then, or goes away with the first byte. */
function slowReader(path, kind) {
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: ${office.headers.authorization}\r\n\r\n`);
  socket.pause();
  socket.on('error', () => undefined);
  if (kind === 1) {
    const reading = setInterval(() => socket.read(1), 1_000);
    socket.once('close', () => clearInterval(reading));
  }
  if (kind === 2) socket.once('readable', () => socket.destroy());
  return socket;
}

function used({ heapUsed, external }) {
  return heapUsed + external;
}

function mb(bytes) {
  return (bytes / 1e6).toFixed(0);
}
