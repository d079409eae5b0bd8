/**
 * What an abbreviation says about the full stop after it. `before-name`: the sentence goes on. `before-number`: it goes on when a
 * number follows. `company`: it ends when a capital follows, but for another company word. `either`: it ends only when the next word
 * is one that sentences begin with.
 */
export type Abbreviation = 'before-name' | 'before-number' | 'company' | 'either';

const WORDS: Readonly<Record<Abbreviation, string>> = {
  'before-name': `Mr Mrs Ms Dr Prof Messrs Hon Rev Gen Lt Col Capt Sgt Cmdr Gov Sen Rep Pres Mt Ft Dept Univ Assn Bros
    i.e e.g ie eg viz vs cf approx ca incl excl resp Approx Incl Vs Cf`,
  'before-number': `No Nos Nr Fig Figs fig figs Eq Eqs Tab Vol vol Vols Ch ch Sec sec Art Arts Para para Paras p pp Ref Refs App est Est
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec`,
  company: 'etc Etc Inc Ltd Corp LLC Pty Plc plc',
  either: 'Co al Jr Sr St Ave Rd Blvd Bldg Ph.D M.Sc B.Sc Ph',
};

const KIND_OF: ReadonlyMap<string, Abbreviation> = new Map([
  ...entries('before-name'),
  ...entries('before-number'),
  ...entries('company'),
  ...entries('either'),
]);

const COMPANY_WORDS = new Set(['Co', 'Inc', 'Ltd', 'Limited', 'Corp', 'LLC', 'Pty', 'Plc', 'GmbH', 'Group']);

const STARTERS = new Set(
  `The A An In It Its This That These Those There Their They We Our He She His Her You I On At For By To From With Without As And But Or So
  Also Then Thus However Moreover Furthermore Additionally Meanwhile Therefore Through Throughout After Before During Since Until When While
  Where If Although Though Because Once All Each Every Both Such Some Many Most Several Other Another No Not Only More Under Over Between
  Among Within Upon Following Based According Moving Going Efforts Measures Ongoing Work Projects Further Last Next First Second Third
  Finally Today Now New`.split(/\s+/),
);

/** What kind of abbreviation `word` (without its last full stop) is, or `null`. Single capitals and dotted initials are `either`. */
export function abbreviationKind(word: string): Abbreviation | null {
  const known = KIND_OF.get(word);
  if (known !== undefined) return known;
  return /^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u.test(word) ? 'either' : null;
}

/** True for a word that belongs to the name of a company, as the `Ltd` of `Co. Ltd.` */
export function isCompanyWord(word: string): boolean {
  return COMPANY_WORDS.has(word);
}

/** True for a word that English sentences commonly begin with. */
export function isStarter(word: string): boolean {
  return STARTERS.has(word);
}

/** The word that ends at `at` in `text`, with dots inside it: `U.S` before the last dot of `U.S.`; at most 24 characters. */
export function wordBefore(text: string, at: number): string {
  return /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(0, at - 24), at))?.[0].replace(/^\.+/, '') ?? '';
}

function entries(kind: Abbreviation): [string, Abbreviation][] {
  return WORDS[kind].split(/\s+/).map((word) => [word, kind]);
}
