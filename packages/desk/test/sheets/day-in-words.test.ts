import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayInWords } from '../../src/sheets/task/day-in-words.ts';

/** What was understood, in one word. */
function understood(words: string, year: number | null = 2024): string {
  const reading = dayInWords(words, year);
  switch (reading.kind) {
    case 'day':
      return reading.day;
    case 'none':
      return reading.rule;
    default:
      return [reading.reason, ...('candidates' in reading ? reading.candidates : [])].join(' ');
  }
}

test('deadlines in Chinese words are the last day they allow', () => {
  const cases: Readonly<Record<string, string>> = {
    年底前: '2024-12-31',
    年底: '2024-12-31',
    年内: '2024-12-31',
    全年: '2024-12-31',
    '2024年': '2024-12-31',
    '2025年底前完成': '2025-12-31',
    今年底: '2024-12-31',
    明年6月底前: '2025-06-30',
    '2024年6月底': '2024-06-30',
    '2024年6月底前': '2024-06-30',
    '６月底前': '2024-06-30',
    '12月': '2024-12-31',
    二月: '2024-02-29',
    十二月底前: '2024-12-31',
    二〇二四年十月三十日: '2024-10-30',
    '6月30日': '2024-06-30',
    '6月30日前': '2024-06-30',
    '2024.6.30': '2024-06-30',
    '2024-06-30': '2024-06-30',
    '2024/6': '2024-06-30',
    '20240630': '2024-06-30',
    '24年6月': '2024-06-30',
    '6.30': '2024-06-30',
    '9月上旬': '2024-09-10',
    '9月中旬': '2024-09-20',
    '9月下旬': '2024-09-30',
    上半年: '2024-06-30',
    下半年: '2024-12-31',
    '2025年上半年': '2025-06-30',
    年中: '2024-06-30',
    一季度: '2024-03-31',
    第三季度末: '2024-09-30',
    '2024年3月至10月': '2024-10-31',
    '3月-10月': '2024-10-31',
    力争2024年10月底前完成: '2024-10-31',
    '10月底前完成主体施工': '2024-10-31',
    长期: 'ongoing',
    持续推进: 'ongoing',
    常态化开展: 'ongoing',
    每年6月底前: 'ongoing',
    待定: 'open',
  };
  for (const [words, day] of Object.entries(cases)) assert.equal(understood(words), day, words);
});

test('deadlines in English words too', () => {
  const cases: Readonly<Record<string, string>> = {
    'end of the year': '2024-12-31',
    'by the end of 2025': '2025-12-31',
    'End of June 2025': '2025-06-30',
    'June 2025': '2025-06-30',
    '30 June 2025': '2025-06-30',
    'June 30, 2025': '2025-06-30',
    'by 1 June': '2024-06-01',
    'Q2 2025': '2025-06-30',
    H1: '2024-06-30',
    'second half of 2025': '2025-12-31',
    'mid-2025': '2025-06-30',
    'Feb 2023': '2023-02-28',
    ongoing: 'ongoing',
    'long-term': 'ongoing',
  };
  for (const [words, day] of Object.entries(cases)) assert.equal(understood(words), day, words);
});

test('what is not one day of the calendar is never guessed', () => {
  const cases: Readonly<Record<string, string>> = {
    '2024年2月30日': 'no-such-day',
    '2023-02-29': 'no-such-day',
    '13月': 'no-such-day',
    '6月底完成方案，12月底完工': 'several-days 2024-06-30 2024-12-31',
    '45473': 'serial-number 2024-06-30',
    看情况: 'not-understood',
    尽快: 'not-understood',
    '5': 'not-understood',
    'as soon as possible': 'not-understood',
  };
  for (const [words, reason] of Object.entries(cases)) assert.equal(understood(words), reason, words);
  assert.equal(understood('年底前', null), 'no-year');
  assert.equal(understood('2025年底前', null), '2025-12-31');
});
