import { useState } from 'react';
import { useAsk } from '../api/ask.ts';
import { useDepartments } from '../api/questions.ts';
import { useTell } from '../api/use-write.ts';
import { useSayBare, useWords } from '../messages/words.ts';
import { Button } from '../parts/button.tsx';
import { SignedForm, useSignedForm } from '../record/form/signed-form.tsx';
import { FormField } from '../record/form-field.tsx';
import { useDistrictFrame } from '../scope/district-context.ts';
import { type Mentionable, MentionField, typedIn } from './mention-field.tsx';

/** A comment on a record, or an answer to one, with whom it mentions. One deed. */
export function CommentForm({
  subject,
  replyTo = null,
  onDone,
}: {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly replyTo?: string | null;
  readonly onDone: () => void;
}) {
  const word = useWords();
  const sayBare = useSayBare();
  const { languages } = useDistrictFrame().district;
  const form = useSignedForm(onDone);
  const comment = useTell('write-comment');
  const departments = useDepartments().data ?? [];
  const colleagues = useAsk('colleagues').data?.items ?? [];
  const [words, setWords] = useState('');
  const [mentioned, setMentioned] = useState<readonly Mentionable[]>([]);
  const people: readonly Mentionable[] = [
    ...departments.map(({ id, name }) => ({ kind: 'department' as const, id, name: sayBare(name) || id })),
    ...colleagues.map(({ id, name }) => ({ kind: 'account' as const, id, name })),
  ];
  const idsOf = (kind: Mentionable['kind']): readonly string[] => mentioned.flatMap((each) => (each.kind === kind ? [each.id] : []));
  const send = (): void => {
    const found = words.trim() === '' ? [{ field: 'words', word: 'comment.fault' } as const] : [];
    form.send(comment, found, ({ who, keyOf }) => {
      const body = {
        who,
        subjectKind: subject.kind,
        subjectId: subject.id,
        words: typedIn(words, languages),
        replyTo,
        departments: idsOf('department'),
        accounts: idsOf('account'),
      };
      return { body, key: keyOf(body) };
    });
  };
  return (
    <SignedForm
      form={form}
      label={word(replyTo === null ? 'action.write-comment' : 'comment.reply')}
      className="record-form comment-form"
      error={comment.error}
      save={word('comment.send')}
      isBusy={comment.isPending}
      onSend={send}
      onLeave={onDone}
    >
      <FormField id={form.idOf('words')} label={word('comment.words')} hint={word('comment.hint')} fault={form.faultOf('words')}>
        <MentionField
          value={words}
          onValue={setWords}
          people={people}
          mentioned={mentioned}
          onMention={(who) => setMentioned([...mentioned, who])}
        />
      </FormField>
      {mentioned.length > 0 ? (
        <ul className="mentioned small" aria-label={word('comment.whom')}>
          {mentioned.map((each) => (
            <li key={`${each.kind}:${each.id}`}>
              @{each.name}{' '}
              <Button
                look="plain"
                name={word('comment.without')}
                of={each.name}
                onClick={() => setMentioned(mentioned.filter((other) => other !== each))}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </SignedForm>
  );
}
