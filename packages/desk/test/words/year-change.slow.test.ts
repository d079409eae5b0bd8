import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { bringPlan, type Desk, openDesk, type PlanDraft, parseFolder } from '@westgate/desk';
import { hangingOn } from '@westgate/domain';
import { acted, DECIDED } from '../acting.ts';
import { EXAMPLE, HARBOUR } from '../folders.ts';

const by = { who: 'Lin' };
const FIXTURES = new URL('../../../test/fixtures/year-change/', import.meta.url);
const NEXT_YEAR = readFileSync(new URL('plan-2025.zh.md', FIXTURES), 'utf8');
/** Where each sentence of the earlier plan goes on, as a person says: numbers of the later one. */
const KEY = readFileSync(new URL('key.csv', FIXTURES), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([earlier = '', later = '', fate = '']) => ({ earlier, later: later.split(' ').filter((number) => number !== ''), fate }));

async function deskOn(folder: string): Promise<Desk> {
  const desk = await openDesk({ memory: true, districtFolder: folder });
  after(() => desk.close());
  return desk;
}

const bring = (desk: Desk, draft: PlanDraft, dryRun = false) =>
  desk.write(
    { verb: 'bring-plan', on: (register, seq) => bringPlan(register, draft, seq), told: ({ seq }, held) => bringPlan(held, draft, seq) },
    { ...by, dryRun },
  );

const draft2025: PlanDraft = {
  fields: { title_zh: '2025 年度计划', kind: 'plan', covers: '2025' },
  zh: NEXT_YEAR,
  wording: 'rendering',
  follows: 'plan-2024',
};

test('last year’s plan to this year’s: at least 95 of 100 links are carried rightly, none wrongly, the rest is asked for', async () => {
  const desk = await deskOn(EXAMPLE);
  const held = desk.register;
  const { document, carried } = await bring(desk, draft2025);
  assert.ok(carried);
  const { register } = desk;
  const numberOf = (id: string | undefined): string => {
    const sentence = register.sentence.get(id ?? '');
    return sentence?.document === document ? `${sentence.paragraph}.${sentence.position}` : '';
  };
  const follows = [...register.link.values()].filter(({ relation }) => relation === 'follows');
  const successor = new Map<string, string>(follows.map(({ from_id, to_id }) => [to_id, from_id]));
  const asked = [...register.text_question.values()];
  const tally = { due: 0, rightly: 0, wrongly: 0, asked: 0, ofPastEvents: 0 };
  const isPast = (kind: string, id: string): boolean => kind === 'event' && (held.event.get(id)?.dates ?? '') < '2025';

  for (const { earlier, later, fate } of KEY) {
    const isDue = fate === 'kept' || fate === 'reworded';
    const count = (isThere: boolean, isElsewhere: boolean, isAsked: boolean): void => {
      if (isElsewhere || (isThere && !isDue)) tally.wrongly += 1;
      else if (isDue) {
        tally.due += 1;
        if (isThere && !isAsked) tally.rightly += 1;
        else if (isAsked) tally.asked += 1;
      }
    };
    for (const commitment of held.commitment.values()) {
      if (commitment.sentence !== earlier) continue;
      const next = register.commitment.get(successor.get(commitment.id) ?? '');
      const number = numberOf(next?.sentence);
      count(
        next !== undefined,
        number !== '' && !later.includes(number),
        asked.some((question) => question.commitment === next?.id),
      );
      if (next)
        assert.deepEqual(
          [next.owner, next.verb_class, next.tags, next.due_on],
          [commitment.owner, commitment.verb_class, commitment.tags, null],
        );
      for (const link of held.link.values()) {
        if (![link.from_id, link.to_id].includes(commitment.id)) continue;
        if (isPast(link.from_kind, link.from_id) || isPast(link.to_kind, link.to_id)) {
          tally.ofPastEvents += 1;
          continue;
        }
        const end = (id: string): string => successor.get(id) ?? id;
        const key = [link.from_kind, end(link.from_id), link.relation, link.to_kind, end(link.to_id)].join('|');
        count(next !== undefined && register.link.has(key), false, false);
      }
    }
    for (const mention of held.mention.values()) {
      if (mention.sentence !== earlier) continue;
      if (isPast(mention.thing_kind, mention.thing_id)) {
        tally.ofPastEvents += 1;
        continue;
      }
      const named = successor.get(mention.thing_id) ?? mention.thing_id;
      const places = [...register.mention.values()].filter(
        ({ sentence, thing_kind, thing_id }) => thing_kind === mention.thing_kind && thing_id === named && numberOf(sentence) !== '',
      );
      const isHere = places.some(({ sentence }) => later.includes(numberOf(sentence)));
      count(
        isHere && isDue,
        false,
        asked.some(({ mention_id, sentence }) => mention_id === mention.thing_id && later.includes(numberOf(sentence))),
      );
    }
  }
  console.log(`year change: ${JSON.stringify(tally)}, reported ${JSON.stringify(carried.links)}`);
  assert.equal(tally.wrongly, 0);
  assert.ok(tally.rightly / tally.due >= 0.95, `${tally.rightly} of ${tally.due}`);
  assert.equal(tally.rightly + tally.asked, tally.due, 'what is not carried is asked for');
  assert.equal(carried.links.before, carried.links.kept + carried.links.queued + carried.links.apart + carried.links.left);
  for (const { earlier, fate } of KEY) {
    if (fate === 'kept' || fate === 'reworded' || hangingOn(held, earlier) === 0) continue;
    assert.ok(
      asked.some(({ sentence, commitment, mention_id }) => sentence === earlier && !commitment && !mention_id),
      `${earlier} is asked for`,
    );
  }
});

