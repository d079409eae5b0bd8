import { isMailAddress, looksOf, mixesScripts, type Said, strangeInLine, WestgateError } from '@westgate/base';
import { isReservedName } from '@westgate/store';

/** What is kept of a person, as it is given. */
interface Personal {
  readonly name: string;
  readonly signIn: string;
  readonly mail?: string | null | undefined;
}

/**
 * Throws `WG_INPUT_INVALID` naming the field where a person could be taken for another: a name with characters that nobody sees, put together
 * from scripts that are drawn alike, of a program or a body outside, or that of another in `others`, by which both would sign; and for a mail
 * address that is none.
 */
export function requirePersonal({ name, signIn, mail = null }: Personal, others: readonly Personal[]): void {
  for (const [field, text] of Object.entries({ name, signIn })) requireShown(field, text);
  if (isReservedName(name))
    refuse('name', {
      zh: '应为人的姓名；这个名字是西大门自己署名用的',
      en: 'expected the name of a person, found one that Westgate signs with itself',
    });
  if (mail !== null && !isMailAddress(mail))
    refuse('mail', { zh: '应为邮箱地址，如 name@district.example', en: 'expected an address such as name@district.example' });
  if (others.some((other) => looksOf(other.signIn) === looksOf(signIn)))
    refuse('signIn', { zh: '这个登录名已有人用', en: 'expected a username that nobody has yet' });
  if (others.some((other) => looksOf(other.name) === looksOf(name)))
    refuse('name', {
      zh: '已有同名的人；请加上单位，如“王伟（规划）”',
      en: 'expected a name that nobody else has here, however it is written; add the unit, as in “Wang Wei (planning)”',
    });
}

/** Throws where a name of `field` is not what it seems. */
export function requireShown(field: string, text: string): void {
  const found = strangeInLine(text);
  if (found !== null)
    refuse(field, { zh: `应为一行看得见的字符，不含 ${found}`, en: `expected one line of characters that can be seen, without ${found}` });
  if (mixesScripts(text)) refuse(field, { zh: '一个词里的字母应属同一种文字', en: 'expected each word in letters of one script' });
}

function refuse(field: string, { zh, en }: Said): never {
  throw new WestgateError('WG_INPUT_INVALID', { zh: `${field}：${zh}`, en: `${field}: ${en}` }, { field });
}
