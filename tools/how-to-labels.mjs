// How-tos that exist in both languages are followed on screen step by step: what is bold in them is a label, word for word, and nothing else is.
import { filesUnder, readText } from './house.mjs';

const FLOOR = 500;
/** A plural, or a choice, with its branches. */
const CHOICE = /\{\w+, (?:plural|select),((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/;
const BRANCH = /\{((?:[^{}]|\{[^{}]*\})*)\}/g;
/** A place that a value fills; a how-to writes anything there, as … . */
const PLACE = /\{[^{}]*\}|#/;

/** What those how-tos quote that no screen says, and where one does not lead to its other language. */
export async function howToFaults() {
  const faults = [];
  let count = 0;
  for (const language of ['zh', 'en']) {
    const known = (await saidOnScreen(language)).flatMap(patternsOf);
    for (const name of filesUnder('docs/how-to/zh').map((path) => path.slice(path.lastIndexOf('/') + 1))) {
      const document = language === 'zh' ? `docs/how-to/zh/${name}` : `docs/how-to/${name}`;
      const text = readText(document).replace(/\s*\n\s*/g, language === 'zh' ? '' : ' ');
      const labels = [...text.matchAll(/\*\*(.+?)\*\*/g)].map(([, label]) => label);
      count += labels.length;
      for (const label of labels)
        if (!known.some((pattern) => pattern.test(label))) faults.push(`${document} quotes “${label}”, which no screen says`);
      if (!text.includes(language === 'zh' ? `[English](../${name})` : `[中文](zh/${name})`))
        faults.push(`${document} does not lead to its other language`);
    }
  }
  if (count < FLOOR) faults.push(`only ${count} labels of how-tos were compared with those of the screens`);
  return faults;
}

/** All that a screen may say: the catalogue, the words of the public pages, the terms of the kernel, what the forms of actions and of the district ask, and refusals. */
async function saidOnScreen(language) {
  const { termsIn, ACTION_NAMES, actionNamed, calledIn, fieldsIn, settingsSections, variantsOf } = await import(
    '../packages/domain/dist/src/index.js'
  );
  const { TEXTS_EN } = await import('../apps/public/dist/src/words/texts-en.js');
  const { TEXTS_ZH } = await import('../apps/public/dist/src/words/texts-zh.js');
  const { ERRORS, ERRORS_ZH } = await import('../packages/base/dist/src/index.js');
  const asked = ACTION_NAMES.flatMap((name) => [
    actionNamed(name).why,
    ...Object.keys(fieldsIn(name)).map((field) => calledIn(name, field.replace(/_(?:zh|en)$/, '')) ?? calledIn(name, field)),
    ...Object.values(variantsOf(name)).map(({ label }) => label),
  ]);
  return [
    ...Object.values(termsIn(language)),
    ...['', 'choices/'].flatMap((folder) => Object.values(JSON.parse(readText(`apps/web/src/messages/${folder}${language}.json`)))),
    ...Object.values(language === 'zh' ? TEXTS_ZH : TEXTS_EN),
    ...asked.flatMap((each) => each?.[language] ?? []),
    ...settingsSections(false).map(({ label }) => label[language]),
    ...Object.keys(ERRORS).map((code) => (language === 'zh' ? ERRORS_ZH[code] : ERRORS[code].title)),
  ];
}

/** What a message may become, as patterns: each branch of a choice, with anything in its places. None where hardly a word is its own. */
function patternsOf(message) {
  const choice = CHOICE.exec(message);
  if (choice) return [...choice[1].matchAll(BRANCH)].flatMap(([, branch]) => patternsOf(message.replace(choice[0], () => branch)));
  const parts = message.split(PLACE);
  if (parts.length > 1 && parts.join('').replace(/[\s\p{P}]/gu, '').length < 2) return [];
  const quoted = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return [new RegExp(`^${quoted.join('.{1,40}?')}$`, 'iu')];
}
