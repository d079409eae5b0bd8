// The people of the trial, what they do, and what they must see of it.
import { setTimeout as sleep } from 'node:timers/promises';
import { BrowserWindow } from './browser-window.mjs';
import { quantile } from './figures.mjs';
import { westgate } from './serving.mjs';

const PASSWORD = 'a heron stands on the weir';
const PROJECT = 'silo-library';
const READS = [
  'district',
  'places',
  'projects',
  'commitments',
  'today',
  'coverage',
  'search?q=silo',
  'map/counts',
  'exceptions',
  'deeds?limit=20',
  'session',
];
/** A stream must have ended this long after the act was answered; on a busy machine the measured figure says more. */
const MOST_MS = 5_000;
/** What an office tells of a lost database may still be told this long after it is back. */
const AFTER_OUTAGE_MS = 15_000;
const HEARD_MS = 20_000;

/** The office as its people use it, over `servers`. */
export class Office {
  faults = [];
  windows = [];
  #servers;
  #random;
  #people = [];
  #ada;
  #writer;
  #rev = null;
  /** Deeds with when they were begun, by number. */
  #deeds = new Map();
  #outageUntil = 0;
  #isOut = false;
  #counts = { reads: 0, deeds: 0, refusedInOutage: 0, outages: 0, acts: new Map(), reopened: 0 };
  #endsMs = [];
  #sinceDemoted = new Map();

  constructor(servers, random) {
    this.#servers = servers;
    this.#random = random;
  }

  /** Gives accounts to an administrator, a writer and `count` others, who open `windowsEach` windows each. */
  async people(count, windowsEach, args, env) {
    const made = await westgate(['people', 'first', '--json', ...args], env);
    this.#ada = await this.#join({ link: JSON.parse(made).link, name: 'Ada' });
    this.#writer = await this.#invite('Writer', ['programme-office']);
    for (let index = 0; index < count; index += 1) {
      const person = await this.#invite(`Person ${index}`, ['auditor']);
      this.#people.push({ ...person, windowsEach });
      this.#openWindows(this.#people.at(-1));
    }
  }

  /** One read of somebody who is there. */
  async read() {
    const person = this.#pick(this.#people.filter(({ isAway }) => !isAway));
    if (!person) return;
    this.#counts.reads += 1;
    const answer = await this.#ask(this.#server(), 'GET', this.#pick(READS), undefined, person);
    const isExplained =
      answer.status === 200 || (answer.status === 401 && person.isAway) || (answer.status === 403 && person.role !== 'auditor');
    if (!isExplained) this.#fault(answer);
  }

  /** One deed of the writer. Gives its number; null where an outage refused it. */
  async deed() {
    const begun = performance.now();
    if (this.#rev === null) {
      const read = await this.#ask(this.#servers[0], 'GET', `projects/${PROJECT}`, undefined, this.#writer);
      if (read.status !== 200) return this.#fault(read);
      this.#rev = read.body.rev;
    }
    const body = { who: 'x', reason: '', fields: { note_en: `note ${Math.floor(this.#random() * 1e9)}` } };
    const done = await this.#ask(this.#server(), 'PATCH', `projects/${PROJECT}`, body, this.#writer, { 'if-match': `"${this.#rev}"` });
    if (done.status !== 200) {
      this.#rev = null;
      return this.#fault(done);
    }
    this.#rev += 1;
    this.#counts.deeds += 1;
    this.#deeds.set(done.body.seq, begun);
    return done.body.seq;
  }

