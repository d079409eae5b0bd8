import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DayString } from '@westgate/base';
import type { Deed } from '@westgate/desk';
import { COMPUTED_LISTS, FORM_KINDS, PLURALS } from '@westgate/domain';
import { messageOf } from '../../src/present/deed.ts';
import { HARBOUR, openOffice, PLENTY } from '../office.ts';
import { randomOf } from '../random.ts';
import { randomEdits } from '../random-edits.ts';

const TURNS = 30;
const LEAST_DONE = 10;
/** Asked at once, so that what is looked at for one is not taken for another's. */
const AT_ONCE = 12;

/** An answer as a window holds it. */
interface Held {
  readonly content: string;
  readonly reads: string;
}

/** Whether a deed touched what an answer says that it rests on. */
function isTouched(reads: string, tables: ReadonlySet<string>, keys: ReadonlySet<string>): boolean {
  if (reads === '*' || tables.has('district') || tables.has('account')) return true;
  const [, ...named] = reads.split(' ').map(decodeURIComponent);
  return named.some((name) => tables.has(name) || keys.has(name));
}

test('whatever a deed changes, each answer that reads otherwise after it rests on what the deed touched', async () => {
  const { desk, ask } = await openOffice(HARBOUR, null, PLENTY);
  const random = randomOf(7);
  const plans = [...desk.register.document.keys()].slice(0, 1);
  const about = (kind: string, id: string): readonly string[] => {
    const base = `${PLURALS[kind as 'place']}/${id}`;
    const of = `of=${kind}:${id}`;
    const gathered = kind === 'place' ? [`${base}/gathering`] : [];
    const more = kind === 'project' ? ['gates', 'dates', 'components', 'money'].map((part) => `${base}/${part}`) : [];
    return [base, `${base}/row`, `${base}/links`, `supervision?${of}`, `comments?${of}`, `links?${of}`, ...more, ...gathered];
  };
  const records = FORM_KINDS.flatMap((kind) => [...desk.register[kind].keys()].slice(0, 2).flatMap((id) => about(kind, id)));
  const lists = [...FORM_KINDS.map((kind) => PLURALS[kind]), ...Object.keys(COMPUTED_LISTS)].map((list) => `lists/${list}`);
  const ofAll = [
    ...[
      'district',
      'today',
      'exceptions',
      'coverage',
      'gates',
      'supervision',
      'pending-changes',
      'mentions',
      'views',
      'reports',
      'questions',
    ],
    ...[
      'deeds/1',
      'deeds/2',
      'axes/aim',
      'leader-page',
      'recipes?reads=task-sheet',
      'gaps?gap=no-owner',
      ...FORM_KINDS.map((kind) => PLURALS[kind]),
    ],
  ];
  const within = plans.flatMap((plan) => [...lists, ...ofAll].map((path) => `${path}${path.includes('?') ? '&' : '?'}plan=${plan}`));
  const before = [...lists, 'today', 'gates', 'coverage'].map((path) => `${path}?asOf=2024-03-01`);
  const narrowed = [
    'lists/projects?sort=-due',
    'lists/projects?group=state',
    'lists/places?filter=stage:is:not-known',
    'lists/projects?sums=count',
  ];
  const paths = [...records, ...lists, ...ofAll, ...within, ...before, ...narrowed];

  const heldNow = async (): Promise<ReadonlyMap<string, Held>> => {
    const all = new Map<string, Held>();
    const askOne = async (path: string): Promise<void> => {
      const answer = await ask(`/api/v1/${path}`);
      const [body, tag] = [await answer.text(), answer.headers.get('etag')];
      // The tag tells what an answer says, without the number of the deed at its head.
      const said = tag?.split('.')[1] ?? body.replace(/"seq":\d+/, '');
      all.set(path, {
        content: `${answer.status} ${answer.status === 200 ? said : ''}`,
        reads: answer.headers.get('x-westgate-reads') ?? '*',
      });
    };
    for (let from = 0; from < paths.length; from += AT_ONCE) await Promise.all(paths.slice(from, from + AT_ONCE).map(askOne));
    return all;
  };
  const editOf = randomEdits(desk, random);

  let held = await heldNow();
  let [done, changed, spared] = [0, 0, 0];
  let last: Deed | null = null;
  const deeds: Deed[] = [];
  desk.onChange((deed) => deeds.push(deed));
  for (let turn = 0; turn < TURNS; turn += 1) {
    const edit = editOf();
    deeds.length = 0;
    try {
      if (last && random() < 0.25) await desk.undo(last.seq, { who: 'Ada', reason: '' });
      else if (edit) await desk.edit([edit], { who: 'Ada', reason: '' });
    } catch {
      continue;
    }
    const [deed] = deeds;
    if (!deed) continue;
    last = deed;
    done += 1;
    const told = messageOf(deed, deed.at.slice(0, 10) as DayString);
    const [tables, keys] = [new Set(told.tables), new Set(told.keys)];
    const now = await heldNow();
    for (const [path, { content, reads }] of held) {
      const isOther = now.get(path)?.content !== content;
      if (isOther) changed += 1;
      if (isTouched(reads, tables, keys)) continue;
      spared += 1;
      assert.ok(
        !isOther,
        `${path}, which rests on ${reads}, reads otherwise after deed ${deed.seq} (${deed.verb}) touched ${[...keys].join(' ')}`,
      );
    }
    held = now;
  }
  assert.ok(done >= LEAST_DONE, `${done} deeds were done`);
  assert.ok(changed > done, `${changed} answers read otherwise`);
  assert.ok(spared > done * 20, `${spared} answers need not be asked for again`);
});
