import { type Language, never } from '@westgate/base';
import { type QUALIFIERS, type TermKind, VERB_CLASSES, type VerbClass } from '../../register/fields/vocabulary.ts';
import { formsOf, type VerbForm } from './english-forms.ts';
import type { TypeWeights } from './type-weights.ts';
import { WordTree } from './word-tree.ts';

/** One word or phrase of the vocabulary. */
export interface Term {
  readonly kind: TermKind;
  readonly language: Language;
  readonly words: string;
  /** What it stands for, by its kind: a verb class, the id of a record, a unit code, a number; empty where the kind says all. */
  readonly meaning: string;
  /** `general`: every district's; `district`: a name of a record or a term of the district. */
  readonly origin: 'general' | 'name' | 'district';
}

interface Verb {
  readonly verbClass: VerbClass | null;
  /** The class where nothing else in the clause says one. */
  readonly otherwise: VerbClass | null;
  readonly form: VerbForm;
}

/** A department or place that words name. `id` is null where only their ending says what they are. */
interface Named {
  readonly kind: 'department' | 'place';
  readonly id: string;
  readonly origin: Term['origin'];
}

export type Qualifier = (typeof QUALIFIERS)[number];

/** The vocabulary, ready to be looked up. */
export interface Lexicon {
  readonly verbs: { readonly zh: WordTree<Verb>; readonly en: WordTree<Verb> };
  /** Nouns made of a verb, by the class of that verb: `improvement`. */
  readonly verbNouns: WordTree<VerbClass>;
  /** Words of an object that decide the class: `a series of`. */
  readonly verbObjects: WordTree<VerbClass>;
  /** Adverbs before a verb; some decide the class. An `attribute` may belong to a noun as well: `high-quality`. */
  readonly modifiers: WordTree<VerbClass | 'adverb' | 'attribute'>;
  /** Words that state a target: of a number (`reach`), or a state that is one without it (`全覆盖`). */
  readonly targetVerbs: WordTree<'number' | 'state'>;
  /** What makes a promise of the verb after it; `noun`: of a noun made of a verb. */
  readonly promises: WordTree<'verb' | 'noun' | 'aim'>;
  readonly purposes: WordTree<'verb' | 'ing'>;
  readonly connectives: WordTree<true>;
  readonly prepositions: WordTree<'means' | 'object'>;
  readonly past: WordTree<true>;
  readonly sections: WordTree<'review' | 'plan'>;
  /** Before or after an amount. */
  readonly qualifiers: WordTree<Qualifier>;
  readonly scales: WordTree<number>;
  readonly numerals: WordTree<number>;
  readonly units: WordTree<string>;
  /** What a Chinese measure word counts: `小区` of `小区300个`; its words begin with `…`. */
  readonly counted: WordTree<string>;
  readonly dateParts: WordTree<string>;
  readonly names: WordTree<Named>;
  /** Words that a name of a department or place ends with where no record bears it. */
  readonly endings: WordTree<'department' | 'place'>;
  /** Words before the ending of a place that make no name of it: `断头` of `断头路`. */
  readonly commonStems: WordTree<true>;
  /** Words of the district that say a class, whatever was learned. */
  readonly own: WordTree<true>;
  /** What types clauses were given by hand; null where the rules alone tell them. */
  readonly types: TypeWeights | null;
}

/** What stands before the words of a unit that are a noun which is counted. */
const COUNTED = '…';

/** The vocabulary as trees. A district's own terms come before its names, and these before what is general. */
export function lexiconOf(terms: readonly Term[], types: TypeWeights | null = null): Lexicon {
  const lexicon: Lexicon = {
    verbs: { zh: new WordTree(), en: new WordTree() },
    verbNouns: new WordTree(),
    verbObjects: new WordTree(),
    modifiers: new WordTree(),
    targetVerbs: new WordTree(),
    promises: new WordTree(),
    purposes: new WordTree(),
    connectives: new WordTree(),
    prepositions: new WordTree(),
    past: new WordTree(),
    sections: new WordTree(),
    qualifiers: new WordTree(),
    scales: new WordTree(),
    numerals: new WordTree(),
    units: new WordTree(),
    counted: new WordTree(),
    dateParts: new WordTree(),
    names: new WordTree(),
    endings: new WordTree(),
    commonStems: new WordTree(),
    own: new WordTree(),
    types,
  };
  const irregular = new Set(terms.filter(({ kind }) => kind === 'verb-form').map(({ meaning }) => meaning));
  for (const origin of ['district', 'name', 'general'] as const) {
    for (const term of terms) if (term.origin === origin) addTerm(lexicon, term, irregular);
  }
  for (const term of terms) if (term.kind === 'verb-form') addForm(lexicon, term);
  return lexicon;
}

