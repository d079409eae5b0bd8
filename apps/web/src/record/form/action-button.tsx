import { type ActionName, actionNamed } from '@westgate/domain';
import { useMayChange } from '../../frame/may-change.ts';
import { useOffer } from '../../frame/offers.ts';
import { useSetView } from '../../frame/use-view.ts';
import { useSay } from '../../messages/words.ts';

/** Opens the form of an action where it may be done: the address says which is open. The palette offers it as long as the button is there. */
export function ActionButton({ name, className = 'button plain' }: { readonly name: ActionName; readonly className?: string }) {
  const say = useSay();
  const setView = useSetView();
  const { label, right } = actionNamed(name);
  const mayAct = useMayChange(right);
  const act = (): void => setView({ edit: name });
  useOffer(mayAct ? { id: name, text: say(label), act } : null);
  if (!mayAct) return null;
  return (
    <button type="button" className={className} onClick={act}>
      {say(label)}
    </button>
  );
}
