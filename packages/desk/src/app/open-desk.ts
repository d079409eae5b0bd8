import { basename } from 'node:path';
import { type InstantString, inBackground, noSuch, WestgateError } from '@westgate/base';
import {
  type AnyRow,
  applyChanges,
  applySteps,
  type Change,
  noteAllRead,
  noteRead,
  noteRow,
  type Reader,
  type Register,
  registerOf,
  reverseChanges,
  soundRegister,
  soundSteps,
} from '@westgate/domain';
import { type Deed, type DeedDraft, erasedPersonOf, openStore, resultInSlices, type Store } from '@westgate/store';
import type { By } from '../deeds/by.ts';
import { conflictOr, rowAsRead } from '../deeds/conflict.ts';
import { requireForms } from '../deeds/require-forms.ts';
import { type RecordRead, revisedChange, withdrawnChange } from '../deeds/revise.ts';
import type { SaidChange } from '../deeds/said-change.ts';
import { settledChanges } from '../deeds/settled-changes.ts';
import { SettledLately } from '../deeds/settled-lately.ts';
import { undoSteps } from '../deeds/undo.ts';
import { type Changing, thoughtOut, type Work } from '../deeds/work.ts';
import { recordsOf, verbOf } from '../edits/edit.ts';
import { startDistrict } from '../edits/start-district.ts';
import { deskFiles } from '../evidence/desk-files.ts';
import { sweepFiles } from '../evidence/sweep-files.ts';
import { isSameDayEverywhere, zoneOf } from '../folder/day-in-zone.ts';
import { writeFolder } from '../folder/write.ts';
import { withWorkers } from '../jobs/work-needed.ts';
import { importOc4ids } from '../oc4ids/import-oc4ids.ts';
import { verifyReport } from '../papers/verify-report.ts';
import { asKnown } from '../people/as-known.ts';
import { erasedAccounts, erasePerson } from '../people/erase-person.ts';
import { mayKnowAll, readerBehind, readerNamed, requireKnown, requireRight } from '../people/guard-deed.ts';
import { peopleOf } from '../people/people.ts';
import { Personas } from '../people/personas.ts';
import { sheetImport } from '../sheets/intake/import-sheet.ts';
import { replaceText } from '../words/replace-text.ts';
import { deedAheadSteps } from './ahead.ts';
import { bringFolder } from './bring-folder.ts';
import { DeedTurns, doneDeed, type Ground, type Thought } from './deed-turns.ts';
import { DeedsFollowed, isMadeReadyFor } from './deeds-followed.ts';
import type { Desk } from './desk.ts';
import { deskJournal } from './desk-journal.ts';
import { type BesideStore, besideStore, type DeskOptions, storeOptions } from './desk-options.ts';
import { editsOn } from './edits-on.ts';
import type { ComingHistory } from './field-history.ts';
import { readPast } from './past.ts';
import type { PlacesHeld } from './places-held.ts';
import { tellListener } from './tell-listener.ts';
import { verifyDesk } from './verify-desk.ts';

