// A large invented district in a data folder of its own, and a server over it in a process of its own, for trials.
import { execFileSync, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { act, openDesk } from '../packages/desk/dist/src/index.js';

const OPERATOR = 'operator-key-of-the-trials';

/** A data folder with an invented district of so many sites; or `data`, where one is named that is there. */
export async function loadedData({ sites, seed, data }) {
  if (data !== undefined) return { data, remove: () => {} };
  const own = mkdtempSync(join(tmpdir(), 'westgate-trial-'));
  const [district, made] = [join(own, 'district'), join(own, 'data')];
  const make = fileURLToPath(new URL('../tools/make-district.mjs', import.meta.url));
  execFileSync(process.execPath, [make, '--sites', String(sites), '--seed', String(seed), '--out', district]);
  const desk = await openDesk({ dataDir: made, districtFolder: district });
  const report = { title: { zh: null, en: 'Trial' }, asOf: null, plan: null, monthly: null };
  await act(desk, 'make-report', report, { who: 'trial' }, { today: '2025-01-01', reader: null, name: 'trial' });
  await desk.close();
  return { data: made, district, remove: () => rmSync(own, { recursive: true, force: true }) };
}

/** A server over `data`: where it answers, the first id of each table, and what it tells of itself when it is looked at. */
export async function startTrialServer(data, limits = {}) {
  const server = fileURLToPath(new URL('./answers-server.mjs', import.meta.url));
  const child = fork(server, [data, JSON.stringify(limits)], { execArgv: ['--expose-gc'] });
  const next = () => new Promise((resolve) => child.once('message', resolve));
  const { address, ids, places } = await next();
  const told = (message) => {
    const answer = next();
    child.send(message);
    return answer;
  };
  const headers = { authorization: `Bearer ${OPERATOR}` };
  return {
    address,
    ids,
    places,
    headers,
    /** Memory in bytes, what is under way, and the longest turn of the loop since the look before. */
    look: () => told('look'),
    /** The same after its garbage was collected. */
    settle: () => told('settle'),
    close() {
      const closed = new Promise((resolve) => child.once('exit', resolve));
      child.send('close');
      return closed;
    },
  };
}
