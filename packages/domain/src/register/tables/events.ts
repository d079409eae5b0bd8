import { anyRef, between, day, emptyIs, id, integer, maybeDay, maybeRef, oneOf, pair, past, ref, text } from '../fields/fields.ts';
import { FEED_KINDS, READINESS_KINDS } from '../fields/vocabulary.ts';
import { byAction, label, note, table, visibilityWithin } from './table.ts';

/** Most working days before an opening. */
const MOST_DAYS = 750;

/** What must be ready before an event, and the calendars that people subscribe to. */
export const EVENT_TABLES = {
  readiness_item: table({
    label: label('筹备事项', 'readiness item', 'readiness items', '项'),
    file: 'results/readiness-items.csv',
    isRare: true,
    since: 29,
    key: ['id'],
    named: 'name',
    about: {
      zh: '活动的筹备事项：类别、开幕前的工作日数、办理单位',
      en: 'what must be ready before an event: which kind, how many working days before the opening, by whom',
    },
    of: ['event'],
    goesWith: ['event'],
    owner: 'owner',
    audience: 'own',
    written: 'form',
    right: 'update',
    address: 'readiness-items',
    page: 'plain',
    icon: 'M4 4h12v13H4zM7 8.5l1.5 1.5L11 7M7 14h6',
    search: { name: 'name', evidence: 'text', note: 'remark' },
    list: ['name', 'event', 'kind', 'standing', 'latest', 'slack', 'owner', 'project', 'done_on'],
    order: 'event',
    form: { first: ['event', 'name', 'kind', 'days_before', 'owner', 'project', 'expected_on', 'done_on', 'evidence'] },
    fields: {
      id: id<'readiness_item'>('固定编号', 'stable id'),
      event: ref('event', '活动', 'the event'),
      ...pair('name', '筹备事项', 'what must be ready'),
      kind: {
        ...oneOf(READINESS_KINDS, '筹备种类', 'the kind of preparation'),
        label: { zh: '筹备类别', en: 'Category' },
        names: {
          works: { zh: '工程', en: 'works' },
          venue: { zh: '场馆', en: 'venue' },
          transport: { zh: '交通', en: 'transport' },
          safety: { zh: '安保', en: 'safety' },
          invitation: { zh: '邀请', en: 'invitations' },
          other: { zh: '其他', en: 'other' },
        },
      },
      days_before: {
        ...between(
          0,
          MOST_DAYS,
          integer(
            '须在开幕前多少个工作日完成；0：开幕当日',
            'working days before the opening by which it must be done; 0: on the day of the opening',
          ),
        ),
        label: { zh: '提前工作日数', en: 'Working days before opening' },
      },
      owner: maybeRef('department', '责任单位', 'the department that answers for it'),
      project: emptyIs(
        maybeRef(
          'project',
          '所等待的工程：其关键节点的预计日期决定本项的预计日期，其完成依据即本项的完成依据',
          'the works that it waits for: the forecasts of their milestones say when it is expected, evidence that it is done',
        ),
      ),
      expected_on: {
        ...maybeDay('预计完成日期，没有工程说明时填写', 'the day it is expected to be done, where no works say that'),
        label: { zh: '预计完成日期', en: 'Expected on' },
      },
      done_on: { ...past(maybeDay('完成日期', 'the day it was done')), label: { zh: '完成日期', en: 'Done on' } },
      ...pair('evidence', '完成情况的佐证', 'what shows that it is done'),
      source: maybeRef('source', '来源', 'where that was read'),
      ...note(),
      ...visibilityWithin(),
    },
  }),
  calendar_feed: table({
    label: label('日历订阅', 'calendar feed', 'calendar feeds', '个'),
    file: 'people/calendar-feeds.csv',
    isApart: true,
    since: 29,
    key: ['id'],
    about: {
      zh: '日历订阅：人员、单位、项目或活动的日期，程序凭保密地址订阅',
      en: 'the dates of a person, department, project or event as a calendar that programs subscribe to by a secret address',
    },
    of: ['subject_id'],
    goesWith: ['subject_id', 'holder'],
    audience: 'office',
    written: byAction('由 POST /api/v1/calendar-feeds 建立', 'a calendar feed is made by POST /api/v1/calendar-feeds'),
    right: 'read',
    address: 'calendar-feeds',
    fields: {
      id: id<'calendar_feed'>('固定编号', 'stable id'),
      subject_kind: oneOf(FEED_KINDS, '日历所属记录的种类', 'the kind of record'),
      subject_id: anyRef('subject_kind', '日历所属的记录', 'whose dates they are'),
      holder: emptyIs(
        maybeRef(
          'account',
          '创建日历的账号：只列出该人可见的日期；无账号时为空',
          'the account that made it: it tells what that person may see; empty where nobody has an account',
        ),
      ),
      made_on: past(day('创建日期', 'the day it was made')),
      secret_hash: text(
        '地址密钥的 SHA-256，十六进制；密钥本身不保存',
        'SHA-256 of the secret in its address, in hex; the secret itself is kept nowhere',
      ),
    },
  }),
} as const;
