import type { NoticeWishes } from '@westgate/contract';
import { NOTICE_KINDS } from '@westgate/domain';
import { useId, useState } from 'react';
import { useTellAndSee } from '../../../api/use-write.ts';
import { useWords, type WordId } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { WhyNot } from '../../../parts/error-text.tsx';
import { Form } from '../../../parts/form.tsx';
import { Select } from '../../../parts/select.tsx';
import { FormField } from '../../../record/form-field.tsx';

/** A first look; the server looks again. */
const MAIL = /^[^\s@]+@[^\s@]+$/;

/** Whether one is reminded by mail, where, and in which language. */
export function WishesForm({ wishes }: { readonly wishes: NoticeWishes }) {
  const word = useWords();
  const prefix = useId();
  const set = useTellAndSee('set-notice-wishes');
  const [draft, setDraft] = useState({ ...wishes, mail: wishes.mail ?? '' });
  const [fault, setFault] = useState<WordId | null>(null);
  const change = (part: Partial<typeof draft>): void => {
    set.reset();
    setDraft({ ...draft, ...part });
  };
  const send = (): void => {
    const mail = draft.mail.trim();
    const found = mail === '' && draft.isOn ? 'wishes.fault.none' : mail !== '' && !MAIL.test(mail) ? 'wishes.fault.mail' : null;
    setFault(found);
    if (found) document.getElementById(`${prefix}-mail`)?.focus();
    else set.mutate({ body: { ...draft, mail: mail === '' ? null : mail }, key: crypto.randomUUID() });
  };
  return (
    <Form className="record-form" onSend={send} aria-labelledby={`${prefix}-title`}>
      <h2 id={`${prefix}-title`}>{word('unsubscribe.title')}</h2>
      <p className="row small">{word('wishes.lead')}</p>
      <div className="row role-list">
        <label>
          <input type="checkbox" checked={draft.isOn} onChange={({ target }) => change({ isOn: target.checked })} />
          <span>
            <b>{word('wishes.on')}</b>
          </span>
        </label>
      </div>
      <fieldset className="row role-list" disabled={!draft.isOn}>
        <legend>{word('wishes.kinds')}</legend>
        {NOTICE_KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={!draft.off.includes(kind)}
              onChange={({ target }) => change({ off: target.checked ? draft.off.filter((each) => each !== kind) : [...draft.off, kind] })}
            />
            <span>{word(`wishes.kind.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      <FormField id={`${prefix}-mail`} label={word('wishes.mail')} fault={fault} hint={word('wishes.mailHint')}>
        <input
          type="email"
          autoComplete="email"
          maxLength={200}
          value={draft.mail}
          onChange={({ target }) => change({ mail: target.value })}
        />
      </FormField>
      <FormField id={`${prefix}-language`} label={word('wishes.language')} fault={null}>
        <Select
          value={draft.language}
          options={[
            ['zh', word('language.zh')],
            ['en', word('language.en')],
          ]}
          none={word('wishes.languageOfDistrict')}
          onChoose={(id) => change({ language: id })}
        />
      </FormField>
      <p className="row">
        <Button type="submit" name={word('wishes.act')} disabled={set.isPending} />
        <output className="small">{set.isSuccess ? word('courier.chatKept') : null}</output>
        <WhyNot said="people.failed" error={set.error} />
      </p>
    </Form>
  );
}
