import { useState } from 'react';
import { useAsk } from '../../api/ask.ts';
import { useTitle } from '../../frame/use-title.ts';
import { useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { type FreshLink, LinkNote } from '../../parts/link-note.tsx';
import { useIsOpen, useMay } from '../../people/signed-in.ts';
import { CourierSection } from './courier/courier-section.tsx';
import { InviteForm } from './invite-form.tsx';
import { PeopleTable } from './people-table.tsx';
import { SignInTable } from './sign-in-table.tsx';
import { UpkeepSection } from './upkeep-section.tsx';

/** Who has an account, what they may do, who tried to sign in. */
export function PeopleScreen() {
  const word = useWords();
  const may = useMay();
  const isOpen = useIsOpen();
  const mayManage = may('manage-people');
  const people = useAsk('people', {}, mayManage);
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
        {mayManage && !isOpen ? <Await query={people}>{({ items }) => <PeopleTable people={items} onLink={setLink} />}</Await> : null}
        {mayManage ? <InviteForm isFirst={isOpen} onLink={setLink} /> : null}
        {may('backup') ? <UpkeepSection /> : null}
        {may('send-notices') ? <CourierSection /> : null}
        {may('see-sign-ins') && !isOpen ? <SignInTable /> : null}
      </div>
    </div>
  );
}
