import { type ComponentProps, type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useWords } from '../messages/words.ts';
import { noteSent, useUnsentText } from './unsent-text.ts';

/**
 * A form of the screens. What is typed is checked by the screen, which says what is wrong at the field; nothing leaves the page. `onSend`: its button was
 * pressed, or Enter in a field. A field that is `required` and empty takes the focus and is named, in the language of the screen. Whoever leaves the screen
 * with words typed and not saved is asked first; not where `losesNothing`, as what is typed is soon typed again. `opens`: it opens on a page that stands,
 * so it comes in sight, and its first field takes the keyboard.
 */
export function Form({
  onSend,
  losesNothing = false,
  opens = false,
  ref,
  children,
  ...form
}: Omit<ComponentProps<'form'>, 'onSubmit' | 'action' | 'noValidate' | 'ref'> & {
  readonly ref?: RefObject<HTMLFormElement | null>;
  readonly onSend: () => void;
  readonly losesNothing?: boolean;
  readonly opens?: boolean;
}) {
  const word = useWords();
  const own = useRef<HTMLFormElement>(null);
  const drawn = ref ?? own;
  useUnsentText(drawn, !losesNothing);
  useInSight(drawn, opens);
  const [lacking, setLacking] = useState<string | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const field = emptyField(event.currentTarget);
    setLacking(field && (field.labels?.[0]?.textContent?.trim() ?? ''));
    if (field) {
      field.focus();
      return;
    }
    noteSent(event.currentTarget);
    onSend();
  };
  return (
    <form ref={drawn} {...form} noValidate onSubmit={submit}>
      {children}
      {lacking === null ? null : (
        <p role="alert" className="fault">
          {lacking === '' ? null : word('form.named', { name: lacking })}
          {word('form.fault.empty')}
        </p>
      )}
    </form>
  );
}

/** Brings a form in sight once it is drawn, and the keyboard into its first field where no part of it holds the keyboard. */
function useInSight(form: RefObject<HTMLFormElement | null>, opens: boolean): void {
  const isOpening = useRef(opens);
  useEffect(() => {
    const drawn = form.current;
    if (!isOpening.current || !drawn) return;
    isOpening.current = false;
    if (!drawn.contains(document.activeElement))
      drawn.querySelector<HTMLElement>('input, select, textarea, [role=spinbutton]')?.focus({ preventScroll: true });
    drawn.scrollIntoView({ block: 'nearest' });
  }, [form]);
}

/** The first field that must be filled in and is not; null where there is none. */
function emptyField(form: HTMLFormElement): HTMLInputElement | null {
  return [...form.querySelectorAll<HTMLInputElement>('input[required]')].find(({ value }) => value.trim() === '') ?? null;
}
