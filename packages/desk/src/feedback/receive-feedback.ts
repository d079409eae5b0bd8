import { type DayString, invariant, noSuch, WestgateError } from '@westgate/base';
import { type AnyRow, calendarOf, type FeedbackSubject, type Register, type Row, registerIndex } from '@westgate/domain';
import type { Idem } from '@westgate/store';
import { saidIn } from '../deeds/ask.ts';
import { newId } from '../deeds/new-id.ts';
import { putChanges } from '../deeds/put-changes.ts';
import { type Changing, toldChanges, type Writing } from '../deeds/work.ts';
import type { People } from '../people/people.ts';
import { hashOf } from '../people/secret.ts';

/** Working days in which feedback is answered, where the district says nothing else. */
const USUAL_DAYS = 15;

/** Working days in which the district answers feedback. */
export function feedbackDays({ district }: Pick<Register, 'district'>): number {
  const [held] = district.values();
  return held?.feedback_days ?? USUAL_DAYS;
}

/** What somebody outside wrote. Its words are clean already: without characters that nobody sees. */
export interface FeedbackDraft {
  readonly kind: FeedbackSubject;
  readonly id: string;
  readonly words: string;
  /** How to reach who wrote it; it is sealed, and stands in no row and no journal. */
  readonly contact: { readonly name: string; readonly reach: string } | null;
  /** What opens the page on which the answer is read. */
  readonly secret: string;
}

/** The department that answers feedback on a record, where one is named. */
const ANSWERS: { readonly [K in FeedbackSubject]: (row: AnyRow) => unknown } = {
  commitment: ({ owner }) => owner,
  project: ({ lead }) => lead,
  place: () => null,
  park: () => null,
};

/**
 * Takes feedback in as one deed of Westgate: with a reference number, the department that answers and the day by which it does. Throws `WG_NOT_FOUND` where the record is
 * not there. The same `idem` gives the first one again.
 */
export async function receiveFeedback(
  desk: Writing & { readonly people: Pick<People, 'senders'> },
  { kind, id, words, contact, secret }: FeedbackDraft,
  { today, idem }: { readonly today: DayString; readonly idem: Idem },
): Promise<Row<'feedback'>> {
  // Thought out anew it is not sealed anew: nothing would point to the first.
  let sealed: Promise<string> | undefined;
  const sealedContact = (number: string): Promise<string> | null => {
    if (contact === null) return null;
    sealed ??= desk.people.senders.keep(contact, number);
    return sealed;
  };
  const work = {
    verb: 'receive-feedback',
    on: async (register: Register, seq: number): Promise<Changing> => {
      const rows: ReadonlyMap<string, AnyRow> = register[kind];
      const about = rows.get(id);
      if (!about) throw new WestgateError('WG_NOT_FOUND', noSuch(kind, id), { kind, id });
      const number = `${today.slice(0, 4)}-${seq}`;
      const name = namesOf(register, number);
      const said = saidIn(register, words);
      const row = {
        ...EMPTY,
        id: newId(register, 'feedback', { name_en: `Feedback ${number}` }, seq),
        ...name,
        words_zh: said.zh,
        words_en: said.en,
        [kind]: id,
        received_on: today,
        owner: ANSWERS[kind](about) ?? null,
        due_on: calendarOf(register).addWorkingDays(today, feedbackDays(register)),
        contact: await sealedContact(number),
        secret_hash: hashOf(secret),
        visibility: 'district',
      };
      return { changes: putChanges(register, [['feedback', row]]) };
    },
    told: toldChanges,
  };
  const { changes } = await desk.write(work, { who: 'westgate', reason: '', idem });
  const row = changes.find(({ table, before }) => table === 'feedback' && before === null)?.after;
  invariant(row, 'feedback that was taken in has a row');
  return row as unknown as Row<'feedback'>;
}

const bySecretHash = registerIndex<ReadonlyMap<string, Row<'feedback'>>>({
  basis: { feedback: 'rows' },
  build: (register) =>
    new Map(
      [...register.feedback.values()].flatMap((row) => (row.secret_hash === null ? [] : [[row.secret_hash, row] as const])).reverse(),
    ),
});

/** The feedback whose page a secret opens; null for none. */
export function feedbackBy(register: Register, secret: string): Row<'feedback'> | null {
  return bySecretHash(register).get(hashOf(secret)) ?? null;
}

/** The reference number in the languages that the district keeps. */
function namesOf({ district }: Register, number: string): { readonly name_zh: string | null; readonly name_en: string | null } {
  const [{ languages = [] } = {}] = [...district.values()];
  const keeps = (language: string): boolean => languages.length === 0 || languages.some((each) => each === language);
  return { name_zh: keeps('zh') ? `意见 ${number}` : null, name_en: keeps('en') ? `Feedback ${number}` : null };
}

const EMPTY = {
  ...{ commitment: null, project: null, place: null, park: null, answer_zh: null, answer_en: null, answered_on: null },
  ...{ dismissed: null, dismissal_zh: null, dismissal_en: null, note_zh: null, note_en: null },
};
