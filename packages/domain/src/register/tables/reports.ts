import type { CircularContent } from '../fields/circular-content.ts';
import { day, id, integer, json, pair, past, text } from '../fields/fields.ts';
import type { MonthlyContent } from '../fields/monthly-content.ts';
import type { ReportContent } from '../fields/report-content.ts';
import { byAction, label, table, visibility, WAS_PUBLIC } from './table.ts';

/** What was frozen of the results. */
export const REPORT_TABLES = {
  report: table({
    label: label('报告', 'report', 'reports', '份'),
    file: 'results/reports.csv',
    isRare: true,
    since: 5,
    was: WAS_PUBLIC,
    key: ['id'],
    named: 'title',
    about: {
      zh: '编号报告，生成时即定稿：导入不更改、不移出',
      en: 'a numbered report, frozen when it was made: no import changes or removes it',
    },
    of: [],
    goesWith: [],
    audience: 'own',
    written: byAction('报告已定稿，撤销生成报告的操作即撤销', 'a report is frozen, and removed only by undoing the change that made it'),
    fields: {
      id: id<'report'>('report-<编号>', 'report-<number>'),
      number: integer('从 1 起编号；同一编号只用一次', 'counts from 1; a number is never given twice'),
      ...pair('title', '标题', 'the title'),
      as_of: day('状态的截止日期', 'the day its states were computed for'),
      made_on: past(day('生成日期，按本区时间', 'the day it was made, in the district')),
      head_seq: integer('生成时操作日志的最后一条操作记录', 'the last change of the journal when it was made'),
      head_hash: text('该条操作记录的哈希值，64 位十六进制', 'the hash of that change, 64 hex digits'),
      hash: text('全部定稿内容（规范 JSON）的 SHA-256，64 位十六进制', 'SHA-256 of all that is frozen, as canonical JSON; 64 hex digits'),
      content: json<ReportContent | MonthlyContent | CircularContent>('定稿内容，JSON', 'what it holds fast, as JSON'),
      ...visibility(),
    },
  }),
} as const;
