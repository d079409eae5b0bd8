import { type Bilingual, type Html, html } from '@westgate/base';
import type { WordName } from '../words/words.ts';
import type { FeedbackFault } from './feedback-pages.ts';
import { formMarks, type Stand, servedPage, textIn, trapField, wordsIn } from './served-page.ts';

/** The longest address that mail servers take. */
const LONGEST_ADDRESS = 254;

/** Why it was not taken that someone wants updates by mail: as feedback, and where what was typed is no address. */
export type FollowFault = Exclude<FeedbackFault, 'empty' | 'short' | 'long'> | 'address';

/** The form as it is shown, with what was typed before. */
export interface FollowForm {
  readonly about: string;
  readonly name: Bilingual;
  readonly token: string;
  readonly address: string;
  /** Why what was sent was not taken; null at first. */
  readonly fault: FollowFault | null;
}

/** What a page says that asks for nothing. */
export type FollowSaid = 'asked' | 'begun' | 'ended' | 'spent' | 'none';

/** The form for updates by mail: an address and nothing else. */
export function followFormPage(stand: Stand, form: FollowForm): string {
  const say = wordsIn(stand);
  return servedPage(
    stand,
    say('follow.mail'),
    html`<h1>${say('follow.mail')}</h1>
<p class="lead">${textIn(stand, form.name)}</p>
${form.fault && html`<p class="fault" role="alert">${say(faultWord(form.fault))}</p>`}
<p>${say('follow.lead')}</p>
<form class="ask" method="post" action="${stand.root}follow/new?lang=${stand.language}" accept-charset="utf-8">
${formMarks(stand, form)}
<p><label for="address">${say('follow.address')}</label><input id="address" name="address" type="email" required maxlength="${LONGEST_ADDRESS}" autocomplete="email" aria-describedby="address-hint" value="${form.address}"><small id="address-hint">${say('follow.addressHint')}</small></p>
${trapField(stand)}
<p><button type="submit">${say('follow.ask')}</button></p>
</form>`,
  );
}

/** The page that a link opens by which an address is confirmed: opening it does nothing yet, as programs open links as well. */
export function followConfirmPage(
  stand: Stand,
  { name, address, link }: { readonly name: Bilingual; readonly address: string; readonly link: string },
): string {
  const say = wordsIn(stand);
  return servedPage(
    stand,
    say('follow.mail'),
    html`<h1>${say('follow.mail')}</h1>
<p class="lead">${textIn(stand, name)}</p>
<p>${say('follow.confirm.to', { address })}</p>
<form class="ask" method="post" action="${stand.root}follow/confirm?of=${encodeURIComponent(link)}&amp;lang=${stand.language}">
<p><button type="submit">${say('follow.confirm')}</button></p>
</form>`,
  );
}

/** The page that the link at the end of each mail opens: what is followed, each ended by its button, and all by one. */
export function followStopPage(
  stand: Stand,
  { token, follows }: { readonly token: string; readonly follows: readonly { readonly record: string; readonly name: Bilingual }[] },
): string {
  const say = wordsIn(stand);
  const action = `${stand.root}follow/stop?of=${encodeURIComponent(token)}&lang=${stand.language}`;
  const one = ({ record, name }: (typeof follows)[number]): Html =>
    html`<li><form class="ask" method="post" action="${action}"><input type="hidden" name="about" value="${record}">
<p>${textIn(stand, name)}<br><button class="button" type="submit">${say('follow.stop.one')}</button></p></form></li>
`;
  return servedPage(
    stand,
    say('follow.stop'),
    html`<h1>${say('follow.stop')}</h1>
${follows.length === 1 ? follows.map(({ name }) => html`<p class="lead">${textIn(stand, name)}</p>`) : null}
<form class="ask" method="post" action="${action}"><p>${say('follow.stop.lead', { count: follows.length })}</p>
<p><button type="submit">${say('follow.stop.all')}</button></p></form>
${follows.length > 1 ? html`<ul class="plain-list">${follows.map(one)}</ul>` : null}`,
  );
}

/** A page that says what came of it. */
export function followSaidPage(stand: Stand, said: FollowSaid): string {
  const say = wordsIn(stand);
  const title = said === 'ended' || said === 'none' ? 'follow.stop' : 'follow.mail';
  return servedPage(stand, say(title), html`<h1>${say(title)}</h1><p class="lead" role="status">${say(`follow.said.${said}`)}</p>`);
}

/** A page that says why there is nothing to fill in. */
export function followFaultPage(stand: Stand, fault: FollowFault): string {
  const say = wordsIn(stand);
  return servedPage(
    stand,
    say('follow.mail'),
    html`<h1>${say('follow.mail')}</h1><p class="fault" role="alert">${say(faultWord(fault))}</p>`,
  );
}

function faultWord(fault: FollowFault): WordName {
  return fault === 'address' || fault === 'closed' ? `follow.fault.${fault}` : `feedback.fault.${fault}`;
}
