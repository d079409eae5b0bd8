import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { inLanguage, type Language } from '@westgate/base';
import { MEDIA } from '@westgate/contract';
import {
  csvPieces,
  labelled,
  ofNoPlan,
  type PaperCell,
  type PaperRows,
  type PaperSheet,
  plansSaid,
  sayIn,
  writeSheet,
} from '@westgate/desk';
import { inventedLabel, noticeOf } from '@westgate/domain';
import type { FastifyReply } from 'fastify';
import { axesIn, plansShown } from '../present/belongs.ts';
import type { View } from '../view/view.ts';
import type { PaperColumn, Saying } from './column.ts';

/** The forms in which a list is downloaded. */
export const LIST_FORMATS = ['csv', 'xlsx'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** A list to be downloaded: its name, its columns, and its records as they come. */
export interface ListExport<Item> {
  readonly name: { readonly zh: string; readonly en: string };
  /** The stem of the file's name. */
  readonly file: string;
  readonly columns: readonly PaperColumn<Item>[];
  readonly items: Iterable<Item> | AsyncIterable<Item>;
  /** What the list was narrowed by, as it was asked. */
  readonly asked: readonly (readonly [string, string])[];
}

/** The list in `format`, made while it is sent: a hundred thousand records need no more memory than a page of them. */
export function listStream<Item>(view: View, list: ListExport<Item>, format: ListFormat, language: Language): Readable {
  const saying = sayingOf(view, language);
  const head = list.columns.map((column) => column.head[language]);
  const rows = rowsOf(list, saying);
  const notes = notesOf(view, list, saying);
  const [district] = view.register.district.values();
  const label = district ? inventedLabel(noticeOf(district), language) : null;
  if (format === 'csv') return Readable.from(csvPieces({ head, rows, label }, notes));
  const widths = list.columns.map(({ width }) => width ?? 16);
  const about: PaperSheet = {
    name: saying.say.text('说明', 'About'),
    head: [saying.say.text('说明', 'About')],
    rows: notes.map((note) => [note]),
    widths: [110],
  };
  return writeSheet(labelled([{ name: list.name[language], head, rows, widths }, about], label));
}

/** Tells the browser to keep the answer as a file. */
export function asFile(reply: FastifyReply, name: string, format: keyof typeof MEDIA): FastifyReply {
  return reply
    .type(MEDIA[format])
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .header('cache-control', 'no-cache');
}

/** Records made into rows between which others get their turn. */
const RECORDS_A_TURN = 100;

async function* rowsOf<Item>({ columns, items }: ListExport<Item>, saying: Saying): PaperRows & AsyncGenerator<readonly PaperCell[]> {
  let count = 0;
  for await (const item of items) {
    yield columns.map((column) => column.cell(item, saying));
    count += 1;
    if (count % RECORDS_A_TURN === 0) await turn();
  }
}

function sayingOf({ register, whole, asOf }: View, language: Language): Saying {
  const say = sayIn(language);
  const values = axesIn(register).flatMap(({ id: axis, name, values: all }) =>
    all.map((value) => ({ tag: `${axis}:${value.id}`, axis: say.of(name), name: say.of(value.name) })),
  );
  const named = new Map(values.map((value) => [value.tag, value]));
  const plans = new Map(
    [...whole.document.values()].map(({ id, title_zh, title_en }) => [id as string, say.of({ zh: title_zh, en: title_en })]),
  );
  return {
    say,
    plans: (ids) => ids.map((id) => plans.get(id) ?? id).join(say.text('；', '; ')) || ofNoPlan(say),
    under(tags) {
      const others = tags.flatMap((tag) => (tag.startsWith('aim:') ? [] : (named.get(tag) ?? [])));
      return others.map(({ axis, name }) => `${axis}${say.text('：', ': ')}${name}`).join(say.text('；', '; ')) || null;
    },
    aim: (id) => (id === null ? say.text('不分目标', 'no aim') : (named.get(`aim:${id}`)?.name ?? id)),
    asOf,
  };
}

/** What stands under a list: whose it is, of which day, what it was narrowed by, and how it may be passed on. */
function notesOf(view: View, { name, asked }: Pick<ListExport<never>, 'name' | 'asked'>, { say }: Saying): readonly string[] {
  const { register, asOf, seq } = view;
  const [district] = register.district.values();
  const title = [
    district ? say.of({ zh: district.name_zh, en: district.name_en }) : '',
    name[say.language],
    plansSaid(plansShown(view), say),
  ].filter((part) => part !== '');
  const notice = district ? inLanguage(noticeOf(district), say.language) : null;
  return [
    [...title, say.text(`数据截至 ${asOf}`, `data as of ${asOf}`), say.text(`操作记录第 ${seq} 号`, `change ${seq}`)].join(' · '),
    ...(asked.length > 0
      ? [`${say.text('筛选', 'Narrowed by')}${say.text('：', ': ')}${asked.map(([field, value]) => `${field}=${value}`).join(', ')}`]
      : []),
    say.text(
      '许可与来源：事实读自各行所列的来源，权利归其发布者；转用请注明来源和上面的日期。',
      'Licence and source: facts were read in the sources that the rows name, and rights stay with their publishers; name the source and the day above when you pass it on.',
    ),
    ...(notice === null ? [] : [notice]),
  ];
}
