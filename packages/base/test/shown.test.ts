import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldName, isMailAddress, looksOf, mixesScripts, strangeInLine, strangeInWords, webAddress } from '@westgate/base';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
/** Characters that turn others round, and that nobody sees, by Unicode's own lists. */
const TURNING = [...range(0x202a, 0x202e), ...range(0x2066, 0x2069), ...range(0xe0000, 0xe007f)];
const UNSEEN = ['\u00ad', '\u061c', '\u200b', '\u200e', '\u200f', '\u2028', '\u2029', '\u2060', '\ufeff', '\u3164', '\uffa0', '\u2800'];
const CONTROL = [...range(0, 0x1f), ...range(0x7f, 0x9f)];

test('no name holds a line break, a control character or a character that nobody sees, wherever it stands', () => {
  for (const strange of [...TURNING, ...UNSEEN, ...CONTROL, '\u200c', '\u200d'])
    for (const text of [strange, `${strange}abc`, `a${strange}b`, `北${strange}京`, `abc${strange}`])
      assert.notEqual(strangeInLine(text), null, JSON.stringify(text));
  for (const text of ['石景山', 'Müller-Lüdenscheidt', '𠮷野家', '葛\u{e0100}城', 'می‌خواهم', 'क्‍ष', '👩‍🌾', 'O’Neil, Ltd. (1999) “x”'])
    assert.equal(strangeInLine(text), null, text);
});

test('a text of several lines holds \\n and no other control character, and nothing that turns it round', () => {
  for (const strange of [...TURNING, ...CONTROL.filter((each) => each !== '\n')]) assert.notEqual(strangeInWords(`a${strange}b`), null);
  assert.equal(strangeInWords('one\ntwo\u00a0three'), null);
});

test('names of other letters that are drawn alike are taken for each other, and no word mixes them', () => {
  for (const [one, other] of [
    ['ada', 'аdа'],
    ['westgate', 'wеstgаtе'],
    ['Ada', 'ＡＤＡ'],
    ['scope', 'ѕсоре'],
    ['paco', 'раςο'],
  ] as const)
    assert.equal(looksOf(one), looksOf(other), other);
  assert.notEqual(looksOf('José'), looksOf('Jose'));
  assert.equal(foldName('  Ａda\u3000LOVELACE '), 'ada lovelace');
  for (const text of ['аda', 'Ada Lоvelace', 'γamma', 'Жan']) assert.equal(mixesScripts(text), true, text);
  for (const text of ['王Ada', 'Ада', 'Ада Lovelace', 'Σωκράτης', 'ａｄａ 王']) assert.equal(mixesScripts(text), false, text);
});

test('an address is written as a link where it leads to a page, and no other scheme is let through by any disguise', () => {
  for (const text of ['https://a.example/b?c=d&e=(f)#g', 'http://127.0.0.1:8080/', 'https://石景山.example/计划', 'HTTPS://A.EXAMPLE'])
    assert.equal(webAddress(text), text);
  const schemes = ['javascript', 'data', 'vbscript', 'file', 'ftp', 'blob', 'mailto', 'westgate', 'ms-word', 'view-source'];
  const disguises = schemes.flatMap((scheme) => [
    `${scheme}:alert(1)`,
    `${scheme.toUpperCase()}:alert(1)`,
    ` ${scheme}:x`,
    `${scheme[0]}\t${scheme.slice(1)}:x`,
    `${scheme}\n://https://a.example`,
    `\u0001${scheme}:x`,
    `${scheme}://a.example/`,
  ]);
  const others = [
    '//a.example',
    '/a',
    'a.example',
    'https:a.example',
    'https:///a',
    'https://',
    'https://bank.example@evil.example/',
    'https://a:b@c/',
  ];
  const unseen = [...TURNING, ...UNSEEN, ...CONTROL, ' ', '"', '<', '>', '\\'].map((each) => `https://a.example/${each}x`);
  for (const text of [...disguises, ...others, ...unseen, `https://a.example/${'x'.repeat(2_000)}`, '', null])
    assert.equal(webAddress(text), null, JSON.stringify(text));
});

test('a mail address is one address, without a name before it, a second one, or a line that follows', () => {
  for (const text of ['ada@district.example', 'a.b+c@mail.district.example', '王@石景山.example', 'root@localhost'])
    assert.equal(isMailAddress(text), true, text);
  const refused = [
    'Ada <ada@x.example>',
    'ada@x.example, ben@x.example',
    'ada@x.example;b@x.example',
    'ada@x.example\r\nBcc: b@x.example',
    'ada@x.example\n',
    'ada',
    '@x.example',
    'ada@',
    'a@b@c.example',
    'a..b@x.example',
    '.a@x.example',
    'a.@x.example',
    'a b@x.example',
    'a@-x.example',
    'a@x..example',
    '"a b"@x.example',
    `${'a'.repeat(65)}@x.example`,
    `a@${'x.'.repeat(130)}example`,
    'a\u202eb@x.example',
    'a\u200b@x.example',
    'a|b@x.example',
  ];
  for (const text of refused) assert.equal(isMailAddress(text), false, JSON.stringify(text));
});
