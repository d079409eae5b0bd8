import { isDay, type Language } from '@westgate/base';
import type { Edit, Sentence } from '@westgate/contract';
import { LEADING_THINGS, type VerbClass, vocabulary } from '@westgate/domain';
import type { WordId } from '../../../messages/words.ts';

/** A record that a commitment is tied to. `words`: the words of the sentence that name it, where they do. */
export interface CutThing {
  readonly kind: 'place' | 'project' | 'indicator' | (typeof LEADING_THINGS)[number] | 'document' | 'commitment';
  readonly id: string;
  readonly words?: string;
}

/** What a person fills in to cut a commitment from words. */
export interface CutFields {
  readonly title: Readonly<Record<Language, string>>;
  /** The words, letter by letter. */
  readonly clause: Readonly<Record<Language, string>>;
  /** Empty where it is not known. */
  readonly verbClass: VerbClass | '';
  readonly owner: string;
  /** Name of a department that is made together with the commitment; empty where none is. */
  readonly newOwner: string;
  readonly ownerBasis: string;
  readonly dueOn: string;
  readonly dueBasis: string;
  readonly tags: readonly string[];
  readonly things: readonly CutThing[];
  readonly noPlaceReason: string;
  readonly note: string;
}

export const NO_CUT: CutFields = {
  title: { zh: '', en: '' },
  clause: { zh: '', en: '' },
  verbClass: '',
  owner: '',
  newOwner: '',
  ownerBasis: '',
  dueOn: '',
  dueBasis: '',
  tags: [],
  things: [],
  noPlaceReason: '',
  note: '',
};

/** A field that keeps it from being cut. */
export interface CutFault {
  readonly field: 'clause' | 'title' | 'dueOn' | 'who';
  readonly word: WordId;
}

/** Longest title that is made of a clause: characters that are as wide as a Chinese one count twice. */
const TITLE_WIDTH = 56;

/** A short title from the words of a clause: all of it, or up to a comma or blank before it grows too long. */
export function titleFrom(clause: string): string {
  const words = clause.trim().replace(/[\s,，、；;。.:：]+$/u, '');
  let [width, end, cut] = [0, 0, 0];
  for (const character of words) {
    width += /[\u2e80-\uffef]/u.test(character) ? 2 : 1;
    if (width > TITLE_WIDTH) return `${words.slice(0, cut > 0 ? cut : end).replace(/[\s,，、；;]+$/u, '')}…`;
    end += character.length;
    if (/[\s,，、；;]/u.test(character)) cut = end;
  }
  return words;
}

/** What keeps it from being cut. The server checks again. */
export function cutFaults({ clause, title, dueOn }: CutFields, who: string): readonly CutFault[] {
  const faults: CutFault[] = [];
  if (clause.zh === '' && clause.en === '') faults.push({ field: 'clause', word: 'cut.fault.clause' });
  if (title.zh.trim() === '' && title.en.trim() === '') faults.push({ field: 'title', word: 'cut.fault.title' });
  if (dueOn !== '' && !isDay(dueOn)) faults.push({ field: 'dueOn', word: 'cut.fault.due' });
  if (who.trim() === '') faults.push({ field: 'who', word: 'record.fault.who' });
  return faults;
}

/**
 * The edits that cut a commitment: a department where one is made with it, the commitment, its links, and mentions of what the sentence
 * names. `before`: how many edits stand before them in the deed; `mentioned`: mentions that need not be made.
 */
