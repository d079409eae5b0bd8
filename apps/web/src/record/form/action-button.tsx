import type { ParamsOf } from '@westgate/contract';
import { type ActionName, type ActionSent, actionNamed, variantOf } from '@westgate/domain';
import type { Sent } from '../../api/client.ts';
import { useDeedDesk } from '../../api/deed-notice.ts';
import { useTell } from '../../api/use-write.ts';
import { useSay } from '../../messages/words.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Refusal } from '../../parts/error-text.tsx';
import { useOffer } from '../../scope/offers.ts';
import { useSetView } from '../../scope/use-view.ts';

/**
 * Opens the form of an action: the address says which is open, unless `onOpen` opens it. Its key does the same, and the palette offers it, as long as the button is there. Who shows
 * it asks whether it may be done.
 */
export function ActionButton({
  name,
  className = 'button plain',
  onOpen,
}: {
  readonly name: ActionName;
  readonly className?: string;
  /** Opens it where the address cannot say that it is open. */
  readonly onOpen?: () => void;
}) {
  const say = useSay();
  const setView = useSetView();
  const { label, key } = actionNamed(name);
  const act = onOpen ?? ((): void => setView({ edit: name }));
  useOffer({ id: name, text: say(label), key, act });
  return (
    <button type="button" className={className} onClick={act} aria-keyshortcuts={key}>
      {say(label)}
    </button>
  );
}

/** Does an action at once: one of which nothing is left to be asked. */
export function ActionPress<N extends ActionName>({
  name,
  params,
  given,
  of,
  className = 'button plain',
  refusalOf,
}: {
  readonly name: N;
  readonly params: ParamsOf<N>;
  readonly given: ActionSent<N>;
  /** What it is done to, for who does not see where the button stands. */
  readonly of?: string;
  readonly className?: string;
  /** What is said of a refusal in place of its text; nothing where the text is to stand. */
  readonly refusalOf?: (error: Error) => string | null;
}) {
  const say = useSay();
  const { tell } = useDeedDesk();
  const teller = useTell<ActionName>(name);
  const { label } = variantOf(name, given) ?? actionNamed(name);
  const own = teller.error && refusalOf?.(teller.error);
  const act = (who: string): void =>
    teller.mutate({ params, body: { who, ...given }, key: crypto.randomUUID() } as unknown as Sent<ActionName>, {
      onSuccess: ({ seq }) => tell(seq),
    });
  return (
    <>
      <ActButton name={say(label)} className={className} isBusy={teller.isPending} onAct={act}>
        {of}
      </ActButton>
      {own ? (
        <span role="alert" className="small breach">
          {own}
        </span>
      ) : (
        <Refusal error={teller.error} />
      )}
    </>
  );
}
