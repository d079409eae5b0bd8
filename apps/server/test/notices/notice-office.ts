import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { peopleSchema } from '@westgate/contract';
import { type Desk, openDesk } from '@westgate/desk';
import { type RunningServer, type ServerOptions, startServer } from '@westgate/server';
import { HARBOUR } from '../office.ts';

const PASSWORD = 'a heron stands on the weir';
const KEY = Buffer.from('the key of who runs it').toString('base64url');

/** A clock that a test sets. */
export class Clock {
  now: Date;
  constructor(text: string) {
    this.now = new Date(text);
  }
  set(text: string): void {
    this.now = new Date(text);
  }
  move(minutes: number): void {
    this.now = new Date(this.now.getTime() + minutes * 60_000);
  }
}

/** Someone with an account: the cookie of a session, and the id. */
interface Joined {
  readonly id: string;
  readonly as: Record<string, string>;
}

/** A server over a data folder on a clock of the test. */
export interface NoticeOffice {
  readonly desk: Desk;
  readonly server: RunningServer;
  readonly operator: Record<string, string>;
  ask(method: string, path: string, headers?: Record<string, string>, body?: unknown): Promise<Response>;
  join(name: string, roles: readonly string[], department: string | null, mail?: string | null): Promise<Joined>;
  /** Signs someone in anew: a session ends after twelve hours. */
  signIn(name: string): Promise<Record<string, string>>;
  close(): Promise<void>;
}

/** Opens an office in `dataDir`. */
export async function openNotices(dataDir: string, clock: Clock, notifier?: ServerOptions['notifier']): Promise<NoticeOffice> {
  const now = () => clock.now;
  const desk = await openDesk({ dataDir, districtFolder: HARBOUR, now });
  // Rounds are those of the test: none goes by itself while people join.
  const given = { periods: { firstRoundMs: 3_600_000 }, ...(notifier ? { notifier } : {}) };
  const server = await startServer({ desk, host: '127.0.0.1', port: 0, webDir: null, logLevel: 'silent', operatorKey: KEY, now, ...given });
  const operator = { authorization: `Bearer ${KEY}` };
  const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: unknown): Promise<Response> =>
    fetch(`${server.address}/api/v1/${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    desk,
    server,
    operator,
    ask,
    async join(name, roles, department, mail = `${name.toLowerCase()}@harbour.test`) {
      const path = desk.people.hasAccounts ? 'people' : 'people/first';
      const draft = { who: 'Seed', name, signIn: name.toLowerCase(), mail, roles, department };
      const invited = peopleSchema.newLink.parse(await ok(ask('POST', path, operator, path === 'people' ? draft : {})));
      const answer = await ask(
        'POST',
        'links/take-up',
        {},
        { link: invited.link.split('#')[1], name, signIn: name.toLowerCase(), password: PASSWORD },
      );
      assert.equal(answer.status, 200, await answer.clone().text());
      const as = { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
      if (path === 'people/first') await ok(ask('POST', 'account/notices', as, { isOn: true, language: null, mail }));
      return { id: invited.id, as };
    },
    async signIn(name) {
      const answer = await ask('POST', 'session', {}, { name: name.toLowerCase(), password: PASSWORD });
      return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
    },
    async close() {
      await server.close();
      await desk.close();
    },
  };
}

/** The answer as JSON; the status must be 200. */
export async function ok(asked: Promise<Response>): Promise<unknown> {
  const answer = await asked;
  assert.equal(answer.status, 200, await answer.clone().text());
  return answer.json();
}

/** Asks for weekly reports on projects, but for the named ones on none that there are; takes a holiday and its make-up day into the calendar. */
export async function beginReports({ desk }: NoticeOffice, asked: readonly string[], from = '2026-05-04'): Promise<void> {
  const rule = { subject_kind: 'project', cadence: 'weekly', asked_from: from, near_days: 1, window_days: 1, escalate_days: 3 };
  const off = (day: string) => ({ day, kind: 'day-off', name_en: 'Ascension' });
  const create = (table: 'update_rule' | 'calendar_day', fields: object) => ({ action: 'create' as const, table, fields: { ...fields } });
  const unasked = [...desk.register.project.values()].filter(({ id }) => !asked.includes(id));
  await desk.edit(
    [
      create('update_rule', rule),
      create('calendar_day', off('2026-05-14')),
      create('calendar_day', off('2026-05-15')),
      create('calendar_day', { day: '2026-05-09', kind: 'make-up-day', name_en: 'for Ascension' }),
      ...unasked.map(({ id, rev }) => ({
        action: 'revise' as const,
        table: 'project' as const,
        key: id,
        rev,
        fields: { cadence: 'none' },
      })),
    ],
    { who: 'westgate' },
  );
}

/** The mails laid down in a data folder: the name of the file, and its words. */
export function mailsIn(dataDir: string): readonly { readonly file: string; readonly raw: string; readonly text: string }[] {
  const folder = join(dataDir, 'mail');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const raw = readFileSync(join(folder, file), 'utf8');
      return { file, raw, text: wordsOf(raw) };
    });
}

/** The plain text of a mail. */
export function wordsOf(raw: string): string {
  const part = raw.split(/^--.*$/m).find((each) => /content-type: text\/plain/i.test(each)) ?? raw;
  const [head = '', ...rest] = part.replace(/^\r?\n/, '').split(/\r?\n\r?\n/);
  const body = rest.join('\n\n');
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  if (!/quoted-printable/i.test(head)) return body;
  const bytes = body.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
