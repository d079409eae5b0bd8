import { splitPlanText } from '@westgate/domain';
import { firstVerbClass } from './first-verb.ts';
import type { Cutting } from './score.ts';

/**
 * What a first attempt would do: every sentence that is no heading and names no source is one draft, its class that of its first verb of the
 * vocabulary; its date is the first year, its number the first figures. A sentence without such a verb is narrative.
 */
export function baselineOf(text: string): Cutting {
  const drafts: Cutting['drafts'][number][] = [];
  const narrative: string[] = [];
  for (const sentence of splitPlanText(text).sentences) {
    if (sentence.kind === 'rule') continue;
    const verb = firstVerbClass(sentence.text);
    if (sentence.kind === 'heading' || sentence.kind === 'source' || verb === null) {
      narrative.push(sentence.id);
      continue;
    }
    const words = sentence.text.replace(/[。.!！]\s*$/, '');
    const year = /(?:19|20)\d\d/.exec(words);
    const figures = /\d+(?:\.\d+)?/.exec(words.replace(/(?:19|20)\d\d/g, '    '));
    const at = (match: RegExpExecArray) => ({ start: sentence.start + match.index, end: sentence.start + match.index + match[0].length });
    drafts.push({
      sentence: sentence.id,
      start: sentence.start,
      end: sentence.start + words.length,
      verbClass: verb,
      ...(year && { date: { ...at(year), value: `${year[0]}-12-31` } }),
      ...(figures && { number: { ...at(figures), value: Number(figures[0]) } }),
    });
  }
  return { drafts, narrative };
}
