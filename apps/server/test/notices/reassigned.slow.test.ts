import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { beginReports, Clock, mailsIn, type NoticeOffice, ok, openNotices } from './notice-office.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'westgate-reassigned-'));
const clock = new Clock('2026-05-04T08:00:00Z');
const office: NoticeOffice = await openNotices(dataDir, clock);
after(async () => {
  await office.close();
  rmSync(dataDir, { recursive: true });
});
const round = async (at: string): Promise<void> => {
  clock.set(at);
  await office.server.sendNotices();
};

test('who takes over a record after the mail of the day is told the next day that its report is stale', async () => {
  await beginReports(office, ['sea-wall']);
  await office.join('Ada', ['programme-office'], null);
  const cho = await office.join('Cho', ['department-member'], 'culture');
  const mailOf = (day: string) => mailsIn(dataDir).find(({ file }) => file === `${day}.${cho.id}.eml`)?.text ?? '';
  await round('2026-05-04T08:00:00Z');
  await round('2026-05-13T08:00:00Z');
  const words = { zh: null, en: 'look' };
  const comment = { who: 'Seed', subjectKind: 'project', subjectId: 'sea-wall', words, accounts: [cho.id], departments: [] };
  await ok(office.ask('POST', 'comments', office.operator, comment));
  await round('2026-05-18T08:00:00Z');
  assert.match(mailOf('2026-05-18'), /Comments that mention you \(1\)/, 'she had the mail of the day');
  const wall = office.desk.register.project.get('sea-wall' as never);
  const handed = { action: 'revise', table: 'project', key: 'sea-wall', rev: wall?.rev ?? 0, fields: { lead: 'culture' } } as const;
  await office.desk.edit([handed], { who: 'Ada' });
  await round('2026-05-18T12:00:00Z');
  await round('2026-05-19T08:00:00Z');
  assert.match(mailOf('2026-05-19'), /Missed a full period: no update \(1\)/);
  await round('2026-05-20T08:00:00Z');
  assert.doesNotMatch(mailOf('2026-05-20'), /Missed a full/, 'and once');
});
