import { createHash } from 'node:crypto';
import { byText, type Html, html, isPeriod, LANGUAGE_TAGS, periodSpan } from '@westgate/base';
import type { PublicEvidence, PublicIndicator } from '@westgate/contract';
import type { FollowedKind } from '../parts/outside.ts';
import { valueMarks } from '../parts/value-marks.ts';
import { type At, addressOf, hrefToShared } from '../site/at.ts';
import { answeredFeedback, FEEDBACK_PAGE, feedbackAnchor, feedbackOn, type PublicFeedback } from '../site/feedback-of.ts';
import { FEED, feedPath, type Site } from '../site/site.ts';
import { amount, plain, sentences, whenInWords } from '../words/say.ts';
import { word } from '../words/words.ts';
import type { ListedFeed } from './feed-list.ts';

/** A feed of the site: where it lies, what it is of, and what happened. */
interface Feed {
  readonly path: string;
  /** What it is of, `kind:id`; null: of everything. */
  readonly record: string | null;
  /** The page that it follows. */
  readonly page: string;
  readonly title: (at: At) => string;
  readonly entries: (at: At) => readonly Entry[];
}

/** Something that a feed tells. */
interface Entry {
  /** Names it for good: a reader shows what it does not know by this. */
  readonly key: string;
  readonly title: string;
  readonly text: string;
  /** The day it is of. */
  readonly on: string;
  /** Path of the page within the edition. */
  readonly page: string;
}

/** Entries of the feed of everything, the latest. */
const MOST_ENTRIES = 100;

/** The feed of everything that was published, and that of each record that is followed. */
export function feedsIn(site: Site): readonly Feed[] {
  const { publication } = site;
  const of = (kind: FollowedKind, id: string, name: Parameters<typeof plain>[1], entries: Feed['entries']): readonly Feed[] => {
    const [path, page] = [feedPath(site, kind, id), site.pathOf(kind, id)];
    return path === null || page === null ? [] : [{ path, record: `${kind}:${id}`, page, title: (at) => plain(at, name), entries }];
  };
  const whole: Feed = {
    path: FEED,
    record: null,
    page: 'index.html',
    title: (at) => plain(at, publication.district.name),
    entries: (at) => latest(dedupe(everything(at))).slice(0, MOST_ENTRIES),
  };
  return [
    whole,
    ...publication.commitments.flatMap((each) =>
      of('commitment', each.id, each.title, (at) => latest(happenedTo(at, 'commitment', each.id, each.title, each.evidence))),
    ),
    ...publication.projects.flatMap((each) =>
      of('project', each.id, each.name, (at) => latest(happenedTo(at, 'project', each.id, each.name, each.evidence))),
    ),
    ...publication.places.flatMap((each) =>
      of('place', each.id, each.name, (at) => latest(happenedTo(at, 'place', each.id, each.name, each.evidence))),
    ),
    ...publication.indicators.flatMap((each) => of('indicator', each.id, each.name, (at) => latest(measured(at, each)))),
  ];
}

/** Every feed of the site in every language, as a file: which record it is of, where it lies, which page it follows. */
export function feedListJson({ editions }: Site, feeds: readonly Feed[]): string {
  const listed: readonly ListedFeed[] = editions
    .filter(({ isLarge }) => !isLarge)
    .flatMap(({ root, language }) => feeds.map(({ path, record, page }) => ({ record, language, path: root + path, page: root + page })));
  return `${JSON.stringify(listed)}\n`;
}

/** A feed as Atom (RFC 4287), in the language of its edition. */
export function feedXml(at: At, { path, page, title, entries }: Feed): string {
  const { site, edition } = at;
  const { asOf, district } = site.publication;
  const whole = title(at);
  const name = plain(at, district.name);
  const told = entries(at);
  const self = addressOf({ ...at, path }, edition);
  const updated = told[0]?.on ?? asOf;
  const notice = plain(at, district.label);
  const text = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${LANGUAGE_TAGS[edition.language]}">
<id>${urn(at, `feed ${path}`)}</id>
<title>${whole === name ? whole : `${whole} · ${name}`}</title>
${district.label.zh === null && district.label.en === null ? null : html`<subtitle>${notice}</subtitle>`}<updated>${instant(updated)}</updated>
<author><name>${name}</name></author>
<link rel="alternate" type="text/html" href="${linkTo(at, page)}"/>
${self && html`<link rel="self" type="application/atom+xml" href="${self}"/>`}
${told.map((entry) => entryXml(at, entry))}</feed>
`.text;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}`;
}

function entryXml(at: At, { key, title, text, on, page }: Entry): Html {
  return html`<entry><id>${urn(at, key)}</id><title>${title}</title><updated>${instant(on)}</updated><link rel="alternate" type="text/html" href="${linkTo(at, page)}"/><summary>${text}</summary></entry>
`;
}

