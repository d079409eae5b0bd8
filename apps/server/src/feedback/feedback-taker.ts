import { type Bilingual, cleanLine, cleanWords, type Language, WestgateError } from '@westgate/base';
import { FEEDBACK_DAYS, feedbackBy, hashOf, idemOf, receiveFeedback } from '@westgate/desk';
import { type AnyRow, type FeedbackSubject, feedbackStanding, noticeOf, vocabulary } from '@westgate/domain';
import type { FeedbackFault, FeedbackForm, FeedbackStatus, Stand } from '@westgate/public/feedback';
import { SERVED_AT } from '@westgate/public/options';
import type { Office } from '../office/office.ts';
import { heldDistrict } from '../present/district.ts';
import { pair } from '../present/text.ts';
import type { SentForm } from './form-body.ts';
import { formToken, secretOf, tokenStands } from './form-token.ts';
import { PostCounts } from './post-counts.ts';

/** How long what people write may be, in UTF-16 code units. */
const LIMITS = { words: 2_000, name: 80, contact: 200 } as const;
const LEAST_WORDS = 10;
const HOUR_MS = 60 * 60_000;
/** Forms that are looked at, and feedback that is stored. */
const LOOKED = { windowMs: 60_000, ofOne: 20, ofAll: 300 } as const;
const STORED = { windowMs: HOUR_MS, ofOne: 12, ofAll: 400 } as const;

/** A record that feedback is about, as an address names it: `commitment:early-2030s`. */
export interface About {
  readonly kind: FeedbackSubject;
  readonly id: string;
  readonly name: Bilingual;
}

/** Why a form was not taken, with the seconds to wait where there are such. */
export interface NotTaken {
  readonly fault: FeedbackFault;
  readonly seconds?: number;
}

/** Takes what people write on public records: who they are is not asked, so that all is looked at twice. */
export class FeedbackTaker {
  readonly #office: Office;
  readonly #looked = new PostCounts(LOOKED);
  readonly #stored = new PostCounts(STORED);

  constructor(office: Office) {
    this.#office = office;
  }

  /** The public record that `about` names; null where there is none, or it is not public. */
  about(about: string): About | null {
    const [kind, id = ''] = about.split(/:(.*)/s);
    const subject = vocabulary.FEEDBACK_SUBJECTS.find((each) => each === kind);
    if (!subject) return null;
    const rows: ReadonlyMap<string, AnyRow> = this.#office.publicView(null).register[subject];
    const row = rows.get(id);
    if (!row) return null;
    const named = subject === 'commitment' ? 'title' : 'name';
    return { kind: subject, id, name: pair(textOf(row[`${named}_zh`]), textOf(row[`${named}_en`])) };
  }

  /** Where the pages of feedback stand. Throws `WG_NO_DISTRICT`. */
  stand(language: Language): Stand {
    const row = heldDistrict(this.#office.publicView(null).register);
    return { language, district: pair(row.name_zh, row.name_en), label: noticeOf(row), root: SERVED_AT };
  }

  /** A form on a record, with what was typed before and why it was not taken. */
  async form(
    { kind, id, name }: About,
    typed: FeedbackForm['typed'] = NOTHING_TYPED,
    fault: FeedbackFault | null = null,
  ): Promise<FeedbackForm> {
    const about = `${kind}:${id}`;
    const token = formToken(await this.#key(), about, this.#office.now().getTime());
    return { about, name, token, typed, fault, limits: LIMITS, days: FEEDBACK_DAYS };
  }

  /** Counts a form that comes from an address; why it is not looked at, or null. */
  look(address: string): NotTaken | null {
    const seconds = this.#looked.take(address, performance.now());
    return seconds > 0 ? { fault: 'many', seconds } : null;
  }

  /** Takes a form in; gives the secret in the address of its page, or why it was not taken. */
  async take(sent: SentForm, { kind, id }: About, address: string): Promise<NotTaken | { readonly secret: string }> {
    const key = await this.#key();
    if (sent.website !== '') return { fault: 'trap' };
    const standing = tokenStands(key, `${kind}:${id}`, sent.token, this.#office.now().getTime());
    if (standing !== 'right') return { fault: standing };
    const words = cleanWords(sent.words);
    if (words === '') return { fault: 'empty' };
    if (words.length < LEAST_WORDS) return { fault: 'short' };
    const [name, reach] = [cleanLine(sent.name), cleanLine(sent.contact)];
    if (words.length > LIMITS.words || name.length > LIMITS.name || reach.length > LIMITS.contact) return { fault: 'long' };
    const secret = secretOf(key, sent.token);
    const { desk } = this.#office;
    if (feedbackBy(desk.register, secret)) return { secret };
    const seconds = this.#stored.take(address, performance.now());
    if (seconds > 0) return { fault: 'many', seconds };
    const contact = name === '' && reach === '' ? null : { name, reach };
    // The journal keeps the key: of the secret it holds the hash alone.
    const idem = idemOf(`feedback ${hashOf(secret)}`, { kind, id, words });
    try {
      await receiveFeedback(desk, { kind, id, words, contact, secret }, { today: this.#office.today(), idem });
    } catch (error) {
      // The same form was sent twice at once, with other words.
      if (error instanceof WestgateError && error.code === 'WG_INPUT_INVALID') return { fault: 'old' };
      throw error;
    }
    return { secret };
  }

  /** What whoever wrote may read of it; null where the secret is of none. */
  status(secret: string): FeedbackStatus | null {
    const { register } = this.#office.desk;
    const row = feedbackBy(register, secret);
    if (!row) return null;
    const owner = row.owner === null ? undefined : register.department.get(row.owner);
    return {
      name: pair(row.name_zh, row.name_en),
      words: pair(row.words_zh, row.words_en),
      receivedOn: row.received_on,
      dueOn: row.due_on,
      answer: pair(row.answer_zh, row.answer_en),
      answeredOn: row.answered_on,
      dismissed: row.dismissed,
      dismissal: pair(row.dismissal_zh, row.dismissal_en),
      owner: pair(owner?.name_zh, owner?.name_en),
      isOverdue: feedbackStanding(row, this.#office.today()) === 'overdue',
    };
  }

  #key(): Promise<string> {
    return this.#office.desk.people.senders.formKey(this.#office.now());
  }
}

const NOTHING_TYPED = { words: '', name: '', contact: '' } as const;

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
