import { useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useAsk } from '../../api/ask.ts';
import { RecordList } from '../../list/record-list.tsx';
import { useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { type FreshLink, LinkNote } from '../../parts/link-note.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useIsOpen, useMay } from '../../scope/signed-in.ts';
import { AccountForm } from './account-form.tsx';
import { CourierSection } from './courier/courier-section.tsx';
import { InviteForm } from './invite-form.tsx';
import { SignInTable } from './sign-in-table.tsx';
import { UpkeepSection } from './upkeep-section.tsx';

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