function addTerm(lexicon: Lexicon, term: Term, irregular: ReadonlySet<string>): void {
  const { kind, words, meaning, origin } = term;
  if (origin === 'district' && kind.startsWith('verb') && classOf(meaning) !== null) addOwn(lexicon, term);
  switch (kind) {
    case 'verb':
      addVerb(lexicon, term, irregular);
      break;
    case 'verb-form':
      break;
    case 'verb-noun':
      addClass(lexicon.verbNouns, words, meaning);
      break;
    case 'verb-object':
      addClass(lexicon.verbObjects, words, meaning);
      break;
    case 'verb-modifier':
      lexicon.modifiers.add(words, meaning === 'attribute' ? 'attribute' : (classOf(meaning) ?? 'adverb'));
      break;
    case 'target-verb':
      lexicon.targetVerbs.add(words, meaning === 'state' ? 'state' : 'number');
      break;
    case 'promise':
      lexicon.promises.add(words, meaning === 'noun' || meaning === 'aim' ? meaning : 'verb');
      break;
    case 'purpose':
      lexicon.purposes.add(words, meaning === 'ing' ? 'ing' : 'verb');
      break;
    case 'connective':
      lexicon.connectives.add(words, true);
      break;
    case 'preposition':
      lexicon.prepositions.add(words, meaning === 'object' ? 'object' : 'means');
      break;
    case 'past':
      lexicon.past.add(words, true);
      break;
    case 'section':
      lexicon.sections.add(words, meaning === 'review' ? 'review' : 'plan');
      break;
    case 'qualifier':
      addQualifier(lexicon, words, meaning);
      break;
    case 'scale':
      lexicon.scales.add(words, Number(meaning));
      break;
    case 'numeral':
      lexicon.numerals.add(words, Number(meaning));
      break;
    case 'amount-unit':
      if (words.startsWith(COUNTED)) lexicon.counted.add(words.slice(COUNTED.length), meaning);
      else lexicon.units.add(words, meaning);
      break;
    case 'date-part':
      lexicon.dateParts.add(words, meaning);
      break;
    case 'department':
    case 'place':
      lexicon.names.add(words, { kind, id: meaning, origin });
      break;
    case 'department-ending':
      lexicon.endings.add(words, 'department');
      break;
    case 'place-ending':
      if (meaning === 'common') lexicon.commonStems.add(words, true);
      else lexicon.endings.add(words, 'place');
      break;
    default:
      never(kind);
  }
}

function addVerb({ verbs }: Lexicon, { language, words, meaning }: Term, irregular: ReadonlySet<string>): void {
  const verbClass = classOf(meaning);
  const otherwise = meaning.endsWith('?') ? classOf(meaning.slice(0, -1)) : null;
  if (language === 'zh') {
    verbs.zh.add(words, { verbClass, otherwise, form: 'base' });
    return;
  }
  const first = words.split(' ')[0] ?? words;
  for (const [form, name] of formsOf(words)) {
    if (name !== 'past' || !irregular.has(first)) verbs.en.add(form, { verbClass, otherwise, form: name });
  }
}

/** Words of the district that say a class, an English verb in all its forms. */
function addOwn({ own }: Lexicon, { kind, language, words }: Term): void {
  if (kind === 'verb' && language === 'en') for (const [form] of formsOf(words)) own.add(form, true);
  else own.add(words, true);
}

/** An irregular past: `held` of `hold`, with the class that the verb has. */
function addForm({ verbs }: Lexicon, { words, meaning }: Term): void {
  const verb = verbs.en.at(meaning, 0)?.value;
  if (verb) verbs.en.add(words, { ...verb, form: 'past' });
}

function addClass(tree: WordTree<VerbClass>, words: string, meaning: string): void {
  const verbClass = classOf(meaning);
  if (verbClass !== null) tree.add(words, verbClass);
}

function addQualifier({ qualifiers }: Lexicon, words: string, meaning: string): void {
  const known: readonly Qualifier[] = ['at-least', 'over', 'about', 'nearly', 'at-most'];
  const qualifier = known.find((each) => each === meaning);
  if (qualifier) qualifiers.add(words, qualifier);
}

function classOf(meaning: string): VerbClass | null {
  return VERB_CLASSES.find((verbClass) => verbClass === meaning) ?? null;
}
