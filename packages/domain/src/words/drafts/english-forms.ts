/** The forms of an English verb: `build`, `builds`, `building`, `built`. */
export type VerbForm = 'base' | 'third' | 'ing' | 'past';

/** The regular forms of a verb or of a verb with its particle (`carry out`), each with its name. */
export function formsOf(phrase: string): readonly (readonly [string, VerbForm])[] {
  const [verb = '', ...particles] = phrase.split(' ');
  const join = (form: string): string => [form, ...particles].join(' ');
  return [
    [phrase, 'base'],
    [join(thirdOf(verb)), 'third'],
    [join(ingOf(verb)), 'ing'],
    [join(pastOf(verb)), 'past'],
  ];
}

function thirdOf(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

function ingOf(verb: string): string {
  if (/[^e]e$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return `${doubled(verb)}ing`;
}

function pastOf(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${doubled(verb)}ed`;
}

/** `plan` gives `plann`: one vowel between consonants, one syllable. */
function doubled(verb: string): string {
  return /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb) ? `${verb}${verb.at(-1) ?? ''}` : verb;
}