test('the earlier plan stays as it was, the folder of both holds together, and undo takes the later one back', async () => {
  const desk = await deskOn(EXAMPLE);
  const before = desk.exportFolder();
  const old = [...desk.register.sentence.values()];
  const { deed } = await bring(desk, draft2025);
  for (const sentence of old) assert.deepEqual(desk.register.sentence.get(sentence.id), sentence);
  const parsed = parseFolder(desk.exportFolder());
  assert.equal(parsed.status, 'valid', parsed.status === 'faulty' ? parsed.faults.map(({ message }) => message).join('\n') : '');
  await desk.undo(deed?.seq ?? 0, by);
  assert.deepEqual(desk.exportFolder(), before);
});

test('a question of a year change is answered by carrying over, and the earlier sentence keeps what hangs on it', async () => {
  const desk = await deskOn(EXAMPLE);
  const { document } = await bring(desk, draft2025);
  const question = [...desk.register.text_question.values()].find(({ kind }) => kind === 'split');
  assert.ok(question);
  const hanging = hangingOn(desk.register, question.sentence);
  const commitments = (): number =>
    [...desk.register.commitment.values()].filter(({ sentence }) => desk.register.sentence.get(sentence)?.document === document).length;
  const held = commitments();
  const { deed } = await acted(desk, 'answer-question', { ...DECIDED, id: question.id, decision: 'follow' }, by);
  assert.ok(commitments() > held);
  assert.ok(hangingOn(desk.register, question.sentence) >= hanging);
  assert.equal(desk.register.text_question.has(question.id), false);
  await desk.undo(deed.seq, by);
  assert.equal(commitments(), held);
});

const HARBOUR_NEXT = [
  'The sea wall between the two piers is raised by 0.6 m. Every household on Low Quay is offered a flood door free of charge.',
  'A night bus runs along the whole quay.',
].join('\n\n');
const harbour2026: PlanDraft = {
  fields: { title_en: 'The plan for 2026', kind: 'plan', covers: '2026' },
  en: HARBOUR_NEXT,
  wording: 'official',
  follows: 'ward-plan',
};

test('a match that a person sets apart carries nothing, one that is chosen carries, in the same deed', async () => {
  const desk = await deskOn(HARBOUR);
  const dry = await bring(desk, harbour2026, true);
  assert.equal(dry.deed, null);
  assert.deepEqual(
    dry.carried?.comparison.kept.map(({ id }) => id),
    ['p2s1'],
  );
  assert.deepEqual(
    dry.carried?.comparison.reworded.map(({ id }) => id),
    ['p2s3'],
  );
  const decided: PlanDraft = {
    ...harbour2026,
    matches: [
      { id: 'p2s1', decision: 'apart' },
      { id: 'p1s3', decision: 'follow', index: 2 },
    ],
  };
  const { carried, document } = await bring(desk, decided);
  const made = [...desk.register.commitment.values()].filter(({ sentence }) => desk.register.sentence.get(sentence)?.document === document);
  assert.deepEqual(made.map(({ title_en }) => title_en).sort(), ['Offer flood doors', 'Open the market square']);
  assert.ok((carried?.links.apart ?? 0) > 0);
  const sea = [...desk.register.text_question.values()].find(({ sentence }) => sentence === 'p2s1');
  assert.equal(sea, undefined, 'what was decided is not asked again');
});

test('a plan without a text in the same language cannot be followed, nor one that is not there', async () => {
  const desk = await deskOn(HARBOUR);
  await assert.rejects(bring(desk, { ...harbour2026, follows: 'coast-plan' }), /plan with a text/);
  await assert.rejects(bring(desk, { ...harbour2026, follows: 'nowhere' }), /no document "nowhere"/);
  await assert.rejects(bring(desk, { ...harbour2026, fields: { kind: 'plan' } }), /title/);
  assert.equal(desk.seq, 1);
});