function everything(at: At): readonly Entry[] {
  const { commitments, projects, places, indicators } = at.site.publication;
  return [
    ...commitments.flatMap(({ id, title, evidence }) => outcomes(at, 'commitment', id, title, evidence)),
    ...projects.flatMap(({ id, name, evidence }) => outcomes(at, 'project', id, name, evidence)),
    ...places.flatMap(({ id, name, evidence }) => outcomes(at, 'place', id, name, evidence)),
    ...indicators.flatMap((each) => measured(at, each)),
    ...answeredFeedback(at.site.publication).map((each) => answered(at, each)),
  ];
}

type Named = Parameters<typeof plain>[1];

function happenedTo(
  at: At,
  kind: 'commitment' | 'project' | 'place',
  id: string,
  name: Named,
  evidence: readonly PublicEvidence[],
): readonly Entry[] {
  return [...outcomes(at, kind, id, name, evidence), ...feedbackOn(at.site.publication, kind, id).map((each) => answered(at, each))];
}

/** What happened, each on its last day. One outcome is one entry, wherever it is told. */
function outcomes(
  at: At,
  kind: 'commitment' | 'project' | 'place',
  id: string,
  name: Named,
  evidence: readonly PublicEvidence[],
): readonly Entry[] {
  return evidence.map((row) => {
    const what = word(at, `outcome.${row.what}`);
    const subject = row.subject.id === id ? plain(at, name) : plain(at, row.subject.name);
    const parts = [
      row.value === null ? null : amount(at, row.value, row.unitName),
      row.newDueOn === null ? null : `${word(at, 'evidence.newDue')} ${whenInWords(at, row.newDueOn)}`,
      row.note.zh === null && row.note.en === null ? null : plain(at, row.note),
      sourceWords(at, row.source),
    ];
    return {
      key: `outcome ${row.id}`,
      title: `${subject}${word(at, 'colon')}${what}${word(at, 'comma')}${whenInWords(at, row.dates)}`,
      text: sentences(
        at,
        parts.filter((part) => part !== null),
      ),
      on: lastDay(at, row.dates),
      page: at.site.pathOf(kind, id) ?? 'index.html',
    };
  });
}

/** Actual values: a target is no news of what was reached. */
function measured(at: At, indicator: PublicIndicator): readonly Entry[] {
  const { id, name, unitName, values } = indicator;
  return values
    .filter(({ kind }) => kind === 'actual')
    .map((value) => ({
      key: `value ${id} ${value.period} ${value.value} ${value.source.id}`,
      title: `${plain(at, name)}${word(at, 'colon')}${amount(at, value.value, unitName)}${word(at, 'comma')}${whenInWords(at, value.period)}`,
      text: sentences(at, [sourceWords(at, value.source), ...valueMarks(at, value, indicator).map((each) => plain(at, each))]),
      on: lastDay(at, value.period),
      page: at.site.pathOf('indicator', id) ?? 'index.html',
    }));
}

function answered(at: At, { id, name, words, answer, answeredOn }: PublicFeedback): Entry {
  return {
    key: `feedback ${id}`,
    title: `${plain(at, name)}${word(at, 'colon')}${word(at, 'feedback.answer')}`,
    text: `${plain(at, words)} ${word(at, 'feedback.answer')}${word(at, 'colon')}${plain(at, answer)}`,
    on: answeredOn ?? at.site.publication.asOf,
    page: `${FEEDBACK_PAGE}#${feedbackAnchor(id)}`,
  };
}

function sourceWords(at: At, source: PublicEvidence['source']): string {
  if (source === null) return word(at, 'source.none');
  return source === 'withheld' ? word(at, 'source.withheld') : `${word(at, 'source.from')}${source.title}`;
}

/** The last day of a period, no later than the day of the states. */
function lastDay(at: At, text: string): string {
  const { asOf } = at.site.publication;
  const last = isPeriod(text) ? periodSpan(text)[1] : asOf;
  return last < asOf ? last : asOf;
}

function latest(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((a, b) => byText(b.on, a.on) || byText(a.key, b.key));
}

function dedupe(entries: readonly Entry[]): readonly Entry[] {
  return [...new Map(entries.map((entry) => [entry.key, entry])).values()];
}

function linkTo(at: At, page: string): string {
  const [path = '', anchor] = page.split('#');
  const address = addressOf({ ...at, path }, at.edition) ?? hrefToShared(at, at.edition.root + path);
  return anchor === undefined ? address : `${address}#${anchor}`;
}

function instant(day: string): string {
  return `${day}T00:00:00Z`;
}

/** A name for good, from what it is of: the same in every publication of the district. */
function urn(at: At, key: string): string {
  const hex = createHash('sha256').update(`${at.site.publication.district.id} ${at.edition.language} ${key}`).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
