import { type Language, languageHeld } from '@westgate/base';
import type { Sentence } from '@westgate/contract';
import { DRAFT_RULES } from '@westgate/domain';
import { useRef, useState } from 'react';
import { catalogueIn } from '../../../messages/words.ts';
import type { TextPart } from '../../../parts/word-strip.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { letGo } from '../../../scope/let-go.ts';
import {
  acceptEdits,
  type MadeHere,
  mergeDrafts,
  narrativeEdit,
  ownDraft,
  type ReviewDraft,
  type ReviewItem,
  type ReviewMode,
  recutDraft,
  refusalOf,
  splitDraft,
  type VerbClass,
  wholeOf,
} from './review-model.ts';
import type { ReviewDesk } from './use-review.ts';

/** What a key or a button does to the current item. */
export interface ReviewActions {
  readonly isWhoMissing: boolean;
  readonly makesOwner: ReadonlySet<string>;
  readonly toggleOwner: () => void;
  readonly accept: () => void;
  /**
   * Accepts with a type: the current draft, or words of the sentence where nothing is drafted. `part`: the words that were chosen, where they are
   * not those of the draft or the whole sentence. `isAnother`: besides the current draft.
   */
  readonly acceptAs: (
    verbClass: VerbClass,
    chosen?: { readonly item?: ReviewItem; readonly part?: TextPart | null; readonly isAnother?: boolean },
  ) => void;
  readonly acceptSentence: () => void;
  readonly acceptAll: (accepted: readonly ReviewItem[]) => void;
  /** Marks sentences that are proposed as context as such, together. */
  readonly narrateAll: (context: readonly ReviewItem[]) => void;
  readonly refuse: () => void;
  readonly narrate: () => void;
  readonly merge: () => void;
  readonly split: (at: number) => void;
  readonly undo: () => void;
  readonly open: (mode: ReviewMode, takesAnother?: boolean) => void;
}

