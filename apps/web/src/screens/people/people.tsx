import type { AnswerOf, Upkeep } from '@westgate/contract';
import { useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useAsk } from '../../api/ask.ts';
import { RecordList } from '../../list/record-list.tsx';
import { isWordId, useWords, type WordId } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { type FreshLink, LinkNote } from '../../parts/copy-text.tsx';
import { useSayInstant } from '../../parts/day-text.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Fact } from '../../parts/fact.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useIsOpen, useMay } from '../../scope/signed-in.ts';
import { AccountForm } from './account-form.tsx';
import { CourierSection } from './courier/courier-section.tsx';
import { InviteForm } from './invite-form.tsx';

/** Who has an account, what they may do, who tried to sign in. */
export function PeopleScreen() {
  const word = useWords();
  const may = useMay();
  const isOpen = useIsOpen();
  const mayManage = may('manage-people');
  const [link, setLink] = useState<FreshLink | null>(null);
  useTitle(word('people.title'));
  if (!mayManage && !may('see-sign-ins'))
    return (
      <section className="page-state">
        <h1>{word('people.title')}</h1>
        <p>{word('people.notYours')}</p>
      </section>
    );
  return (
    <div className="start">
      <div className="start-main people">
        <h1>{word('people.title')}</h1>
        <p className="soft">{word(isOpen ? 'people.open' : 'people.lead')}</p>
        {link ? <LinkNote link={link} /> : null}
        {mayManage && !isOpen ? <Accounts /> : null}
        {mayManage ? <InviteForm isFirst={isOpen} onLink={setLink} /> : null}
        {may('backup') ? <UpkeepSection /> : null}
        {may('send-notices') ? <CourierSection /> : null}
        {may('see-sign-ins') && !isOpen ? <SignInTable /> : null}
      </div>
    </div>
  );
}

/**
 * Everyone who has an account; one at a time is opened to be changed. There are no saved views of it: what is looked for here are names of persons,
 * and a view is kept in the journal.
 */
function Accounts() {
  const word = useWords();
  const [opened, open] = useState<string | null>(null);
  return (
    <>
      <RecordList
        name="people"
        isOfPersons
        caption={word('people.title')}
        empty={word('register.empty')}
        drawn={{
          cells: {
            name: (text, { id }) => (
              <button type="button" tabIndex={-1} className="button plain person-open" onClick={() => open(id)}>
                <span className="unseen">{word('people.change')} </span>
                {text}
              </button>
            ),
          },
        }}
      />
      <ModalOverlay className="shade" isOpen={opened !== null} onOpenChange={() => open(null)} isDismissable>
        <Modal className="sheet-box">{opened === null ? null : <OpenedAccount id={opened} onDone={() => open(null)} />}</Modal>
      </ModalOverlay>
    </>
  );
}

/** One account, and what can be done with it. */
function OpenedAccount({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const word = useWords();
  const [link, setLink] = useState<FreshLink | null>(null);
  return (
    <Dialog className="account-sheet" aria-label={word('people.change')}>
      <Await query={useAsk('people')}>
        {({ items }) => {
          const person = items.find((each) => each.id === id);
          if (person === undefined) return <p>{word('people.erased')}</p>;
          return (
            <>
              <Heading level={2}>{person.name ?? word('people.erased')}</Heading>
              {link ? <LinkNote link={link} /> : null}
              <AccountForm key={person.rev} person={person} people={items} onLink={setLink} onDone={onDone} />
            </>
          );
        }}
      </Await>
      <Button slot="close" className="button">
        {word('record.leave')}
      </Button>
    </Dialog>
  );
}

/** When the office was last backed up, and when a backup was last restored to see that it can be. */
function UpkeepSection() {
  const word = useWords();
  return (
    <section className="section" aria-labelledby="upkeep">
      <h2 id="upkeep">{word('upkeep.title')}</h2>
      <Await query={useAsk('upkeep')}>
        {({ backup, drill }) => (
          <dl className="facts">
            <Fact name={word('upkeep.backup')}>
              <Done done={backup} />
            </Fact>
            <Fact name={word('upkeep.drill')}>
              <Done done={drill} />
            </Fact>
          </dl>
        )}
      </Await>
      <p className="soft small">{word('upkeep.how')}</p>
    </section>
  );
}

function Done({ done }: { readonly done: Upkeep['backup'] }) {
  const word = useWords();
  const sayInstant = useSayInstant();
  if (!done) return <span className="unknown">{word('upkeep.never')}</span>;
  const seconds = (done.ms / 1000).toFixed(1);
  return (
    <>
      <time dateTime={done.at}>{sayInstant(done.at)}</time> · {word('upkeep.done', { seq: done.seq, seconds })}
    </>
  );
}

/** The last attempts to sign in, newest first. */
function SignInTable() {
  const word = useWords();
  const sayInstant = useSayInstant();
  const columns: readonly TableColumn<AnswerOf<'sign-ins'>['items'][number]>[] = [
    { head: word('courier.at'), isRowHead: true, of: ({ at }) => sayInstant(at) },
    {
      head: word('signIns.person'),
      of: ({ person, name }) => (person === null ? word('signIns.nobody') : (name ?? word('people.erased'))),
    },
    { head: word('signIns.result'), of: ({ result }) => word(signInWord(result)) },
    { head: word('signIns.address'), of: ({ address }) => (address === 'unknown' ? word('signIns.noAddress') : address) },
  ];
  return (
    <section className="section" aria-labelledby="sign-ins">
      <h2 id="sign-ins">
        {word('signIns.title')} <small>{word('signIns.lead')}</small>
      </h2>
      <Await query={useAsk('sign-ins')}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState>{word('signIns.none')}</EmptyState>
          ) : (
            <Table columns={columns} rows={items} keyOf={({ at, person, result }) => `${at} ${person} ${result}`} />
          )
        }
      </Await>
    </section>
  );
}

/** What came of an attempt, as it is said; one of a newer Westgate is said to be unknown. */
function signInWord(result: string): WordId {
  const id = `signIns.result.${result}`;
  return isWordId(id) ? id : 'signIns.result.other';
}
