import type { Said } from '@westgate/base';
import { type AskOf, called, type SentOf } from '../actions/action.ts';
import type { OfficeAction } from '../people/policy.ts';
import { between, type Fields, maybeDay, maybeNumber, maybeText, oneOf, ref } from '../register/fields/fields.ts';

/**
 * Long work that somebody asks for and that goes on by itself: a job in a process of its own. What is asked for it, who may, and what screens say of it follow
 * from this; what is given to its worker stands where runs are done.
 */
export interface RunKind {
  /** What it is called. */
  readonly label: Said;
  /** What it does, for who asks for it by the API. */
  readonly about: Said;
  /** Who may ask for it, see its runs, end them and take what they made. */
  readonly right: OfficeAction;
  /** Counts up whenever the same inputs would give something else than before. */
  readonly version: number;
  /** What is asked. */
  readonly fields: Fields;
  /** What it goes through, in order, by the name that its worker tells. */
  readonly stages: Readonly<Record<string, Said>>;
  /** The numbers and words that come of it, by name, beside a file. */
  readonly result: Readonly<Record<string, RunResult>>;
}

/** A part of a result. `bytes` are told as a size; what is smaller or larger is said where two runs are compared. */
export interface RunResult {
  readonly label: Said;
  readonly is: 'count' | 'bytes' | 'words';
}

function kind<const K extends RunKind>(definition: K): K {
  return definition;
}

const KINDS = {
  'public-pages': kind({
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
  flood: kind({
    label: { zh: '洪水推演', en: 'Flood run' },
    about: {
      zh: '推演一个洪水情景，有工程和无工程各一次；结果是压缩包，含水量账、地图、过程线和情景文件夹。规划论证材料，不是预警服务',
      en: 'Work out a flood case with its works and without them; an archive with the account of the water, maps, hydrographs and the folder of the case comes of it. Planning evidence, not a warning service',
    },
    right: 'see-deeds',
    version: 2,
    fields: {
      flood_case: called(ref('flood_case', '洪水情景', 'the flood case'), '洪水情景', 'Flood case'),
      cell_m: called(
        between(
          1,
          1_000,
          maybeNumber('推演网格边长，米；不填：按情景', 'the cell it is worked out on, in m; that of the case where none is named'),
        ),
        '网格边长（m）',
        'Cell (m)',
      ),
    },
    stages: {
      ground: { zh: '准备地形', en: 'Preparing the ground' },
      run: { zh: '推演', en: 'Running' },
      keep: { zh: '保存', en: 'Keeping the file' },
    },
    result: {
      section: { label: { zh: '断面', en: 'Section' }, is: 'words' },
      without_m3s: { label: { zh: '无工程洪峰（m³/s）', en: 'Peak without works (m³/s)' }, is: 'count' },
      with_m3s: { label: { zh: '有工程洪峰（m³/s）', en: 'Peak with works (m³/s)' }, is: 'count' },
      without_ha: { label: { zh: '无工程受淹（公顷）', en: 'Flooded without works (ha)' }, is: 'count' },
      with_ha: { label: { zh: '有工程受淹（公顷）', en: 'Flooded with works (ha)' }, is: 'count' },
      off: { label: { zh: '水量账差额', en: 'Account off by' }, is: 'count' },
    },
  }),
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