/** The deeds of the review. Nothing is done while it is not known who does it. */
export function useActions({
  desk,
  byId,
  language,
  who,
  setMode,
}: {
  readonly desk: ReviewDesk;
  readonly byId: ReadonlyMap<string, Sentence>;
  readonly language: Language;
  readonly who: string;
  readonly setMode: (mode: ReviewMode, takesAnother?: boolean) => void;
}): ReviewActions {
  const { languages } = useDistrictFrame().district;
  const [isWhoMissing, setWhoMissing] = useState(false);
  const [makesOwner, setMakesOwner] = useState<ReadonlySet<string>>(new Set());
  const made = useRef<MadeHere>({ owners: new Map(), mentions: new Set() });
  const { current, items } = desk;
  const name = who.trim();

  const asking = (act: () => void): void => {
    setWhoMissing(name === '');
    if (name === '') document.getElementById('review-who')?.focus();
    else act();
  };
  const acceptDrafts = (accepted: readonly ReviewItem[], owners = makesOwner): void =>
    asking(() => {
      const drafts = accepted.flatMap((item) => (item.kind === 'draft' ? [item.draft] : []));
      if (drafts.length === 0) return;
      desk.settle(accepted, {
        edits: () => acceptEdits(drafts, { sentences: byId, language, made: made.current, makesOwner: owners }),
        onStored: ({ records }) => noteMade(made.current, drafts, records),
        outcome: 'accepted',
        who: name,
      });
    });
  const narrateSentence = (id: string, reason: Readonly<Record<Language, string>>): void =>
    asking(() => {
      const sentence = byId.get(id);
      if (!sentence || sentence.commitmentIds.length > 0) return;
      const own = items.filter((item) => item.sentence === id);
      desk.settle(own, { edits: () => [narrativeEdit(sentence, reason, languages)], outcome: 'narrative', who: name });
    });
  const refuseDraft = (): void => {
    if (current?.kind !== 'draft') return;
    const { sentence, draft } = current;
    const words = (byId.get(sentence)?.text[language] ?? '').slice(draft.start, draft.end);
    desk.settle([current], { edits: () => [refusalOf(sentence, words, language)], outcome: 'refused', who: name });
  };
  const ofSentence = (): readonly ReviewItem[] => items.filter((item) => item.kind === 'draft' && item.sentence === current?.sentence);

  return {
    isWhoMissing: isWhoMissing && name === '',
    makesOwner,
    toggleOwner() {
      if (current?.kind !== 'draft' || current.draft.department === null || current.draft.department.id !== null) return;
      const next = new Set(makesOwner);
      next.has(current.key) ? next.delete(current.key) : next.add(current.key);
      setMakesOwner(next);
    },
    accept() {
      if (current?.kind === 'narrative') narrateSentence(current.sentence, DRAFT_RULES[current.rule]);
      else if (current?.kind === 'draft') acceptDrafts([current]);
    },
    acceptAs(verbClass, { item = current, part = null, isAnother = false } = {}) {
      if (!item) return;
      const { text } = byId.get(item.sentence) ?? { text: { zh: null, en: null } };
      const whole = (): TextPart => wholeOf(text[languageHeld(text, language)] ?? '');
      if (item.kind === 'draft' && !isAnother) {
        const draft = part ? recutDraft(item.draft, part) : item.draft;
        // A department that is to be made is made with other words, too.
        acceptDrafts([{ ...item, draft: { ...draft, verbClass } }], makesOwner.has(item.key) ? new Set([draft.key]) : makesOwner);
      } else {
        const draft = ownDraft(item.sentence, part ?? whole(), verbClass);
        acceptDrafts([{ kind: 'draft', key: isAnother ? draft.key : item.key, sentence: item.sentence, draft }]);
      }
      if (name !== '') setMode('decide');
    },
    acceptSentence: () => acceptDrafts(ofSentence()),
    acceptAll(accepted) {
      acceptDrafts(accepted);
      if (name !== '') setMode('decide');
    },
    narrateAll(context) {
      asking(() => {
        const edits = context.flatMap((item) => {
          const sentence = item.kind === 'narrative' ? byId.get(item.sentence) : undefined;
          const isFree = sentence !== undefined && sentence.commitmentIds.length === 0;
          return item.kind === 'narrative' && isFree ? [narrativeEdit(sentence, DRAFT_RULES[item.rule], languages)] : [];
        });
        if (edits.length > 0) desk.settle(context, { edits: () => edits, outcome: 'narrative', who: name });
      });
      if (name !== '') setMode('decide');
    },
    refuse() {
      if (current?.kind === 'narrative' || current?.kind === 'open') setMode('take');
      else asking(refuseDraft);
    },
    narrate() {
      if (current?.kind === 'narrative') narrateSentence(current.sentence, DRAFT_RULES[current.rule]);
      else if (current)
        letGo(async () => {
          const [zh, en] = await Promise.all([catalogueIn('zh'), catalogueIn('en')]);
          narrateSentence(current.sentence, { zh: zh['review.read'], en: en['review.read'] });
        });
    },
    merge() {
      const at = items.findIndex(({ key }) => key === current?.key);
      const next = items[at + 1];
      if (current?.kind !== 'draft' || next?.kind !== 'draft' || next.sentence !== current.sentence) return;
      const merged = mergeDrafts(current.draft, next.draft);
      desk.remake(remade(desk.state.made, [current.draft, next.draft], [merged]), merged.key);
    },
    split(place) {
      const text = byId.get(current?.sentence ?? '')?.text[language] ?? '';
      const parts = current?.kind === 'draft' ? splitDraft(current.draft, text, place) : null;
      if (current?.kind === 'draft' && parts) desk.remake(remade(desk.state.made, [current.draft], parts), parts[0].key);
      setMode('decide');
    },
    undo() {
      made.current.mentions.clear();
      made.current.owners.clear();
      asking(() => desk.undo(name));
    },
    open: setMode,
  };
}

/** Remembers what a deed made, for drafts that were read before it. */
function noteMade(
  made: MadeHere,
  drafts: readonly ReviewDraft[],
  records: readonly { readonly table: string; readonly key: string }[],
): void {
  const departments = records.filter(({ table }) => table === 'department');
  const words = [...new Set(drafts.flatMap(({ department }) => (department && department.id === null ? [department.value] : [])))];
  if (departments.length === words.length) for (const [at, { key }] of departments.entries()) made.owners.set(words[at] ?? '', key);
  for (const { table, key } of records) {
    const [sentence, kind, id] = key.split('|');
    if (table === 'mention') made.mentions.add(`${sentence} ${kind}:${id}`);
  }
}

/** `made` with other drafts in the place of these, each under the draft that the rules read. */
function remade(
  made: ReadonlyMap<string, readonly ReviewDraft[]>,
  old: readonly ReviewDraft[],
  fresh: readonly ReviewDraft[],
): ReadonlyMap<string, readonly ReviewDraft[]> {
  const next = new Map(made);
  const [first, ...others] = old;
  if (!first) return next;
  const originOf = (draft: ReviewDraft): string =>
    [...made].find(([, drafts]) => drafts.some(({ key }) => key === draft.key))?.[0] ?? draft.key;
  const origin = originOf(first);
  const held = next.get(origin) ?? [first];
  next.set(
    origin,
    held.flatMap((draft) => (draft.key === first.key ? fresh : [draft])),
  );
  for (const draft of others) {
    const own = originOf(draft);
    next.set(
      own,
      (next.get(own) ?? [draft]).filter(({ key }) => key !== draft.key),
    );
  }
  return next;
}
