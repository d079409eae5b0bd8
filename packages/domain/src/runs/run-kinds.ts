import { type AskOf, called, type SentOf } from '../actions/action.ts';
import { maybeDay, maybeText, oneOf } from '../register/fields/fields.ts';
import { FLOOD_RUN_KINDS } from './flood-run-kinds.ts';
import { type RunKind, runKind } from './run-kind.ts';

export type { RunKind, RunResult } from './run-kind.ts';

const KINDS = {
  'public-pages': runKind({
    label: { zh: '生成公开网页', en: 'Make the public pages' },
    about: {
      zh: '生成公开网页：可下载的压缩包、运维人员指定的目录，或本服务器在 /public/ 提供的网页',
      en: 'Make the public pages: a zip archive to be taken, the folder that the operator named, or the pages that this server gives at /public/',
    },
    right: 'publish',
    version: 2,
    fields: {
      to: {
        ...called(
          oneOf(
            ['archive', 'folder', 'server'],
            '压缩包、运维人员指定的目录，或本服务器提供的网页',
            'an archive, the folder that the operator named, or the pages that this server gives',
          ),
          '生成为',
          'Made as',
        ),
        names: {
          archive: { zh: '压缩包', en: 'archive' },
          folder: { zh: '发布目录', en: 'folder' },
          server: { zh: '本服务器 /public/', en: 'this server, /public/' },
        },
      },
      as_of: called(
        maybeDay('状态的截止日期；不填：本区今日', 'states as of that day; today in the district where none is named'),
        '数据截至',
        'Data as of',
      ),
      lang: called(
        maybeText(
          '语言，用逗号分隔，首个位于根目录；不填：本区的语言',
          'languages separated by commas, the first at the root; those of the district where none is named',
        ),
        '语言',
        'Languages',
      ),
      url: called(
        maybeText('网页发布后的 http 或 https 地址', 'the http or https address where the pages will stand'),
        '网站地址',
        'Address of the site',
      ),
      service_url: called(
        maybeText(
          '受理网页意见的 Westgate 服务器的 http 或 https 地址；不填：网页不提供意见表',
          'the http or https address of the Westgate server that takes feedback on the pages; without it they offer no form',
        ),
        '受理意见的服务器地址',
        'Address of the feedback server',
      ),
    },
    stages: {
      gather: { zh: '汇集公开数据', en: 'Gathering what is public' },
      write: { zh: '写网页', en: 'Writing pages' },
      keep: { zh: '保存', en: 'Keeping the file' },
    },
    result: {
      pages: { label: { zh: '网页', en: 'Pages' }, is: 'count' },
      files: { label: { zh: '文件', en: 'Files' }, is: 'count' },
      bytes: { label: { zh: '大小', en: 'Size' }, is: 'bytes' },
      folder: { label: { zh: '文件夹', en: 'Folder' }, is: 'words' },
    },
  }),
  ...FLOOD_RUN_KINDS,
};

type Kinds = typeof KINDS;
export type RunKindName = keyof Kinds;
/** What is asked for a run, as it was read. */
export type RunAsk<N extends RunKindName> = AskOf<Kinds[N]['fields']>;
/** The same as it is sent. */
export type RunSent<N extends RunKindName> = SentOf<Kinds[N]['fields']>;

export const RUN_KIND_NAMES = Object.keys(KINDS) as RunKindName[];

/** What is true of a kind of run, for code that serves all. */
export function runKindNamed(name: RunKindName): RunKind {
  return KINDS[name];
}

/** Where a run stands: it waits, works, or is over in one of four ways; `interrupted`: the process that did it ended. */
export const RUN_STATES = ['queued', 'running', 'done', 'failed', 'cancelled', 'interrupted'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Whether a run of that state waits or works. */
export function isUnderway(state: RunState): boolean {
  return state === 'queued' || state === 'running';
}