  /** One act that takes a right away or gives it back, or a window that hangs up. */
  async act() {
    const person = this.#pick(this.#people);
    const acts = [
      ['sign-out', (where) => this.#ending(person, () => this.#ask(where, 'DELETE', 'session', {}, person))],
      [
        'end of all sessions',
        (where) => this.#ending(person, () => this.#ask(where, 'POST', `people/${person.id}/sign-out`, {}, this.#ada)),
      ],
      ['account closed', (where) => this.#close(person, where)],
      ['demoted and promoted', (where) => this.#demote(person, where)],
      ['token taken back', (where) => this.#token(person, where)],
      ['window hangs up', () => this.#hangUp()],
    ];
    const [name, work] = this.#pick(acts);
    await work(this.#server());
    this.#counts.acts.set(name, (this.#counts.acts.get(name) ?? 0) + 1);
  }

  /** Runs `work`, while which the database is not there, and waits until every process takes deeds again. */
  async outage(work) {
    this.#counts.outages += 1;
    this.#isOut = true;
    await work();
    for (const { address } of this.#servers) {
      for (let wait = 0; ; wait += 1) {
        const ready = await fetch(`${address}/readyz`).then((answer) => answer.json());
        if (ready.mode === 'ready') break;
        if (wait === 600) return this.faults.push('the database was there again and 60 s later no deed was taken');
        await sleep(100);
      }
    }
    this.#isOut = false;
    this.#outageUntil = performance.now() + AFTER_OUTAGE_MS;
  }

  /** Every window is open and hears one more deed. */
  async allHear() {
    const wanted = () => this.windows.filter(({ goneAt }) => goneAt === null);
    await this.#until(
      () => wanted().every(({ isOpen }) => isOpen),
      () => 'every window to be open',
    );
    const seq = await this.deed();
    await this.#until(
      () => wanted().every(({ lastId }) => Number(lastId) >= seq),
      () => `deed ${seq} in ${wanted().filter(({ lastId }) => !(Number(lastId) >= seq)).length} windows`,
    );
  }

  /** The processes are those that were started, never restarted, without a fault, and their log holds no line that nothing explains. */
  async checkProcesses() {
    for (const server of this.#servers) {
      const { restarts, faults } = await (await fetch(`${server.address}/readyz`)).json();
      if (!server.isSame() || restarts.count !== 0) this.faults.push(`process ${server.pid} did not live through it`);
      if (faults.requests + faults.background > 0 && this.#counts.outages === 0)
        this.faults.push(`/readyz tells ${JSON.stringify(faults)}`);
      const strange = server
        .log()
        .split('\n')
        .filter((line) => /Error|"level":(50|60|"error")|Warning/.test(line) && !/DATABASE_LOST|database server/i.test(line));
      if (strange.length > 0) this.faults.push(`the log says: ${strange.slice(0, 3).join(' | ')}`);
    }
  }

  told() {
    const { reads, deeds, refusedInOutage, outages, acts, reopened } = this.#counts;
    const ms = (share) => `${Math.round(quantile(this.#endsMs, share))} ms`;
    return [
      ['reads', String(reads)],
      ['deeds', String(deeds)],
      ...[...acts].map(([name, count]) => [name, String(count)]),
      ['restarts of the database', String(outages)],
      ['refused while it was away', String(refusedInOutage)],
      ['streams opened again', String(reopened)],
      ['from act to end of stream', `${this.#endsMs.length} ends, half within ${ms(0.5)}, 99 % ${ms(0.99)}, longest ${ms(1)}`],
      ['faults', String(this.faults.length)],
    ];
  }

  leave() {
    for (const window of this.windows) window.leave(true);
  }

  /** `act` takes the right of the person's windows; afterwards they come in again. */
  async #ending(person, act, windows = person.windows) {
    person.isAway = true;
    const done = await act();
    if (done.status !== 200) return this.#fault(done);
    const at = performance.now();
    for (const window of windows) window.goneAt = at;
    await this.#until(
      () => windows.every(({ isOpen }) => !isOpen),
      () => 'the streams of someone whose right went to end',
      MOST_MS,
    );
    for (const { endedAt } of windows) if (endedAt !== null) this.#endsMs.push(Math.max(0, endedAt - at));
    for (const window of windows) window.leave(true);
    await sleep(this.#random() * 1_000);
    if (windows === person.windows) await this.#comeIn(person);
    person.isAway = false;
  }

  async #close(person, where) {
    const by = { who: 'x', reason: '' };
    person.isClosed = true;
    await this.#ending(person, () => this.#ask(where, 'POST', `people/${person.id}/close`, by, this.#ada));
  }

  async #comeIn(person) {
    if (person.isClosed) {
      const opened = await this.#ask(this.#server(), 'POST', `people/${person.id}/reopen`, { who: 'x', reason: '' }, this.#ada);
      if (opened.status !== 200) this.#fault(opened);
      person.isClosed = false;
    }
    await this.#signIn(person);
    this.windows = this.windows.filter((window) => !person.windows.includes(window));
    this.#openWindows(person);
  }

  async #demote(person, where) {
    await this.#setRole(person, 'reader', where);
    this.#sinceDemoted.set(person, performance.now());
    await sleep(1_500);
    this.#sinceDemoted.delete(person);
    await this.#setRole(person, 'auditor', where);
  }

  async #setRole(person, role, where) {
    const people = await this.#ask(where, 'GET', 'people', undefined, this.#ada);
    const rev = people.body.items?.find(({ id }) => id === person.id)?.rev;
    if (role !== 'auditor') person.role = role;
    const body = { who: 'x', reason: '', fields: { roles: [role] } };
    const done = await this.#ask(where, 'PATCH', `people/${person.id}`, body, this.#ada, { 'if-match': `"${rev}"` });
    if (done.status !== 200) return this.#fault(done);
    person.role = role;
  }