/** Opens the desk: the store, the register from it and, where it is empty, the district folder as its first deed. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const store = await openStore(storeOptions(options));
  try {
    const { districtFolder } = options;
    const desk = await deskOf(store, besideStore(options));
    if (desk.seq === 0 && districtFolder !== undefined && desk.mode === 'ready') {
      await desk.importFolder({ path: districtFolder }, { who: 'westgate', reason: `first load of ${basename(districtFolder)}` });
    }
    if (desk.mode === 'ready') await sweepFiles(store, desk.held());
    return desk;
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function deskOf(store: Store, { isProduction, now, hasFolder, periods }: BesideStore): Promise<Desk> {
  const early: Deed[] = [];
  const endEarly = store.onDeed((deed) => early.push(deed));
  const { head, rows } = await store.firstState();
  let ground: Ground = { register: registerOf(rows), seq: head.seq };
  const held = (): Register => ground.register;
  const { fieldHistory, deedIndex, ...past } = await readPast(store, ground.seq, ground.register);
  let placesHeld = past.placesHeld;
  const listeners = new Set<(deed: Deed) => void>();
  const onChange: Desk['onChange'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const personas = new Personas(() => held().account.size > 0);
  const office = { isProduction, personas, erased: await erasedAccounts(store, held()) };

  const turns = new DeedTurns(store, {
    present: () => ground,
    // Where it fails, that is told once the deed is taken up.
    prepare({ changes, undoes }, left) {
      if (!isMadeReadyFor({ changes })) return;
      inBackground(
        'making ready for a large deed',
        () => readyFor(left, { changes, undoes: undoes ?? null }),
        () => undefined,
      );
    },
    *noteSteps(on, { changes }) {
      const at = now().toISOString() as InstantString;
      yield* deedAheadSteps(on, { at, changes });
      return at;
    },
    settled: () => followed.settled(),
  });
  const placesAfter = (deed: Deed, next: Ground): PlacesHeld => {
    const coming = comingPlaces.get(next);
    return coming?.base === placesHeld ? coming.places : placesHeld.after(deed);
  };
  const takeUp = (deed: Deed, next: Ground): void => {
    ground = next;
    fieldHistory.add(deed, comingHistory.get(next));
    deedIndex.add(deed);
    placesHeld = placesAfter(deed, next);
    turns.noteDone(deed);
    const gone = erasedPersonOf(deed);
    if (gone !== null) fieldHistory.forget(gone);
    if (gone !== null) office.erased.add(gone);
    for (const listener of listeners) tellListener(listener, deed);
  };
  const settled = new SettledLately();
  const preparing = new Set<Parameters<Desk['onComing']>[0]>();
  /** What is worked out of a district that is about to stand, once for each. */
  const readied = new WeakMap<Ground, Promise<void>>();
  const comingHistory = new WeakMap<Ground, ComingHistory>();
  const comingPlaces = new WeakMap<Ground, { readonly base: PlacesHeld; readonly places: PlacesHeld }>();
  const readyFor = (ground: Ground, { changes, undoes }: Pick<Deed, 'changes' | 'undoes'>): Promise<void> => {
    const ready = async ({ register, seq }: Ground): Promise<void> => {
      const places = placesHeld.after({ at: now().toISOString() as InstantString, undoes, changes });
      comingPlaces.set(ground, { base: placesHeld, places });
      const sound = await resultInSlices(soundSteps(register));
      const coming = { held: register, register: sound, seq, placesSince: places.since(zoneOf(sound)) };
      for (const prepare of preparing) await prepare(coming);
      comingHistory.set(ground, await resultInSlices(fieldHistory.comingSteps({ seq, undoes, changes })));
    };
    const begun = readied.get(ground) ?? ready(ground);
    readied.set(ground, begun);
    // What failed once is tried again where it is asked for again.
    begun.catch(() => readied.delete(ground));
    return begun;
  };
  const followed = new DeedsFollowed({
    *groundSteps(deed) {
      const thought = turns.groundAfter(deed);
      if (!(thought?.notedAt && isSameDayEverywhere(thought.notedAt, deed.at))) yield* deedAheadSteps(held(), deed);
      return thought ?? { register: yield* applySteps(held(), deed.changes), seq: deed.seq };
    },
    prepare: (deed, coming) => readyFor(coming, deed),
    takeUp,
  });
  /** Takes up a deed of any process, in order. */
  const follow = (deed: Deed): void => {
    if (deed.seq > ground.seq) followed.follow(deed);
  };
  endEarly();
  for (const deed of early) follow(deed);
  store.onDeed(follow);
  const readerFor = ({ who }: By, register = held()): Reader | null => readerBehind(register, personas, who);
  /** What `think` gives on a register; what it refuses is told as whoever asks may know it. */
  const known = <T>({ register, seq }: Ground, by: By, think: (on: Ground, reader: Reader | null) => Promise<T>): Promise<T> => {
    const reader = readerFor(by, register);
    return asKnown(register, reader, (shown) => think({ register: shown, seq }, reader));
  };
  /** Throws where whoever does it may not. */
  const deedOf = (
    { who, reason, idem }: By,
    verb: string,
    given: readonly SaidChange[],
    on = ground,
    { undone, looked }: { readonly undone?: Deed; readonly looked?: ReadonlySet<SaidChange> } = {},
  ): DeedDraft => {
    const { register, seq } = on;
    const today = now();
    const settledOn = { register, verb, reader: readerNamed(register, personas, who), at: today.toISOString() as InstantString };
    const lately = settled.find(given, settledOn);
    const changes = lately ?? settledChanges(register, verb, given, { reader: settledOn.reader, now: today });
    requireRight(register, { who, verb, changes, undone }, office);
    if (lately) return { who, verb, reason: reason ?? '', idem, changes, basis: seq };
    if (!undone) requireForms(register, changes, today, looked ? changes.filter((change) => !looked.has(change)) : changes);
    settled.keep(given, settledOn, changes);
    return { who, verb, reason: reason ?? '', idem, changes, basis: seq };
  };
  const commit = (draft: DeedDraft): Promise<Deed> => turns.commit(draft);

  /** Changes one record that stands as it was read. */
  const changeRecord = (read: RecordRead, by: By, verb: string, changeOf: (before: AnyRow, held: Register) => Change): Promise<Deed> =>
    turns.do({
      by,
      async think(ground) {
        const draft = await known(ground, by, async (on, reader) => {
          requireKnown(on.register, by.who, read.table, read.key);
          const change = changeOf(await rowAsRead(store, on.register, read, reader), on.register);
          return deedOf(by, verb, [change], on);
        });
        return { draft, told: doneDeed };
      },
      again: (deed) => deed,
      refused: (error) => conflictOr(error, { store, register: held(), reader: readerFor(by) }, read),
    });

  const thinking =
    <Result extends Changing>({ verb, on: changing, about = [] }: Work<Result>, by: By) =>
    (ground: Ground): Promise<Thought<Result & { readonly deed: Deed | null }>> =>
      known(ground, by, async (on) => {
        for (const [table, key] of about) requireKnown(on.register, by.who, table, key);
        const result = await changing(on.register, on.seq + 1);
        const draft = result.changes.length === 0 ? null : deedOf(by, verb, result.changes, on);
        return { draft, told: (deed) => ({ ...result, deed }) };
      });
  const write: Desk['write'] = (work, by) =>
    withWorkers(() =>
      turns.do({
        by,
        think: thinking(work, by),
        again: (deed) => ({ ...work.told(deed, applyChanges(held(), reverseChanges(deed.changes))), deed }),
      }),
    );

  const people = peopleOf({ access: store.access, register: held, write, office, periods });
  return {
    people,
    isProduction,
    get register() {
      return soundRegister(held());
    },
    held,
    get seq() {
      noteAllRead();
      return ground.seq;
    },
    get mode() {
      return store.mode;
    },
    get reason() {
      return store.reason;
    },
    get note() {
      return store.note;
    },
    outbox: { ...store.access, hasFolder },
    files: deskFiles(store),
    runs: store.runs,
    onStatus: (listener) => store.onStatus(listener),
    progress: (key) => store.progress(key),
    onChange,
    onComing(prepare) {
      preparing.add(prepare);
      return () => preparing.delete(prepare);
    },
    revise: (revision, by) => changeRecord(revision, by, 'revise', (before, held) => revisedChange(held, before, revision)),
    withdraw: (read, by) => changeRecord(read, by, 'withdraw', (before, held) => withdrawnChange(held, before, read)),
    edit: (edits, by) =>
      turns.do({
        by,
        think: (ground) =>
          known(ground, by, async (on, reader) => {
            const { changes, records } = await editsOn({ store, held: on.register, reader }, edits, { who: by.who, seq: on.seq + 1 });
            return { draft: deedOf(by, verbOf(edits), changes, on), told: (deed) => ({ deed: doneDeed(deed), records }) };
          }),
        again: (deed) => ({ deed, records: recordsOf(deed, edits) }),
      }),
    startDistrict(start, by) {
      const done = start === null ? 'clear-district' : 'start-district';
      return turns.alone(async () => {
        const first = await turns.doneBefore(by);
        return first ?? commit(deedOf(by, done, startDistrict(held(), start)));
      });
    },
    undo: (undone, by) =>
      turns.do({
        by,
        async think(on) {
          const deed = await store.provenDeed(undone);
          const changes = deed ? reverseChanges(deed.changes) : [];
          if (!deed || !mayKnowAll(on.register, personas, by.who, changes))
            throw new WestgateError('WG_NOT_FOUND', noSuch('deed', `${undone}`), { seq: undone });
          requireRight(on.register, { who: by.who, verb: deed.verb, changes, undone: deed }, office);
          const undoing = await resultInSlices(undoSteps(on.register, deed));
          const draft = deedOf(by, 'undo', undoing, on, { undone: deed });
          return { draft: { ...draft, undoes: undone }, told: doneDeed };
        },
        again: (deed) => deed,
      }),
    importFolder: (source, by) => bringFolder({ files: deskFiles(store), turns, ground: () => ground, deedOf, now }, source, by),
    exportFolder: () => writeFolder(held()),
    write,
    thinkAhead: (work, by) => withWorkers(() => turns.thinkAhead({ think: thinking(work, by) })),
    replaceText: (draft, by) =>
      write(
        thoughtOut('replace-text', (on, seq) => replaceText(on, draft, seq)),
        by,
      ),
    importOc4ids: (draft, by) =>
      write(
        thoughtOut('import-oc4ids', (on, seq) => importOc4ids(on, draft, seq)),
        by,
      ),
    importSheet: (draft, by) =>
      write(
        thoughtOut('import-sheet', (on, seq) => sheetImport(on, draft, seq)),
        by,
      ),
    verifyReport: (report) => verifyReport(store, report),
    history(table, key, limit, before) {
      noteRow(table, key);
      return store.history(table, key, limit, before);
    },
    former(tables, columns) {
      noteAllRead();
      return store.former(tables, columns);
    },
    touching(rows, limit, before) {
      for (const { table, key } of rows) noteRow(table, key);
      return store.touching(rows, limit, before);
    },
    deeds(limit, before) {
      noteAllRead();
      return store.recentDeeds(limit, before);
    },
    async deed(number, most) {
      const found = await store.deed(number, most);
      if (found === null) noteAllRead();
      return found;
    },
    changesTo(table, number) {
      noteRead(table);
      return store.changesTo(table, number);
    },
    undoneBy: (number) => deedIndex.undoneBy(number),
    since(table, key) {
      noteRow(table, key);
      return fieldHistory.since(table, key);
    },
    get placesSince() {
      return placesHeld.since(zoneOf(ground.register));
    },
    persons: () => store.persons(),
    erasePerson(id, reason) {
      const close = (change: Change) => commit(deedOf({ who: 'westgate' }, 'close-account', [change]));
      return turns.alone(() => erasePerson({ store, register: held(), close }, id, reason)).finally(() => people.forget());
    },
    upkeep: () => store.upkeep(),
    verify: () => verifyDesk(store, { present: () => ground, followed: onChange, settled: () => followed.settled() }),
    ...deskJournal(store, (write) => turns.alone(write)),
    setAddress: (url, operatorKey) => store.setAddress(url, operatorKey),
    close: () => turns.end(() => store.close()),
  };
}
