import { cleanLine, cleanWords, type Language, WestgateError } from '@westgate/base';
import { feedbackBy, feedbackDays, hashOf, idemOf, receiveFeedback } from '@westgate/desk';
import { type FeedbackSubject, feedbackStanding, noticeOf, vocabulary } from '@westgate/domain';
import { FEEDBACK_LIMITS, type FeedbackFault, type FeedbackForm, type FeedbackStatus, type Stand } from '@westgate/public/feedback';
import { SERVED_AT } from '@westgate/public/options';
import { FormCounts, LOOKED, TAKEN } from '../caller/form-counts.ts';
import type { NotTaken } from '../http/told-page.ts';
import type { Office } from '../office/office.ts';
import { heldDistrict } from '../present/district.ts';
import { pair } from '../present/text.ts';
import type { SentForm } from './form-body.ts';
import { formToken, secretOf, tokenStands } from './form-token.ts';
import { type PublicRecord, publicRecord } from './public-record.ts';

/** Takes what people write on public records: who they are is not asked, so that all is looked at twice. */
export class FeedbackTaker {
  readonly #office: Office;
  readonly #looked = new FormCounts(LOOKED);
  readonly #stored = new FormCounts(TAKEN);

  constructor(office: Office) {
    this.#office = office;
  }

  /** The public record that `about` names; null where there is none, or it is not public. */
  about(about: string): PublicRecord<FeedbackSubject> | null {
    return publicRecord(this.#office, vocabulary.FEEDBACK_SUBJECTS, about);
  }

  /** Where the pages of feedback stand. Throws `WG_NO_DISTRICT`. */
  stand(language: Language): Stand {
    const row = heldDistrict(this.#office.publicView(null).register);
    return { language, district: pair(row.name_zh, row.name_en), label: noticeOf(row), root: SERVED_AT };
  }

  /** A form on a record, with what was typed before and why it was not taken. */
  async form(
    { kind, id, name }: PublicRecord<FeedbackSubject>,
    typed: FeedbackForm['typed'] = NOTHING_TYPED,
    fault: FeedbackFault | null = null,
  ): Promise<FeedbackForm> {
    const about = `${kind}:${id}`;
    const token = formToken(await this.#key(), about, this.#office.now().getTime());
    return { about, name, token, typed, fault, days: feedbackDays(this.#office.desk.register) };
  }

  /** Counts a form that comes from an address; why it is not looked at, or null. */
  look(address: string): NotTaken<FeedbackFault> | null {
    const seconds = this.#looked.take(address);
    return seconds > 0 ? { fault: 'many', seconds } : null;
  }

  /** Takes a form in; gives the secret in the address of its page, or why it was not taken. */
  async take(
    sent: SentForm,
    { kind, id }: PublicRecord<FeedbackSubject>,
    address: string,
  ): Promise<NotTaken<FeedbackFault> | { readonly secret: string }> {
    const key = await this.#key();
    if (sent.website !== '') return { fault: 'trap' };
    const standing = tokenStands(key, `${kind}:${id}`, sent.token, this.#office.now().getTime());
    if (standing !== 'right') return { fault: standing };
    const words = cleanWords(sent.words);
    if (words === '') return { fault: 'empty' };
    if (words.length < FEEDBACK_LIMITS.least) return { fault: 'short' };
    const [name, reach] = [cleanLine(sent.name), cleanLine(sent.contact)];
    if (words.length > FEEDBACK_LIMITS.words || name.length > FEEDBACK_LIMITS.name || reach.length > FEEDBACK_LIMITS.contact)
      return { fault: 'long' };
    const secret = secretOf(key, sent.token);
    const { desk } = this.#office;
    if (feedbackBy(desk.register, secret)) return { secret };
    const seconds = this.#stored.take(address);
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
