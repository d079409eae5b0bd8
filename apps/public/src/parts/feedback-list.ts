import { type Html, html } from '@westgate/base';
import type { At } from '../site/at.ts';
import { feedbackAnchor, type PublicFeedback } from '../site/feedback-of.ts';
import { said, when } from '../words/say.ts';
import { word } from '../words/words.ts';

/** What was asked and answered, each with its number, day and who answered. Null where there is none. */
export function feedbackList(
  at: At,
  feedback: readonly PublicFeedback[],
  about: (each: PublicFeedback) => Html | null = () => null,
): Html | null {
  if (feedback.length === 0) return null;
  return html`<ul class="rows">${feedback.map((each) => feedbackRow(at, each, about(each)))}</ul>`;
}

function feedbackRow(at: At, { id, name, words, answer, answeredOn, owner }: PublicFeedback, about: Html | null): Html {
  return html`<li id="${feedbackAnchor(id)}"><p class="row-title">${said(at, name)}</p>
${about && html`<p>${about}</p>`}<p class="typed">${said(at, words)}</p>
<p class="typed"><b>${word(at, 'feedback.answer')}</b>${word(at, 'colon')}${said(at, answer)}</p>
<p class="soft">${when(at, answeredOn)}${owner && html` · ${said(at, owner.name)}`}</p></li>
`;
}
