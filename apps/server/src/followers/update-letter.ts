import { type Bilingual, type Html, html, inLanguageMarked, type Language } from '@westgate/base';
import { anchor, type Letter, letterPage } from '../notifier/letter.ts';

/** What a mail tells of one record. */
export interface Told {
  readonly name: Bilingual;
  /** The address of its page. */
  readonly page: string;
  readonly news: readonly { readonly title: string; readonly text: string }[];
}

/** Whose mail it is, and in which language. */
export interface Sheet {
  readonly district: Bilingual;
  readonly language: Language;
}

interface Words {
  readonly confirmSubject: (district: string, name: string) => string;
  readonly confirm: (name: string) => string;
  readonly confirmLink: string;
  readonly confirmElse: string;
  readonly subject: (district: string, names: readonly string[]) => string;
  readonly lead: string;
  readonly more: (count: number) => string;
  readonly page: string;
  readonly why: string;
  readonly stop: string;
  readonly colon: string;
}

const ZH: Words = {
  confirmSubject: (district, name) => `【${district}】确认邮件订阅：${name}`,
  confirm: (name) => `有人（可能是您）要求把“${name}”的更新发送到此邮箱。请打开下面的链接确认。`,
  confirmLink: '确认订阅',
  confirmElse: '不是您本人的，不必理会：未确认的不会收到更新，三天后链接失效，邮箱地址不保存。',
  subject: (district, names) => `【${district}】${names.length === 1 ? `${names[0]}有更新` : `${names.length} 项有更新`}`,
  lead: '您订阅的公开记录有以下更新。',
  more: (count) => `另有 ${count} 条，见网页。`,
  page: '打开网页',
  why: '您在公开网页上订阅了这些更新。每天最多一封。',
  stop: '退订',
  colon: '：',
};

const EN: Words = {
  confirmSubject: (district, name) => `${district}: confirm email updates on ${name}`,
  confirm: (name) => `Someone, perhaps you, asked for updates on “${name}” to be sent to this address. Open the link to confirm.`,
  confirmLink: 'Confirm',
  confirmElse: 'If it was not you, do nothing: no updates are sent, the link stops working after three days, and the address is not kept.',
  subject: (district, names) => `${district}: ${names.length === 1 ? `update on ${names[0]}` : `updates on ${names.length} records`}`,
  lead: 'There is something new on the public records that you follow.',
  more: (count) => `and ${count} more, on the page.`,
  page: 'Open the page',
  why: 'You asked for these updates on the public pages. At most one email a day.',
  stop: 'Unsubscribe',
  colon: ': ',
};

/** News that a mail tells of one record; how many more there are is said. */
const MOST_NEWS = 20;

/** The mail by which an address is confirmed. */
export function confirmLetter(sheet: Sheet, name: Bilingual, link: string): Letter {
  const word = wordsOf(sheet);
  const [district, called] = [textIn(sheet, sheet.district), textIn(sheet, name)];
  const text = [word.confirm(called), '', `${word.confirmLink}${word.colon}${link}`, '', word.confirmElse, ''].join('\n');
  const written = letterPage(sheet.language, [
    html`<p>${word.confirm(called)}</p>`,
    html`<p>${anchor(link, word.confirmLink)}</p>`,
    html`<p><small>${word.confirmElse}</small></p>`,
  ]);
  return { subject: word.confirmSubject(district, called), text, html: written.text };
}

/** The mail that tells what is new. `ending`: the link that ends the mails without signing in. */
export function updateLetter(sheet: Sheet, told: readonly Told[], ending: string): Letter {
  const word = wordsOf(sheet);
  const names = told.map(({ name }) => textIn(sheet, name));
  const text = [
    word.lead,
    ...told.flatMap(({ page, news }, index) => [
      '',
      names[index] ?? '',
      ...news.slice(0, MOST_NEWS).flatMap(({ title, text: said }) => [`- ${title}`, ...(said === '' ? [] : [`  ${said}`])]),
      ...(news.length > MOST_NEWS ? [word.more(news.length - MOST_NEWS)] : []),
      `${word.page}${word.colon}${page}`,
    ]),
    '',
    '--',
    word.why,
    `${word.stop}${word.colon}${ending}`,
    '',
  ].join('\n');
  const written = letterPage(sheet.language, [
    html`<p>${word.lead}</p>`,
    ...told.map((each, index) => part(word, names[index] ?? '', each)),
    html`<hr><p><small>${word.why} ${anchor(ending, word.stop)}</small></p>`,
  ]);
  return { subject: word.subject(textIn(sheet, sheet.district), names), text, html: written.text };
}

function part(word: Words, name: string, { page, news }: Told): Html {
  const items = news
    .slice(0, MOST_NEWS)
    .map(({ title, text }) => html`<li>${title}${text === '' ? null : html`<br><small>${text}</small>`}</li>`);
  const more = news.length > MOST_NEWS ? html`<p>${word.more(news.length - MOST_NEWS)}</p>` : null;
  return html`<h2 style="font-size:1em">${name}</h2><ul>${items}</ul>${more}<p>${anchor(page, word.page)}</p>`;
}

function wordsOf({ language }: Sheet): Words {
  return language === 'zh' ? ZH : EN;
}

function textIn({ language }: Sheet, said: Bilingual): string {
  return (inLanguageMarked(said, language) ?? 'Westgate').replace(/\s+/g, ' ');
}