  async #token(person, where) {
    const made = await this.#ask(where, 'POST', 'account/tokens', { name: 'soak', scopes: ['read'], days: 1, password: PASSWORD }, person);
    if (made.status !== 200) return this.#fault(made);
    const own = await this.#ask(where, 'GET', 'account', undefined, person);
    const window = this.#window(person, { authorization: `Bearer ${made.body.token}` }, this.#server());
    window.open();
    await this.#until(
      () => window.isOpen,
      () => 'the stream of a token',
    );
    const drop = async () => this.#ask(where, 'DELETE', `account/tokens/${own.body.tokens.at(-1).id}`, {}, person);
    await this.#ending(person, drop, [window]);
  }

  async #hangUp() {
    this.#pick(this.windows.filter(({ isOpen, goneAt }) => isOpen && goneAt === null))?.leave(false);
  }

  #openWindows(person) {
    person.windows = Array.from({ length: person.windowsEach }, (_, index) => {
      const server = this.#servers[index % this.#servers.length];
      return this.#window(person, { cookie: `westgate-${server.port}=${person.secret}` }, server);
    });
    this.windows.push(...person.windows);
    for (const window of person.windows) window.open();
  }

  #window(person, headers, { address }) {
    return new BrowserWindow(address, headers, {
      heard: (window, ids, text) => {
        const { goneAt } = window;
        const late = goneAt === null ? [] : ids.filter((id) => (this.#deeds.get(id) ?? 0) > goneAt);
        if (late.length > 0) this.faults.push(`deed ${late[0]}, begun after the right of a stream went, was heard on it`);
        if (goneAt !== null && performance.now() - goneAt > MOST_MS)
          this.faults.push('something was heard on a stream long after its right went');
        const since = this.#sinceDemoted.get(person) ?? Number.POSITIVE_INFINITY;
        if (ids.some((id) => (this.#deeds.get(id) ?? 0) > since) && text.includes('"revise"'))
          this.faults.push('someone who was demoted heard the whole of a deed');
      },
      ended: (window) => {
        const isExplained = window.goneAt !== null || person.isAway || window.isLeaving || this.#isOutage();
        if (!isExplained) this.faults.push('a stream ended whose right stands');
        if (window.goneAt === null) this.#counts.reopened += 1;
      },
      refused: (window, status) => {
        const isExplained = window.goneAt !== null || person.isAway || this.#isOutage();
        if (!isExplained) this.faults.push(`a stream was refused with ${status}`);
      },
    });
  }

  async #invite(name, roles) {
    const draft = { who: 'x', reason: '', name, signIn: name.replace(' ', '').toLowerCase(), roles, department: null };
    const made = await this.#ask(this.#servers[0], 'POST', 'people', draft, this.#ada);
    if (made.status !== 200) throw new Error(`inviting ${name}: ${made.status} ${JSON.stringify(made.body)}`);
    return { ...(await this.#join({ link: made.body.link, name })), id: made.body.id, role: roles[0] };
  }

  async #join({ link, name }) {
    const signIn = name.replace(' ', '').toLowerCase();
    const body = { link: link.split('#')[1], name, signIn, password: PASSWORD };
    const taken = await this.#ask(this.#servers[0], 'POST', 'links/take-up', body, null);
    if (taken.status !== 200) throw new Error(`taking up ${name}: ${taken.status} ${JSON.stringify(taken.body)}`);
    return { name, signIn, secret: taken.secret, isAway: false, windows: [] };
  }

  async #signIn(person) {
    const taken = await this.#ask(this.#server(), 'POST', 'session', { name: person.signIn, password: PASSWORD }, null);
    if (taken.status !== 200) return this.#fault(taken);
    person.secret = taken.secret;
  }

  async #ask(server, method, path, body, person, more = {}) {
    const cookie = person ? { cookie: `westgate-${server.port}=${person.secret}` } : {};
    const headers = { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...cookie, ...more };
    try {
      const answer = await fetch(`${server.address}/api/v1/${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      const secret = /^westgate-\d+=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
      return { what: `${method} ${path}`, status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : {}, secret };
    } catch (error) {
      return { what: `${method} ${path}`, status: 0, body: { detail: String(error.cause ?? error) }, secret: undefined };
    }
  }

  /** Notes an answer that is no success: expected while the database is away, a fault at any other time. */
  #fault({ what, status, body }) {
    if (this.#isOutage() && (status === 503 || status === 409)) this.#counts.refusedInOutage += 1;
    else this.faults.push(`${what}: ${status} ${body.code ?? ''} ${body.detail ?? ''}`);
    return null;
  }

  #isOutage() {
    return this.#isOut || performance.now() < this.#outageUntil;
  }

  async #until(isSo, what, withinMs = HEARD_MS) {
    const giveUp = performance.now() + withinMs;
    while (!isSo()) {
      if (performance.now() > giveUp) return this.faults.push(`waited ${withinMs / 1_000} s for ${what()}`);
      await sleep(5);
    }
  }

  #server() {
    return this.#pick(this.#servers);
  }

  #pick(list) {
    return list[Math.floor(this.#random() * list.length)];
  }
}
