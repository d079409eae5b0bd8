import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@westgate/base';
import type { DigestLine } from '@westgate/domain';
import { afterRefusal, inState, isReady, newEntry } from '../../src/notifier/entry.ts';
import { chatText, type Digest, letterOf } from '../../src/notifier/letter.ts';
import { type LetterLine, reportLine } from '../../src/notifier/letter-line.ts';
import { mailBytes } from '../../src/notifier/send-mail.ts';
import { PERIODS } from '../../src/running/periods.ts';

const line = (id: string, zh: string, en: string | null = null, notice: DigestLine['notice'] = 'due') =>
  reportLine({
    kind: 'project',
    id,
    name: { zh, en },
    department: { zh: '建设局', en: 'Works' },
    notice,
    dueOn: dayOf('2026-05-08'),
    lateBy: notice === 'due' ? 0 : 3,
  });
const digest = (lines: readonly LetterLine[], language: 'zh' | 'en' = 'zh'): Digest => ({
  district: { zh: '北区', en: 'North' },
  day: dayOf('2026-05-13'),
  lines,
  language,
  origin: 'https://westgate.example',
  today: '',
});
const ENDING = 'https://westgate.example/unsubscribe?lang=zh#p-1.x';

test('a letter says it in the language of its reader, by what is told, with links that lead to the record', () => {
  const letter = letterOf(digest([line('a', '海堤', null, 'escalate'), line('b', '泵站', 'Pump')]), '李华', ENDING);
  assert.equal(letter.subject, '【北区】2 项填报提醒，2026 年 5 月 13 日');
  assert.match(
    letter.text,
    /已过宽限期，报上级 \(1\)\n- 海堤，完成时限 2026 年 5 月 8 日，逾期 3 个工作日，建设局\n {2}https:\/\/westgate\.example\/projects\/a\?lang=zh/,
  );
  assert.match(letter.text, /不再接收提醒：https:\/\/westgate\.example\/unsubscribe\?lang=zh#p-1\.x/);
  const english = letterOf(digest([line('a', '海堤', null, 'window'), line('b', '泵站', 'Pump')], 'en'), 'Li Hua', ENDING);
  assert.match(
    english.text,
    /Overdue \(1\)\n- 海堤 \[Chinese only\], due 8 May 2026, 3 working days late, Works/,
    'a name that is held in one language stands in that',
  );
  assert.match(english.html, /<html lang="en">/);
});

test('what else waits stands behind the reports, with its step, its day and a link to the very place; a letter without reports does not ask for any', () => {
  const common = {
    name: { zh: '海堤', en: 'Sea wall' },
    path: '/projects/a',
    search: {},
    hash: '',
    department: null,
    dueOn: null,
    lateBy: 0,
  };
  const mention = { ...common, telling: 'mention', hash: '#comment-c1', next: null } as const;
  const matter = { ...common, telling: 'matter', path: '/supervision/m1', dueOn: dayOf('2026-05-29'), next: 'signed-for' } as const;
  const ask = { ...common, telling: 'ask', search: { edit: 'need:r1' }, dueOn: dayOf('2026-05-20'), next: null } as const;
  const { text, subject } = letterOf(digest([ask, matter, mention, line('b', '泵站', 'Pump')], 'en'), 'Li', ENDING);
  assert.equal(subject, 'North: 4 items for your attention, 13 May 2026');
  assert.match(
    text,
    /Due today \(1\)[\s\S]+Requested from your department \(1\)\n- Sea wall, due 20 May 2026\n {2}https:\S+\?lang=en&edit=need%3Ar1\n/,
  );
  assert.match(text, /- Sea wall, to be acknowledged, due 29 May 2026\n/);
  assert.match(text, /Comments that mention you \(1\)\n- Sea wall\n {2}https:\/\/westgate\.example\/projects\/a\?lang=en#comment-c1/);
  assert.doesNotMatch(letterOf(digest([mention]), '李华', ENDING).text, /填报/);
});

test('names are words: no tag in a letter, no call and no link in a chat, no line of their own in the head of a mail', async () => {
  const evil = line('x', '<img src=x>@all [a](http://b)\r\nBcc: all@district.test');
  const letter = letterOf({ ...digest([evil]), district: { zh: 'A\r\nBcc: x@y.test', en: null } }, '<b>', ENDING);
  assert.doesNotMatch(letter.html, /<img|<b>/);
  assert.doesNotMatch(letter.subject, /[\r\n]/);
  assert.doesNotMatch(chatText(digest([evil])), /@all|\]\(http:|<img/);
  const to = { name: 'Li\r\nBcc: z@y.test', address: 'li@district.test' };
  const mail = { ...letter, from: 'w@district.test', to, name: 'n', origin: 'https://westgate.example', ending: ENDING, at: new Date(0) };
  const [head = ''] = (await mailBytes(mail)).toString().split('\r\n\r\n');
  assert.doesNotMatch(head, /^Bcc:/im);
});

test('a chat takes four thousand bytes: what is left out is counted', () => {
  const lines = Array.from({ length: 200 }, (_, index) => line(`p${index}`, `第 ${index} 号城市更新项目`));
  const text = chatText(digest(lines));
  assert.ok(Buffer.byteLength(text) <= 4_000 && Buffer.byteLength(text) > 3_500);
  const shown = text.split('\n').filter((each) => each.startsWith('> ')).length;
  assert.match(text, new RegExp(`另有 ${200 - shown} 项`));
  const long = letterOf(digest(lines), '李华', ENDING).text;
  assert.match(long, /另有 140 项/);
});

test('what is refused waits longer each time, six hours at most, and is given up after ten tries', () => {
  const now = new Date('2026-05-08T08:00:00Z');
  let entry = newEntry({ kind: 'office' }, dayOf('2026-05-08'), []);
  assert.ok(isReady(entry, now));
  const waits: number[] = [];
  while (entry.state === 'waiting') {
    entry = afterRefusal(entry, now, { fault: { word: 'mail-refused', detail: '451' }, periods: PERIODS });
    if (entry.nextAt) waits.push((Date.parse(entry.nextAt) - now.getTime()) / 60_000);
  }
  assert.deepEqual(waits, [15, 30, 60, 120, 240, 360, 360, 360, 360]);
  assert.deepEqual([entry.state, entry.tries], ['failed', 10]);
  assert.ok(!isReady(inState(entry, 'sent', now), now));
});
