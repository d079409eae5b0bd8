import type { DayString } from '@westgate/base';
import { type Bilingual, type Html, html, inLanguageMarked, LANGUAGE_TAGS, type Language } from '@westgate/base';
import { sayDay } from '@westgate/domain';
import { type WordName, word } from '../words/words.ts';

/** Where these pages stand on the server, and whose they are. */
export interface Stand {
  readonly language: Language;
  readonly district: Bilingual;
  /** What a practice district says of itself; nothing of a real one. */
  readonly label: Bilingual;
  /** Address of the published pages on the server, ending in `/`. */
  readonly root: string;
}

/** The form as it is shown, with what was typed before. */
export interface FeedbackForm {
  readonly about: string;
  readonly name: Bilingual;
  readonly token: string;
  readonly typed: { readonly words: string; readonly name: string; readonly contact: string };
  /** Why what was sent was not taken; null at first. */
  readonly fault: FeedbackFault | null;
  readonly limits: { readonly words: number; readonly name: number; readonly contact: number };
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
  const { typed, limits, fault } = form;
  return page(
    stand,
    say('feedback.write'),
    html`<h1>${say('feedback.write')}</h1>
<p class="lead">${text(stand, form.name)}</p>
${fault && html`<p class="fault" role="alert">${say(`feedback.fault.${fault}`, { least: 10, most: limits.words })}</p>`}
<p>${say('feedback.promise', { days: form.days })}</p>
<form class="ask" method="post" action="${stand.root}feedback/new?lang=${stand.language}" accept-charset="utf-8">
<input type="hidden" name="token" value="${form.token}"><input type="hidden" name="about" value="${form.about}"><input type="hidden" name="lang" value="${stand.language}">
<p><label for="words">${say('feedback.words')}</label><textarea id="words" name="words" rows="8" required minlength="10" maxlength="${limits.words}" aria-describedby="words-hint">${typed.words}</textarea><small id="words-hint">${say('feedback.wordsHint', { most: limits.words })}</small></p>
<p><label for="name">${say('feedback.name')}</label><input id="name" name="name" maxlength="${limits.name}" autocomplete="name" value="${typed.name}"></p>
<p><label for="contact">${say('feedback.contact')}</label><input id="contact" name="contact" maxlength="${limits.contact}" autocomplete="off" aria-describedby="contact-hint" value="${typed.contact}"><small id="contact-hint">${say('feedback.contactHint')}</small></p>
<p class="unseen" aria-hidden="true"><label for="website">${say('feedback.trap')}</label><input id="website" name="website" tabindex="-1" autocomplete="off" value=""></p>
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
  return page(
    stand,
    text(stand, status.name),
    html`<h1>${text(stand, status.name)}</h1>
<p class="verdict-word" role="status">${say(standingOf(status))}</p>
<p>${say('feedback.keep')}</p>
<dl class="facts">
${fact(say('feedback.received'), day(status.receivedOn))}
${fact(say('feedback.due'), day(status.dueOn))}
${fact(say('feedback.unit'), held(status.owner) ? text(stand, status.owner) : null)}
${fact(say('feedback.words'), html`<span class="typed">${text(stand, status.words)}</span>`)}
${status.answeredOn ? fact(say('feedback.answer'), html`<span class="typed">${text(stand, status.answer)}</span><small>${day(status.answeredOn)}</small>`) : null}
${status.dismissed ? fact(say('feedback.dismissal'), html`<span class="typed">${text(stand, status.dismissal)}</span>`) : null}
</dl>`,
  );
}

/** A page that says why there is nothing to fill in. */
export function feedbackFaultPage(stand: Stand, fault: FeedbackFault): string {
  const say = wordsIn(stand);
  return page(
    stand,
    say('feedback.title'),
    html`<h1>${say('feedback.title')}</h1><p class="fault" role="alert">${say(`feedback.fault.${fault}`, { least: 10, most: 2000 })}</p>`,
  );
}

function standingOf({ dismissed, answeredOn, isOverdue }: FeedbackStatus): WordName {
  if (dismissed !== null) return dismissed === 'spam' ? 'feedback.is.spam' : 'feedback.is.out-of-scope';
  if (answeredOn !== null) return 'feedback.is.answered';
  return isOverdue ? 'feedback.is.overdue' : 'feedback.is.open';
}

function page(stand: Stand, title: string, main: Html): string {
  const { language, root } = stand;
  const say = wordsIn(stand);
  const district = text(stand, stand.district);
  return html`<!DOCTYPE html>
<html lang="${LANGUAGE_TAGS[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · ${district}</title>
<link rel="icon" href="${root}assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}assets/site.css">
</head>
<body>
<header class="head"><p class="brand"><a href="${root}">${district}</a></p>${held(stand.label) ? html`<p class="notice"><span class="sample">${text(stand, stand.label)}</span></p>` : null}</header>
<div class="sheet single"><main id="main">
${main}
<p><a href="${root}">${say('missing.home')}</a></p>
</main></div>
</body>
</html>
`.text;
}

function wordsIn({ language }: Stand): (name: WordName, values?: Readonly<Record<string, string | number>>) => string {
  const edition = { language, isLarge: false, root: '' };
  return (name, values) => word({ edition }, name, values);
}

function text({ language }: Stand, said: Bilingual): string {
  return inLanguageMarked(said, language) ?? '';
}

function held({ zh, en }: Bilingual): boolean {
  return zh !== null || en !== null;
}
