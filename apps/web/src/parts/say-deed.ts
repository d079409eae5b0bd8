import { type Bilingual, inLanguage } from '@westgate/base';
import type { Deed } from '@westgate/contract';
import { useMatter } from '../api/supervision.ts';
import { useLanguage } from '../frame/use-view.ts';
import { isWordId, useWords } from '../messages/words.ts';
import { formKind } from '../record/form/form-kinds.ts';
import { usePickedName } from '../record/form/picker.tsx';

/** Tables whose rows only speak of other records: told only where a deed touched nothing else. */
const OF_OTHERS: ReadonlySet<string> = new Set([
  'link',
  'mention',
  'indicator_value',
  'figure',
  'feature',
  'district',
  'comment_department',
  'supervision_department',
]);
/** The verb of what a deed of several edits did to its record. */
const DONE = { created: 'create', changed: 'revise', deleted: 'withdraw' } as const;

/** Says what a deed did: `made: project “North pier”`. Null while the deed is not here yet. */
export function useSayDeed(deed: Deed | undefined): string | null {
  const word = useWords();
  const language = useLanguage();
  const change = subjectOf(deed && (deed.changes.find(({ table }) => !OF_OTHERS.has(table)) ?? deed.changes[0]));
  const kind = change ? formKind(change.table) : null;
  const given = change ? inLanguage(nameIn(change.fields), language) : null;
  const of = change?.table === 'planned_amount' ? cellOf(change, 'project') : undefined;
  const named = kind && change ? { kind, id: change.key } : typeof of === 'string' ? { kind: 'project' as const, id: of } : null;
  const held = usePickedName(given === null ? named : null);
  const matter = useMatterName(given === null && change?.table === 'supervision' ? change.key : null);
  if (!deed) return null;
  const verbId = `verb.deed.${deed.verb === 'edit' && change ? DONE[change.kind] : deed.verb}`;
  const verb = isWordId(verbId) ? word(verbId) : word('verb.deed.other');
  if (!change) return verb;
  const nounId = `noun.${change.table}`;
  const own = isWordId(nounId) ? word(nounId) : '';
  const noun = language === 'en' ? own.toLowerCase() : own;
  // Without a page of its own a record is known by no id that anyone has seen.
  const name = given ?? (change.table === 'supervision' ? matter || change.key : held || (kind === null ? '' : change.key));
  // Some verbs name what they are done to: it is not said twice.
  if (name === '' && verb.includes(noun)) return verb;
  return word(name === '' ? 'deed.saidPlain' : 'deed.said', { verb, noun, name });
}

/** Tables whose rows have no name that people know them by: the record they speak of is told in their place. */
const SPEAKING: ReadonlySet<string> = new Set([
  'status_update',
  'evidence',
  'outcome',
  'assignment',
  'outside_link',
  'monthly_progress',
  'comment',
  'pending_change',
]);

/** What a matter under supervision asks; empty for none. */
function useMatterName(id: string | null): string {
  const language = useLanguage();
  const matter = useMatter(id ?? '', id !== null).data;
  return id !== null && matter?.id === id ? (inLanguage(matter.asked, language) ?? '') : '';
}

/** The change, or the record that a report or a file speaks of in its place. */
function subjectOf(change: Deed['changes'][number] | undefined): Deed['changes'][number] | undefined {
  if (change?.table === 'supervision_step' || change?.table === 'supervision_department')
    return { ...change, table: 'supervision', key: change.key.split('|')[0] ?? change.key, fields: [] };
  if (!change || !SPEAKING.has(change.table)) return change;
  const [kind, id] = spokenOf(change);
  return typeof kind === 'string' && typeof id === 'string' ? { ...change, table: kind, key: id, fields: [] } : change;
}

/** Kind and id of the record a change speaks of. */
function spokenOf(change: Deed['changes'][number]): readonly unknown[] {
  if (change.table === 'assignment') return change.key.split('|');
  if (change.table === 'monthly_progress') return ['project', change.key.split('|')[0]];
  return [cellOf(change, 'subject_kind'), cellOf(change, 'subject_id')];
}

/** What a change gives a column, or takes from it. */
function cellOf(change: Deed['changes'][number], column: string): unknown {
  const field = change.fields.find((each) => each.field === column);
  return field?.after ?? field?.before;
}

/** The name a change gives or takes, in both languages. */
function nameIn(fields: Deed['changes'][number]['fields']): Bilingual {
  const valueIn = (...columns: readonly string[]): string | null => {
    const change = columns.map((column) => fields.find(({ field }) => field === column)).find((each) => each !== undefined);
    const value = change?.after ?? change?.before;
    return typeof value === 'string' ? value : null;
  };
  return { zh: valueIn('name_zh', 'title_zh', 'asked_zh', 'title'), en: valueIn('name_en', 'title_en', 'asked_en', 'title') };
}
