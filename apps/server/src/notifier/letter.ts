import { type Bilingual, type DayString, type Html, html, inLanguageMarked, joined, type Language } from '@westgate/base';
import { sayDay } from '@westgate/domain';
import { isReport, LETTER_TELLINGS, type LetterLine, type LetterTelling } from './letter-line.ts';
import { type LetterWords, letterWords } from './letter-words.ts';

/** What a digest is written from. */
export interface Digest {
  readonly district: Bilingual;
  readonly day: DayString;
  readonly lines: readonly LetterLine[];
  readonly language: Language;
  /** Where browsers reach Westgate: `https://westgate.example`. */
  readonly origin: string;
  /** Whose day the link at the end opens. */
  readonly today: string;
}

/** A digest to a person, as text and as HTML. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Lines that one letter holds; how many more there are is told. */
const MOST_LINES = 60;
/** Bytes that a chat takes at once (WeCom: 4,096). */
const MOST_BYTES = 4_000;

/** The letter of a digest. `ending`: the link that ends the letters without signing in. */
export function letterOf(digest: Digest, name: string, ending: string): Letter {
  const word = letterWords(digest.language);
  const shown = digest.lines.slice(0, MOST_LINES);
  const left = digest.lines.length - shown.length;
  const groups = LETTER_TELLINGS.map((telling) => ({ telling, lines: shown.filter((line) => line.telling === telling) })).filter(
    ({ lines }) => lines.length > 0,
  );
  const account = `${digest.origin}/account?lang=${digest.language}`;
  const text = [
    word.greeting(name),
    '',
    word.lead(digest.lines.length, digest.lines.some(isReport)),
    ...groups.flatMap(({ telling, lines }) => [
      '',
      `${word.notice[telling]} (${lines.length})`,
      ...lines.flatMap((line) => [`- ${sentence(digest, line, word)}`, `  ${linkOf(digest, line)}`]),
    ]),
    ...(left > 0 ? ['', word.more(left)] : []),
    '',
    `${word.today}${word.colon}${todayOf(digest)}`,
    '',
    '--',
    word.why,
    `${word.end}${word.colon}${ending}`,
    `${word.change}${word.colon}${account}`,
    '',
  ].join('\n');
  const written = letterPage(digest.language, [
    html`<p>${word.greeting(name)}</p>`,
    html`<p>${word.lead(digest.lines.length, digest.lines.some(isReport))}</p>`,
    ...groups.map(({ telling, lines }) => group(digest, telling, lines, word)),
    ...(left > 0 ? [html`<p>${word.more(left)}</p>`] : []),
    html`<p>${anchor(todayOf(digest), word.today)}</p>`,
    html`<hr><p><small>${word.why}<br>${anchor(ending, word.end)} · ${anchor(account, word.change)}</small></p>`,
  ]);
  return { subject: subjectOf(digest, word), text, html: written.text };
}

/** The same for a chat, as Markdown that WeCom shows; cut to what it takes. */
export function chatText(digest: Digest): string {
  const word = letterWords(digest.language);
  const head = `**${marked(subjectOf(digest, word))}**`;
  const foot = link(todayOf(digest), word.today);
  const lines = digest.lines.map(
    (line) =>
      `> ${marked(word.notice[line.telling])} · ${link(linkOf(digest, line), nameOf(digest, line))}${marked(tailOf(digest, line, word))}`,
  );
  for (let count = lines.length; count >= 0; count -= 1) {
    const left = lines.length - count;
    const text = [head, ...lines.slice(0, count), ...(left > 0 ? [word.more(left)] : []), foot].join('\n');
    if (Buffer.byteLength(text) <= MOST_BYTES) return text;
  }
  return foot;
}

function subjectOf({ district, lines, language, day }: Digest, word: LetterWords): string {
  const name = inLanguageMarked(district, language) ?? 'Westgate';
  return word.subject(name, lines.length, sayDay(day)[language], lines.every(isReport)).replace(/\s+/g, ' ');
}

function sentence(digest: Digest, line: LetterLine, word: LetterWords): string {
  return `${nameOf(digest, line)}${tailOf(digest, line, word)}`;
}

/** What follows the name. */
function tailOf(digest: Digest, line: LetterLine, word: LetterWords): string {
  const said = facts(digest, line, word);
  return said === '' ? '' : `${word.comma}${said}`;
}

/** Which step is owed, when it is due, how late it is, whose it is: departments alone are named. Empty where nothing of this is known. */
function facts({ language }: Digest, { dueOn, lateBy, department, next }: LetterLine, word: LetterWords): string {
  const whose = department ? inLanguageMarked(department, language) : null;
  return [
    ...(next ? [word.step[next]] : []),
    ...(dueOn ? [word.due(sayDay(dueOn)[language])] : []),
    ...(lateBy > 0 ? [word.late(lateBy)] : []),
    ...(whose ? [whose] : []),
  ].join(word.comma);
}

function nameOf({ language }: Digest, { name, path }: LetterLine): string {
  return (inLanguageMarked(name, language) ?? path).replace(/\s+/g, ' ');
}

function linkOf({ origin, language }: Digest, { path, search, hash }: LetterLine): string {
  return `${origin}${path}?${new URLSearchParams({ lang: language, ...search })}${hash}`;
}

function todayOf({ origin, language, today }: Digest): string {
  return `${origin}/today?lang=${language}${today}`;
}

function group(digest: Digest, telling: LetterTelling, lines: readonly LetterLine[], word: LetterWords): Html {
  const items = lines.map((line) => html`<li>${anchor(linkOf(digest, line), nameOf(digest, line))}${tailOf(digest, line, word)}</li>`);
  return html`<h2 style="font-size:1em">${word.notice[telling]} (${lines.length})</h2><ul>${items}</ul>`;
}

/** A mail as HTML. */
export function letterPage(language: Language, parts: readonly Html[]): Html {
  const lang = language === 'zh' ? 'zh-Hans' : 'en';
  const style = 'font-family:sans-serif;font-size:15px;line-height:1.6;max-width:40em;color:#222';
  return html`<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Westgate</title></head><body style="${style}">${joined(parts, '\n')}</body></html>\n`;
}

/** A link of a mail. */
export function anchor(href: string, text: string): Html {
  return html`<a href="${href}">${text}</a>`;
}

function link(href: string, text: string): string {
  return `[${marked(text)}](${href.replace(/[()]/g, (letter) => (letter === '(' ? '%28' : '%29'))})`;
}

/** `text` without what would be read as a mark of Markdown, or call on everyone in the chat. */
function marked(text: string): string {
  return text.replace(/[[\]()<>*_`@\\]/g, (letter) => WIDE[letter] ?? ' ');
}

const WIDE: Readonly<Record<string, string>> = { '[': '【', ']': '】', '(': '（', ')': '）', '<': '＜', '>': '＞', '@': '＠' };
