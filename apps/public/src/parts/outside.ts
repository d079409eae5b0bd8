import { type Html, html, joined } from '@westgate/base';
import type { FeedbackSubject } from '@westgate/domain';
import { type At, editionLike, hrefToService, hrefToShared } from '../site/at.ts';
import { feedbackOn } from '../site/feedback-of.ts';
import { FOLLOWED_KINDS } from '../site/followed-kinds.ts';
import { embedPath, feedPath } from '../site/site.ts';
import { word } from '../words/words.ts';
import { section } from './facts.ts';
import { feedbackList } from './feedback-list.ts';

/** The kinds of records that are followed by a feed of their own. */
export type FollowedKind = (typeof FOLLOWED_KINDS)[number];
/** Those that other sites may show. */
type EmbeddedKind = 'commitment' | 'indicator';

/** What was asked about a record and answered, and the ways to ask, to follow and to show it elsewhere, as far as there are such. */
export function outsideSection(at: At, kind: FeedbackSubject | FollowedKind, id: string): Html | null {
  const answered = isSubject(kind) ? feedbackList(at, feedbackOn(at.site.publication, kind, id)) : null;
  const ask = isSubject(kind) ? formLink(at, 'feedback', kind, id) : null;
  const follow = isFollowed(kind) ? followLink(at, feedPath(at.site, kind, id)) : null;
  const mail = isFollowed(kind) && at.site.mails ? formLink(at, 'follow', kind, id) : null;
  const ways = [ask, mail, follow].filter((each) => each !== null);
  const embed = isEmbedded(kind) ? embedCode(at, kind, id) : null;
  if (answered === null && ways.length === 0 && embed === null) return null;
  return section(
    'outside',
    word(at, isSubject(kind) ? 'feedback.title' : 'follow.title'),
    html`${answered}${ways.length > 0 ? html`<p class="ways-out">${joined(ways, ' ')}</p>` : null}${embed}`,
  );
}

/** The way to a form; null where these pages stand where no server takes anything. */
function formLink(at: At, form: 'feedback' | 'follow', kind: FeedbackSubject | FollowedKind, id: string): Html | null {
  const { language } = at.edition;
  const query = `?about=${kind}:${encodeURIComponent(id)}&lang=${language}`;
  const href = hrefToService(at, `${form}/new`);
  return href === null
    ? null
    : html`<a class="button" href="${href}${query}">${word(at, form === 'feedback' ? 'feedback.write' : 'follow.mail')}</a>`;
}

/** The way to a feed. */
export function followLink(at: At, path: string | null): Html | null {
  const ordinary = editionLike(at, { isLarge: false });
  if (path === null || ordinary === null) return null;
  return html`<a class="button" href="${hrefToShared(at, ordinary.root + path)}" type="application/atom+xml">${word(at, 'follow.feed')}</a>`;
}

/** What another site copies to show it; null where it is not known where that would be. */
function embedCode(at: At, kind: EmbeddedKind, id: string): Html | null {
  const { url, service } = at.site;
  const ordinary = editionLike(at, { isLarge: false });
  const path = embedPath(at.site, kind, id);
  const base = service === null ? null : service === '' ? url : service;
  if (path === null || ordinary === null || base === null) return null;
  const code = `<iframe src="${base}${ordinary.root}${path.replace(/\.html$/, '')}" width="420" height="240" title="${word(at, 'embed.title')}"></iframe>`;
  return html`<details><summary>${word(at, 'embed.summary')}</summary><p class="soft">${word(at, 'embed.how')}</p><p class="address"><code>${code}</code></p></details>`;
}

function isSubject(kind: string): kind is FeedbackSubject {
  return kind === 'commitment' || kind === 'project' || kind === 'place' || kind === 'park';
}

function isFollowed(kind: string): kind is FollowedKind {
  return FOLLOWED_KINDS.some((each) => each === kind);
}

function isEmbedded(kind: string): kind is EmbeddedKind {
  return kind === 'commitment' || kind === 'indicator';
}
