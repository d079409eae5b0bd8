import { type Bilingual, inLanguage } from '@westgate/base';
import type { Deed } from '@westgate/contract';
import { asAction, described, isTable } from '@westgate/domain';
import { useAsk } from '../api/ask.ts';
import { formKind } from '../api/form-kinds.ts';
import { useMatter } from '../api/questions.ts';
import { isWordId, useWords } from '../messages/words.ts';
import { useLanguage } from '../scope/use-view.ts';
import { usePickedName } from './picker.tsx';

type Change = Deed['changes'][number];

/** The verb of what a deed of several edits did to its record. */
const DONE = { created: 'create', changed: 'revise', deleted: 'withdraw' } as const;

/** What stands before the name of who reported by the link of a body outside. */
const OUTSIDE = 'outside:';

/** Says what a deed did: `made: project “North pier”`. Null while the deed is not here yet. */
export function useSayDeed(seq: number): string | null {
  const deed = useAsk('deed', { params: { seq }, query: { changes: 'one' } }).data;
  const word = useWords();
  const language = useLanguage();
  const change = deed?.changes[0];
  const told = change && tellsOfAnother(change, deed.verb) ? change.of : null;
  const given = change && told === null ? inLanguage(nameIn(change.fields), language) : null;
  // What has no name of its own is known by the record it is of.
  const record = told ?? (change && (hasPage(change.table) ? { kind: change.table, id: change.key } : change.of));
  const kind = record ? formKind(record.kind) : null;
  const held = usePickedName(given === null && kind && record ? { kind, id: record.id } : null);
  const matter = useMatterName(given === null && record?.kind === 'supervision' ? record.id : null);
  if (!deed) return null;
  const verbId = `verb.deed.${deed.verb === 'edit' && change ? DONE[change.kind] : deed.verb}`;
  const verb = isWordId(verbId) ? word(verbId) : word('verb.deed.other');
  if (!change) return verb;
  const nounId = `noun.${told?.kind ?? change.table}`;
  const own = isWordId(nounId) ? word(nounId) : '';
  const noun = language === 'en' ? own.toLowerCase() : own;
  const name = given ?? (held || matter || (record?.kind === 'supervision' ? record.id : ''));
  // Some verbs name what they are done to: it is not said twice.
  if (name === '' && verb.includes(noun)) return verb;
  return word(name === '' ? 'deed.saidPlain' : 'deed.said', { verb, noun, name });
}

function hasPage(table: string): boolean {
  return isTable(table) && described(table).page !== undefined;
}

/** Whether the record a row is of is told in its place: where an action was done to that, and where no form makes the row, so that nobody knows it by itself. */
function tellsOfAnother({ table, of }: Change, verb: string): boolean {
  if (of === null || !isTable(table) || hasPage(table)) return false;
  const { form, of: columns } = described(table);
  return asAction(verb) !== null || (form === undefined && columns.length === 1);
}

/** What a matter under supervision asks; empty for none. */
function useMatterName(id: string | null): string {
  const language = useLanguage();
  const matter = useMatter(id ?? '', id !== null).data;
  return id !== null && matter?.id === id ? (inLanguage(matter.asked, language) ?? '') : '';
}

/** The name a change gives or takes, in both languages. */
function nameIn(fields: Change['fields']): Bilingual {
  const valueIn = (...columns: readonly string[]): string | null => {
    const change = columns.map((column) => fields.find(({ field }) => field === column)).find((each) => each !== undefined);
    const value = change?.after ?? change?.before;
    return typeof value === 'string' ? value : null;
  };
  return { zh: valueIn('name_zh', 'title_zh', 'asked_zh', 'title'), en: valueIn('name_en', 'title_en', 'asked_en', 'title') };
}

/** Who did a deed, in words: a name, an erased person, or a body outside with who reported for it. */
export function sayWho(word: ReturnType<typeof useWords>, who: string | null | undefined): string {
  if (who === null || who === undefined) return word('person.erased');
  return who.startsWith(OUTSIDE) ? word('person.outside', { who: who.slice(OUTSIDE.length) }) : who;
}