export function cutEdits(fields: CutFields, { sentence, language, before, mentioned, mayMark = true }: CutPlace): readonly Edit[] {
  const text = (value: string): string | null => (value.trim() === '' ? null : value.trim());
  const makesOwner = fields.owner === '' && fields.newOwner.trim() !== '';
  const department: Edit[] = makesOwner
    ? [{ action: 'create', table: 'department', fields: { [`name_${language}`]: fields.newOwner.trim(), confidence: 'high' } }]
    : [];
  const at = before + department.length;
  const commitment: Edit = {
    action: 'create',
    table: 'commitment',
    fields: {
      sentence: sentence.id,
      title_zh: text(fields.title.zh),
      title_en: text(fields.title.en),
      clause_zh: text(fields.clause.zh),
      clause_en: text(fields.clause.en),
      verb_class: fields.verbClass === '' ? null : fields.verbClass,
      owner: makesOwner ? `$${before}` : text(fields.owner),
      [`owner_basis_${language}`]: text(fields.ownerBasis),
      due_on: text(fields.dueOn),
      [`due_basis_${language}`]: text(fields.dueBasis),
      [`no_place_reason_${language}`]: text(fields.noPlaceReason),
      tags: [...fields.tags],
      [`note_${language}`]: text(fields.note),
    },
  };
  const links = fields.things.map((thing): Edit => ({ action: 'create', table: 'link', fields: tieOf(thing, `$${at}`) }));
  const mentions = fields.things.flatMap((thing): Edit[] => {
    if (thing.words === undefined || mentioned.has(`${thing.kind}:${thing.id}`)) return [];
    const named = { thing_kind: thing.kind, thing_id: thing.id, [`phrase_${language}`]: thing.words };
    return [{ action: 'create', table: 'mention', fields: { sentence: sentence.id, ...named } }];
  });
  // A sentence that was context is a commitment's now; what was said of it before would be false.
  const promised: readonly Edit[] =
    sentence.kind === 'narrative' && mayMark
      ? [
          {
            action: 'revise',
            table: 'sentence',
            key: sentence.id,
            rev: sentence.rev,
            fields: { kind: 'promise', reason_zh: null, reason_en: null },
          },
        ]
      : [];
  return [...department, commitment, ...links, ...mentions, ...promised];
}

interface CutPlace {
  readonly sentence: Pick<Sentence, 'id' | 'kind' | 'rev'>;
  readonly language: Language;
  readonly before: number;
  readonly mentioned: ReadonlySet<string>;
  /** Whether whoever cuts may say of a sentence what it is. */
  readonly mayMark?: boolean;
}

const LEADING_TIES = Object.fromEntries(LEADING_THINGS.map((kind) => [kind, { relation: 'names', isFirst: false }])) as Readonly<
  Record<(typeof LEADING_THINGS)[number], { readonly relation: 'names'; readonly isFirst: false }>
>;

/** How each kind of record is tied to a commitment: which end it is, and by which relation. */
const TIES: Readonly<Record<CutThing['kind'], { readonly relation: (typeof vocabulary.RELATIONS)[number]; readonly isFirst: boolean }>> = {
  place: { relation: 'names', isFirst: false },
  ...LEADING_TIES,
  project: { relation: 'serves', isFirst: true },
  indicator: { relation: 'measures', isFirst: true },
  event: { relation: 'held-for', isFirst: true },
  document: { relation: 'implements', isFirst: false },
  commitment: { relation: 'implements', isFirst: false },
};

/** The link between a record and a commitment, as columns. */
export function tieOf({ kind, id }: CutThing, commitment: string): Readonly<Record<string, string>> {
  const { relation, isFirst } = TIES[kind];
  const [from, to] = isFirst
    ? [
        { kind, id },
        { kind: 'commitment', id: commitment },
      ]
    : [
        { kind: 'commitment', id: commitment },
        { kind, id },
      ];
  return { from_kind: from.kind, from_id: from.id, relation, to_kind: to.kind, to_id: to.id };
}

/** The kinds a commitment may be tied to, in the order they are offered. */
export const CUT_KINDS = Object.keys(TIES).filter((kind): kind is CutThing['kind'] => kind in TIES);

/** `text` as a class of verb; empty where it is none. */
export function verbClassOf(text: string): VerbClass | '' {
  return vocabulary.VERB_CLASSES.find((each) => each === text) ?? '';
}

/** What a sentence mentions already, as `kind:id`. */
export function mentionedIn({ mentions }: Pick<Sentence, 'mentions'>): ReadonlySet<string> {
  return new Set(mentions.map(({ kind, id }) => `${kind}:${id}`));
}
