import { type ReactNode, useId, useState } from 'react';
import { useDeedDesk } from '../../api/deed-notice.ts';
import type { WordId } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import { Form } from '../../parts/form.tsx';
import { LeaveButton } from '../../parts/leave-button.tsx';
import { useWho } from '../../scope/signed-in.ts';
import { useView } from '../../scope/use-view.ts';
import { FaultSummary } from '../fault-summary.tsx';
import { useKeyOf } from '../use-key-of.ts';
import { ByFields, whoFaults } from './by-fields.tsx';
import type { FormFault } from './form-values.ts';

/** What sends a request and answers with its deed. */
interface Sender<Ask, Made> {
  readonly reset: () => void;
  readonly mutate: (ask: Ask, told: { readonly onSuccess: (made: Made) => void }) => void;
}

/** Who does it and why, and the key of a request: the same as long as the same is sent again. */
interface Signed {
  readonly who: string;
  readonly reason: string;
  readonly keyOf: (request: object) => string;
}

/** A form of one deed that someone does by name: what is wrong with its fields, how often it was tried, and how it is sent. */
export interface SignedFormState {
  readonly idOf: (field: string) => string;
  readonly faults: readonly FormFault[];
  readonly faultOf: (field: string) => WordId | null;
  readonly tries: number;
  readonly who: string;
  readonly setWho: (who: string) => void;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  /**
   * Sends what `askOf` gives where nothing is wrong with the fields or with who does it; its deed is told, `then` gets the answer, and the form is
   * done.
   */
  readonly send: <Ask, Made extends { readonly seq: number }>(
    sender: Sender<Ask, Made>,
    found: readonly FormFault[],
    askOf: (signed: Signed) => Ask,
    then?: (made: Made) => void,
  ) => void;
}

/** The state of a form of one deed; `onDone` once its deed is done, which the answer of the sender may tell more of. */
export function useSignedForm(onDone: () => void): SignedFormState {
  const prefix = useId();
  const { tell } = useDeedDesk();
  const [who, setWho] = useWho();
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [tries, setTries] = useState(0);
  const keyOf = useKeyOf();
  return {
    idOf: (field) => `${prefix}-${field}`,
    faults,
    faultOf: (field) => faults.find((fault) => fault.field === field)?.word ?? null,
    tries,
    who,
    setWho,
    reason,
    setReason,
    send(sender, found, askOf, then) {
      const all = [...found, ...whoFaults(who)];
      setTries(tries + 1);
      setFaults(all);
      sender.reset();
      if (all.length > 0) return;
      sender.mutate(askOf({ who: who.trim(), reason: reason.trim(), keyOf }), {
        onSuccess: (made) => {
          tell(made.seq);
          then?.(made);
          onDone();
        },
      });
    },
  };
}

/** The form itself: its heading or name, what is wrong, its fields, who does it and, where that is asked, why; and the two buttons. */
export function SignedForm({
  form,
  heading,
  level: Level = 'h3',
  label,
  className = 'record-form',
  error,
  told = [],
  nameOf,
  refusal,
  asksReason = false,
  isHeld = false,
  save,
  leave = 'form.leave',
  isBusy,
  opens,
  onSend,
  onLeave,
  children,
}: {
  readonly form: SignedFormState;
  /** Shown above the fields; a form without one is named by `label`. */
  readonly heading?: string;
  /** How deep the heading stands on its page. */
  readonly level?: 'h2' | 'h3';
  readonly label?: string;
  readonly className?: string;
  readonly error: Error | null;
  /** What the server found wrong with single fields, in place of the error. */
  readonly told?: readonly FormFault[];
  /** The name of a field, said before what is wrong with it. */
  readonly nameOf?: (field: string) => string;
  /** What is shown of a refusal in place of the summary of faults. */
  readonly refusal?: ReactNode;
  /** A reason may be given. */
  readonly asksReason?: boolean;
  /** Something holds it: it cannot be sent, and says why in its fields. */
  readonly isHeld?: boolean;
  readonly save: string;
  readonly leave?: WordId;
  readonly isBusy: boolean;
  /** It opens on a page that stands: where that is not said, one that was asked for in the address. */
  readonly opens?: boolean;
  readonly onSend: () => void;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}) {
  const { idOf, tries, who, setWho } = form;
  const { edit } = useView();
  const faults = [...form.faults, ...told];
  const reason = asksReason ? { reason: form.reason, onReason: form.setReason } : {};
  return (
    <Form
      className={className}
      aria-label={label}
      aria-labelledby={heading === undefined ? undefined : idOf('title')}
      opens={opens ?? edit !== undefined}
      onSend={onSend}
    >
      {heading === undefined ? null : <Level id={idOf('title')}>{heading}</Level>}
      {refusal ?? (
        <FaultSummary
          key={`${tries} ${told.length}`}
          faults={faults}
          error={told.length > 0 ? null : error}
          idOf={idOf}
          {...(nameOf ? { nameOf } : {})}
        />
      )}
      {children}
      {isHeld ? null : <ByFields idOf={idOf} faults={faults} who={who} onWho={setWho} {...reason} />}
      <p className="row">
        {isHeld ? null : <Button type="submit" look="filled" name={save} disabled={isBusy} />}
        <LeaveButton word={leave} onLeave={onLeave} />
      </p>
    </Form>
  );
}
