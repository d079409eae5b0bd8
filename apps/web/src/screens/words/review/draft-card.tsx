import { LANGUAGE_TAGS, type Language } from '@westgate/base';
import type { Sentence } from '@westgate/contract';
import { DRAFT_RULES, doneWhen, type RuleId, sayNumber } from '@westgate/domain';
import type { ReactNode } from 'react';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { usePickedName } from '../../../parts/picker.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { type TextPart, WordStrip } from '../../../parts/word-strip.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import type { FieldName, ReviewDraft, ReviewItem } from './review-model.ts';
import type { ReviewActions } from './use-actions.ts';

/** What the rules read of the current draft, each with the rule that fired; or why a sentence is proposed as narrative. */
export function DraftCard({
  item,
  sentence,
  language,
  actions,
  part,
  onPart,
}: {
  readonly item: ReviewItem;
  readonly sentence: Sentence;
  readonly language: Language;
  readonly actions: ReviewActions;
  /** Words that are chosen where nothing is drafted. */
  readonly part: TextPart | null;
  readonly onPart: (part: TextPart | null) => void;
}) {
  const word = useWords();
  const say = useSay();
  const text = sentence.text[language] ?? '';
  if (item.kind !== 'draft') {
    return (
      <section className="draft-card" aria-live="polite">
        <h2>
          {word(item.kind === 'narrative' ? 'review.narrative' : 'review.open')} <span className="key">{sentence.number}</span>
        </h2>
        <WordStrip key={item.key} text={text} lang={LANGUAGE_TAGS[language]} label={word('cut.words')} part={part} onPart={onPart} />
        <p className="small">
          {item.kind === 'narrative' ? `${word('review.because')} ${say(DRAFT_RULES[item.rule])}` : word('review.openHint')}
        </p>
        <p className="note">{word('review.takeHint')}</p>
      </section>
    );
  }
  const { draft } = item;
  return (
    <section className="draft-card" aria-live="polite">
      <h2>
        {word('review.draft')} <span className="key">{sentence.number}</span>
      </h2>
      <p className="quote draft-clause">{text.slice(draft.start, draft.end)}</p>
      <dl className="draft-fields">
        <DraftField name="verb" rule={draft.rules.find(({ rule }) => rule.startsWith('class.'))?.rule}>
          {draft.verbClass === null ? <Unknown /> : <b>{word(`verb.${draft.verbClass}`)}</b>}
          <span className="note block">
            {word('plan.doneWhen')} {say(doneWhen('commitment', draft.verbClass))}
          </span>
        </DraftField>
        <DraftField name="department" rule={draft.department?.rule}>
          <Owner draft={draft} actions={actions} />
        </DraftField>
        <DraftField name="date" rule={draft.date?.rule}>
          {draft.date === null ? (
            <span className="soft">{word('review.none')}</span>
          ) : draft.date.value === null ? (
            <Unknown />
          ) : (
            <DayText on={draft.date.value} />
          )}
        </DraftField>
        <DraftField name="place" rule={draft.place?.rule}>
          {draft.place === null ? <span className="soft">{word('review.none')}</span> : <Place place={draft.place} />}
        </DraftField>
        <DraftField name="number" rule={draft.number?.rule}>
          {draft.number === null ? <span className="soft">{word('review.none')}</span> : <Amount draft={draft} text={text} />}
        </DraftField>
      </dl>
      {draft.doubts.length > 0 ? (
        <p className="small doubts">
          <b>{word('review.check')}</b> {draft.doubts.map((doubt) => word(`review.doubt.${doubt}`)).join(word('list.comma'))}
        </p>
      ) : null}
      <p className="note">
        {word('review.isClause')} {say(DRAFT_RULES[draft.rules[0]?.rule ?? 'class.unknown'])}
      </p>
    </section>
  );
}

/** The fields of a draft are called as those of the commitment that it becomes. */
const FIELD_LABELS = {
  verb: 'cut.verbClass',
  department: 'commitment.owner',
  date: 'due.name',
  place: 'review.field.place',
  number: 'review.field.number',
  unit: 'review.field.unit',
} as const;

function DraftField({
  name,
  rule,
  children,
}: {
  readonly name: FieldName;
  readonly rule: RuleId | undefined;
  readonly children: ReactNode;
}) {
  const word = useWords();
  const say = useSay();
  return (
    <div>
      <dt>
        <i className={`field-sample field-${name}`} aria-hidden="true" /> {word(FIELD_LABELS[name])}
      </dt>
      <dd>
        {children}
        {rule ? <span className="note block">{say(DRAFT_RULES[rule])}</span> : null}
      </dd>
    </div>
  );
}

function Owner({ draft, actions }: { readonly draft: ReviewDraft; readonly actions: ReviewActions }) {
  const word = useWords();
  const { department } = draft;
  const name = usePickedName(department?.id ? { kind: 'department', id: department.id } : null);
  if (department === null) return <span className="soft">{word('review.none')}</span>;
  if (department.id !== null) {
    return <ThingLink thing={{ kind: 'department', id: department.id, name: { zh: name, en: name } }} className="strong" />;
  }
  return (
    <>
      <b>{department.value}</b> <span className="soft">{word('review.notHeld')}</span>
      <label className="tick-box">
        <input type="checkbox" checked={actions.makesOwner.has(draft.key)} onChange={actions.toggleOwner} /> {word('review.makeOwner')}{' '}
        <kbd>O</kbd>
      </label>
    </>
  );
}

function Place({ place }: { readonly place: NonNullable<ReviewDraft['place']> }) {
  const word = useWords();
  const name = usePickedName(place.id ? { kind: 'place', id: place.id } : null);
  if (place.id === null) {
    return (
      <>
        {place.value} <span className="soft">{word('review.notHeld')}</span>
      </>
    );
  }
  return <ThingLink thing={{ kind: 'place', id: place.id, name: { zh: name, en: name } }} className="strong" />;
}

/** The number with its unit: as the district calls it, or in the words of the plan where it does not know it. */
function Amount({ draft: { number, unit }, text }: { readonly draft: ReviewDraft; readonly text: string }) {
  const word = useWords();
  const say = useSay();
  const { units } = useDistrictFrame().district;
  if (number === null) return null;
  const named = units.find(({ code }) => code === unit?.value);
  return (
    <>
      {number.qualifier === null ? null : `${word(`qualifier.${number.qualifier}`)} `}
      {sayNumber(number.value)} {named ? say(named.name) : unit === null ? null : text.slice(unit.start, unit.end)}
      <span className="note block">{word('review.numberStays')}</span>
    </>
  );
}
