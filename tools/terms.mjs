// `npm run terms`: every interface term in both languages, one a line: name, Chinese, English. From the kernel's descriptions (closed lists, kinds of
// records, columns, actions), then the one catalogue of the screens. `npm run terms -- WORD` prints those that hold the word.
import { makeReady } from './build.mjs';
import { readText } from './house.mjs';

makeReady(['code']);
const { termsIn } = await import('../packages/domain/dist/src/index.js');
const { ERRORS, ERRORS_ZH } = await import('../packages/base/dist/src/index.js');
const refusals = (said) => Object.fromEntries(Object.keys(ERRORS).map((code) => [`problem.${code}`, said(code)]));
const catalogue = (language) =>
  Object.assign({}, ...['', 'choices/'].map((folder) => JSON.parse(readText(`apps/web/src/messages/${folder}${language}.json`))));
const zh = { ...termsIn('zh'), ...refusals((code) => ERRORS_ZH[code]), ...catalogue('zh') };
const en = { ...termsIn('en'), ...refusals((code) => ERRORS[code].title), ...catalogue('en') };
const [wanted = ''] = process.argv.slice(2);
const lines = Object.keys(en).map((name) => [name, zh[name], en[name]].join('\t'));
const shown = lines.filter((line) => line.toLowerCase().includes(wanted.toLowerCase()));
process.stdout.write(`${shown.join('\n')}\n`);
console.error(`${shown.length} of ${lines.length} terms`);
