import { addDays, dayOf } from '@westgate/base';
import type { ReportRow, Thing } from '@westgate/contract';
import { useState } from 'react';
import { useAsk } from '../api/ask.ts';
import { useTellAndSee } from '../api/use-write.ts';
import { useSay, useWords } from '../messages/words.ts';
import { ActButton } from '../parts/act-button.tsx';
import { Button } from '../parts/button.tsx';
import { LinkNote } from '../parts/copy-text.tsx';
import { DayField } from '../parts/day-field.tsx';
import { DayText } from '../parts/day-text.tsx';
import { WhyNot } from '../parts/error-text.tsx';
import type { FormFault } from '../record/form/form-values.ts';
import { SignedForm, useSignedForm } from '../record/form/signed-form.tsx';
import { FormField } from '../record/form-field.tsx';
import { useDistrictFrame, useSaid } from '../scope/district-context.ts';
import { useMayChange } from '../scope/may-change.ts';

/** Days a new link can be used, where nobody says otherwise. */
const USUAL_DAYS = 30;

/** The bodies outside the district that report on a record by a link: up to when, taking one back, making another. */
export function OutsideLinksOf({ row: { thing } }: { readonly row: Pick<ReportRow, 'thing'> }) {
  const word = useWords();
  const say = useSay();
  const links = useAsk('outside-links', { query: { kind: thing.kind, id: thing.id } }).data?.items ?? [];
  const withdraw = useTellAndSee('withdraw-outside-link');
  const mayMake = useMayChange('edit');
  const [isMaking, make] = useState(false);
  const [fresh, tell] = useState<{ readonly name: string; readonly link: string | null } | null>(null);
  return (
    <div className="outside-links small">
      {links.length === 0 ? null : (
        <ul className="plain-list">
          {links.map(({ id, rev, body, expiresOn, isOver }) => (
            <li key={id} className="row">
              <span className={isOver ? 'soft' : undefined}>
                {say(body)} · {word(isOver ? 'outside.ranOut' : 'outside.until')} <DayText on={expiresOn} />
              </span>
              {mayMake ? (
                <ActButton
                  name={word('outside.takeBack')}
                  isBusy={withdraw.isPending}
                  onAct={(who) => withdraw.mutate({ params: { id }, body: { who }, rev, key: crypto.randomUUID() })}
                >
                  {say(body)}
                </ActButton>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {!fresh ? null : fresh.link === null ? (
        <p role="status">{word('outside.toldOnce')}</p>
      ) : (
        <LinkNote link={{ ...fresh, link: fresh.link }} />
      )}
      {isMaking ? (
        <OutsideLinkForm
          thing={thing}
          onLink={(link) => {
            tell(link);
            make(false);
          }}
          onLeave={() => make(false)}
        />
      ) : !mayMake ? null : (
        <Button look="plain" name={word('outside.make')} onClick={() => make(true)} />
      )}
      <WhyNot said="bulk.failed" error={withdraw.error} />
    </div>
  );
}

/** Makes a link by which a body outside the district reports on one record. */
function OutsideLinkForm({
  thing,
  onLink,
  onLeave,
}: {
  readonly thing: Thing;
  /** `link`: null where it was told before. */
  readonly onLink: (made: { readonly name: string; readonly link: string | null }) => void;
  readonly onLeave: () => void;
}) {
  const word = useWords();
  const said = useSaid();
  const { district } = useDistrictFrame();
  const form = useSignedForm(() => undefined);
  const make = useTellAndSee('make-outside-link');
  const [body, setBody] = useState('');
  const [expiresOn, setExpires] = useState<string>(addDays(dayOf(district.today), USUAL_DAYS));
  const { idOf, faultOf } = form;
  const send = (): void => {
    const name = body.trim();
    const faults: FormFault[] = [];
    if (name === '') faults.push({ field: 'body', word: 'outside.fault.body' });
    if (expiresOn === '') faults.push({ field: 'expiresOn', word: 'outside.fault.day' });
    form.send(
      make,
      faults,
      ({ who, keyOf }) => {
        const ask = { subjectKind: thing.kind, subjectId: thing.id, body: said(body), expiresOn, who };
        return { body: ask, key: keyOf(ask) };
      },
      ({ link }) => onLink({ name, link }),
    );
  };
  return (
    <SignedForm
      form={form}
      label={word('outside.make')}
      error={make.error}
      save={word('outside.makeAct')}
      isBusy={make.isPending}
      onSend={send}
      onLeave={onLeave}
    >
      <FormField id={idOf('body')} fault={faultOf('body')} label={word('outside.body')} hint={word('outside.bodyHint')}>
        <input value={body} maxLength={120} autoComplete="off" onChange={({ target }) => setBody(target.value)} />
      </FormField>
      <FormField id={idOf('expiresOn')} fault={faultOf('expiresOn')} label={word('outside.expires')}>
        <DayField value={expiresOn} onDay={setExpires} onEmpty={() => setExpires('')} />
      </FormField>
    </SignedForm>
  );
}
