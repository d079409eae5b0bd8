import { type Bilingual, type DayString, type Html, html } from '@westgate/base';
import { sayDay } from '@westgate/domain';
import type { WordName } from '../words/words.ts';
import { formMarks, held, type Stand, servedPage, textIn, trapField, wordsIn } from './served-page.ts';

/** How long what is written may be, in UTF-16 code units; of the words, how long at least. */
export const FEEDBACK_LIMITS = { least: 10, words: 2_000, name: 80, contact: 200 } as const;
const OF_WORDS = { least: FEEDBACK_LIMITS.least, most: FEEDBACK_LIMITS.words };

/** The form as it is shown, with what was typed before. */
export interface FeedbackForm {
  readonly about: string;
  readonly name: Bilingual;
  readonly token: string;
  readonly typed: { readonly words: string; readonly name: string; readonly contact: string };
  /** Why what was sent was not taken; null at first. */
  readonly fault: FeedbackFault | null;
  /** Working days in which it is answered. */
  readonly days: number;
}

/** Why feedback was not taken. */
export type FeedbackFault =
  | 'empty'
  | 'short'
  | 'long'
  | 'fast'
  | 'old'
  | 'trap'
  | 'many'
  | 'encoding'
  | 'large'
  | 'gone'
  | 'closed'
  | 'busy';

/** What whoever wrote reads of it. */
export interface FeedbackStatus {
  readonly name: Bilingual;
  readonly words: Bilingual;
  readonly receivedOn: DayString | null;
  readonly dueOn: DayString | null;
  readonly answer: Bilingual;
  readonly answeredOn: DayString | null;
  readonly dismissed: 'spam' | 'out-of-scope' | null;
  readonly dismissal: Bilingual;
  readonly owner: Bilingual;
  readonly isOverdue: boolean;
}

/** The form: no script, every text escaped. */
export function feedbackFormPage(stand: Stand, form: FeedbackForm): string {
  const say = wordsIn(stand);
  const { typed, fault } = form;
  return servedPage(
    stand,
    say('feedback.write'),
    html`<h1>${say('feedback.write')}</h1>
<p class="lead">${textIn(stand, form.name)}</p>
${fault && html`<p class="fault" role="alert">${say(`feedback.fault.${fault}`, OF_WORDS)}</p>`}
<p>${say('feedback.promise', { days: form.days })}</p>
<form class="ask" method="post" action="${stand.root}feedback/new?lang=${stand.language}" accept-charset="utf-8">
${formMarks(stand, form)}
<p><label for="words">${say('feedback.words')}</label><textarea id="words" name="words" rows="8" required minlength="${FEEDBACK_LIMITS.least}" maxlength="${FEEDBACK_LIMITS.words}" aria-describedby="words-hint">${typed.words}</textarea><small id="words-hint">${say('feedback.wordsHint', OF_WORDS)}</small></p>
<p><label for="name">${say('feedback.name')}</label><input id="name" name="name" maxlength="${FEEDBACK_LIMITS.name}" autocomplete="name" value="${typed.name}"></p>
<p><label for="contact">${say('feedback.contact')}</label><input id="contact" name="contact" maxlength="${FEEDBACK_LIMITS.contact}" autocomplete="off" aria-describedby="contact-hint" value="${typed.contact}"><small id="contact-hint">${say('feedback.contactHint')}</small></p>
${trapField(stand)}
<p><button type="submit">${say('feedback.send')}</button></p>
</form>`,
  );
}

/** The page of a reference number: what was written, by when it is answered, the answer. */
export function feedbackStatusPage(stand: Stand, status: FeedbackStatus): string {
  const say = wordsIn(stand);
  const fact = (name: string, answer: Html | string | null): Html | null =>
    answer === null ? null : html`<div><dt>${name}</dt><dd>${answer}</dd></div>`;
  const day = (on: DayString | null): string | null => on && sayDay(on)[stand.language];
  return servedPage(
    stand,
    textIn(stand, status.name),
    html`<h1>${textIn(stand, status.name)}</h1>
<p class="verdict-word" role="status">${say(standingOf(status))}</p>
<p>${say('feedback.keep')}</p>
<dl class="facts">
${fact(say('feedback.received'), day(status.receivedOn))}
${fact(say('feedback.due'), day(status.dueOn))}
${fact(say('feedback.unit'), held(status.owner) ? textIn(stand, status.owner) : null)}
${fact(say('feedback.words'), html`<span class="typed">${textIn(stand, status.words)}</span>`)}
${status.answeredOn ? fact(say('feedback.answer'), html`<span class="typed">${textIn(stand, status.answer)}</span><small>${day(status.answeredOn)}</small>`) : null}
${status.dismissed ? fact(say('feedback.dismissal'), html`<span class="typed">${textIn(stand, status.dismissal)}</span>`) : null}
</dl>`,
  );
}

/** A page that says why there is nothing to fill in. */
export function feedbackFaultPage(stand: Stand, fault: FeedbackFault): string {
  const say = wordsIn(stand);
  return servedPage(
    stand,
    say('feedback.title'),
    html`<h1>${say('feedback.title')}</h1><p class="fault" role="alert">${say(`feedback.fault.${fault}`, OF_WORDS)}</p>`,
  );
}

function standingOf({ dismissed, answeredOn, isOverdue }: FeedbackStatus): WordName {
  if (dismissed !== null) return dismissed === 'spam' ? 'feedback.is.spam' : 'feedback.is.out-of-scope';
  if (answeredOn !== null) return 'feedback.is.answered';
  return isOverdue ? 'feedback.is.overdue' : 'feedback.is.open';
}
