import { useId, useState } from 'react';
import { type InvitationDraft, useBeginOffice, useInvite } from '../../api/people.ts';
import { useWords, type WordId } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import type { FreshLink } from '../../parts/copy-text.tsx';
import { errorLine } from '../../parts/error-text.tsx';
import { Form } from '../../parts/form.tsx';
import { FormField } from '../../record/form-field.tsx';
import { useWho } from '../../scope/signed-in.ts';
import { RoleFields } from './role-fields.tsx';

/** An invitation as it is typed. */
interface TypedInvitation {
  readonly name: string;
  readonly signIn: string;
  readonly mail: string;
  readonly phone: string;
  readonly roles: readonly string[];
  readonly department: string | null;
}

/** Who an office begins with can do all that is needed to go on; roles can be parted later. */
const FIRST_ROLES: readonly string[] = ['programme-office', 'system-administrator', 'security-administrator'];

/** Gives someone an account; in an office without accounts the first, and with it the others begin to sign in. */
export function InviteForm({ isFirst, onLink }: { readonly isFirst: boolean; readonly onLink: (link: FreshLink) => void }) {
  const word = useWords();
  const prefix = useId();
  const [begin, invited] = [useBeginOffice(), useInvite()];
  const invite = isFirst ? begin : invited;
  const [who] = useWho();
  const first = { ...emptyInvitation(), roles: isFirst ? FIRST_ROLES : ['reader'] };
  const [draft, setDraft] = useState(first);
  const [fault, setFault] = useState<ReturnType<typeof invitationFault>>(null);
  const send = (): void => {
    const found = invitationFault(draft);
    setFault(found);
    if (found) {
      document.getElementById(`${prefix}-${found.field}`)?.focus();
      return;
    }
    const ask = invitationOf(draft);
    const done = ({ link }: { readonly link: string }): void => {
      onLink({ name: ask.name, link });
      setDraft({ ...emptyInvitation(), roles: ['reader'] });
    };
    invite.mutate({ ...ask, who: who.trim() || ask.name }, { onSuccess: done });
  };
  const field = (name: 'name' | 'signIn' | 'mail' | 'phone') => ({
    id: `${prefix}-${name}`,
    fault: fault?.field === name ? fault.word : null,
  });
  const input = (name: 'name' | 'signIn' | 'mail' | 'phone', maxLength: number) => ({
    value: draft[name],
    maxLength,
    autoComplete: 'off',
    onChange: (event: { readonly target: { readonly value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
  });
  return (
    <Form className="record-form" onSend={send} aria-labelledby={`${prefix}-title`}>
      <h2 id={`${prefix}-title`}>{word(isFirst ? 'people.first' : 'people.invite')}</h2>
      <FormField {...field('name')} label={word('welcome.name')} hint={word('people.nameHint')}>
        <input {...input('name', 80)} />
      </FormField>
      <FormField {...field('signIn')} label={word('signIn.name')} hint={word('welcome.signInHint')}>
        <input {...input('signIn', 120)} autoCapitalize="none" spellCheck={false} />
      </FormField>
      <FormField {...field('mail')} label={word('people.mail')}>
        <input {...input('mail', 200)} type="email" />
      </FormField>
      <FormField {...field('phone')} label={word('people.phone')}>
        <input {...input('phone', 40)} type="tel" />
      </FormField>
      <RoleFields standing={draft} onStanding={(standing) => setDraft({ ...draft, ...standing })} />
      <p className="row">
        <Button type="submit" look="filled" name={word(isFirst ? 'people.beginAct' : 'people.inviteAct')} disabled={invite.isPending} />
        {fault?.field === 'roles' || invite.error ? (
          <span role="alert" className="small breach">
            {fault?.field === 'roles'
              ? word(fault.word)
              : word('people.failed', { why: invite.error ? errorLine(word, invite.error) : '' })}
          </span>
        ) : null}
      </p>
    </Form>
  );
}

function emptyInvitation(): TypedInvitation {
  return { name: '', signIn: '', mail: '', phone: '', roles: [], department: null };
}

/** The first field that does not fit, with what to say; null where all do. */
function invitationFault({
  name,
  signIn,
  roles,
  department,
}: TypedInvitation): { readonly field: 'name' | 'signIn' | 'roles'; readonly word: WordId } | null {
  if (name.trim() === '') return { field: 'name', word: 'welcome.fault.name' };
  if (signIn.trim().length < 2 || /\s/.test(signIn.trim())) return { field: 'signIn', word: 'welcome.fault.signIn' };
  if (roles.length === 0) return { field: 'roles', word: 'people.fault.roles' };
  if (department === null && roles.some((role) => role.startsWith('department-')))
    return { field: 'roles', word: 'people.fault.department' };
  return null;
}

/** The invitation as it is sent: what is empty is not known. */
function invitationOf({ name, signIn, mail, phone, roles, department }: TypedInvitation): InvitationDraft {
  return { name: name.trim(), signIn: signIn.trim(), mail: mail.trim() || null, phone: phone.trim() || null, roles, department };
}
