// People read the words of their trade, not ours: no catalogue, kernel label, paper, letter, public page, README or how-to says a banned word.
// What is banned, and what is said instead, stands in banned-words.mjs; the terms themselves in docs/glossary.md. Code, addresses and comments are left out.
import { BANNED_EN, BANNED_ZH } from './banned-words.mjs';
import { filesUnder, readText, report } from './house.mjs';

const FLOOR = 6_000;
const HAN = /\p{Script=Han}/u;
const CATALOGUES = [
  ['zh', 'apps/web/src/messages/zh.json'],
  ['zh', 'apps/web/src/messages/choices/zh.json'],
  ['en', 'apps/web/src/messages/en.json'],
  ['en', 'apps/web/src/messages/choices/en.json'],
];
/** Sources whose texts people read, and what in them is read only by programs: words that others write in plans and sheets. */
const SOURCES = ['packages/base/src', 'packages/domain/src', 'packages/desk/src', 'apps/server/src', 'apps/public/src', 'apps/cli/src'];
const OTHERS_WORDS =
  /^packages\/(domain\/src\/(words|kernel)\/|domain\/src\/programme\/money\/monthly-columns|desk\/src\/(sheets|words)\/)/;
/** A text in quotes, with what follows a Chinese one in the same pair: `'中文', 'English'`, `zh: '中文', en: 'English'`. */
const PAIR =
  /(['`])((?:(?!\1)[^\\\n]|\\.)*\p{Script=Han}(?:(?!\1)[^\\\n]|\\.)*)\1(?:,\s*(?:en:\s*)?(['`])((?:(?!\3)[^\\\n]|\\.)*)\3(?!\s*:))?/gu;

const texts = [...CATALOGUES.flatMap(inCatalogue), ...SOURCES.flatMap(inSources), ...inDocuments()];
const faults = texts.flatMap(({ at, text, language }) =>
  (language === 'zh' ? BANNED_ZH : BANNED_EN)
    .filter(([pattern]) => pattern.test(text))
    .map(([pattern, instead]) => `${at} says “${pattern.exec(text)?.[0]}”: say ${instead}`),
);
report('check-words', { read: texts.length, floor: FLOOR, faults, what: 'texts' });

function inCatalogue([language, file]) {
  return Object.entries(JSON.parse(readText(file))).map(([name, text]) => ({ at: `${file} ${name}`, text: bare(text), language }));
}

function inSources(folder) {
  return filesUnder(folder, (name) => name.endsWith('.ts') && !OTHERS_WORDS.test(name)).flatMap((file) => {
    const code = readText(file);
    const own = file.endsWith('texts-en.ts') || file.endsWith('/errors.ts') ? englishIn(file, code) : [];
    const pairs = [...uncommented(code).matchAll(PAIR)].flatMap(([, , zh, , en], index) => {
      const at = `${file} text ${index + 1}`;
      return [{ at, text: bare(zh), language: 'zh' }, ...(en && !HAN.test(en) ? [{ at, text: bare(en), language: 'en' }] : [])];
    });
    return [...own, ...pairs];
  });
}

/** The texts of a file that holds English alone. */
function englishIn(file, code) {
  return [...uncommented(code).matchAll(/: ?\n? *'((?:[^'\\\n]|\\.)+)'/g)].map(([, text], index) => ({
    at: `${file} text ${index + 1}`,
    text: bare(text),
    language: 'en',
  }));
}

/** READMEs and how-tos by lines: those with Chinese are read for both languages. */
function inDocuments() {
  return ['README.md', 'README.zh.md', ...filesUnder('docs/how-to', (name) => name.endsWith('.md'))].flatMap((file) =>
    withoutCode(readText(file))
      .split('\n')
      .flatMap((text, index) => {
        const at = `${file}:${index + 1}`;
        if (text.trim() === '') return [];
        return [{ at, text, language: 'en' }, ...(HAN.test(text) ? [{ at, text, language: 'zh' }] : [])];
      }),
  );
}

/** Lines stay where they are: code becomes blank, a link its words. */
function withoutCode(markdown) {
  return markdown
    .replace(/^```[\s\S]*?^```/gm, (code) => code.replace(/[^\n]/g, ''))
    .replace(/`[^`\n]*`/g, '')
    .replace(/\]\([^)\n]*\)/g, ']');
}

/** A text without its places: what fills them is not the text's own word. */
function bare(text) {
  return text.replace(/\$\{[^}]*\}/g, '…').replace(/\{\w+\}/g, '…');
}

function uncommented(code) {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
