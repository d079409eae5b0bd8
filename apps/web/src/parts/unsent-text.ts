import { type RefObject, useEffect, useSyncExternalStore } from 'react';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** The fields of a form that somebody came to, each with what stood there before; and what stood in them when the form was sent. */
interface Typed {
  readonly before: Map<Field, string>;
  readonly touched: Set<Field>;
  sent: ReadonlyMap<Field, string>;
}

/** Kinds of input that hold words. Passwords and what is looked for are not missed. */
const OF_WORDS: ReadonlySet<string> = new Set(['text', 'textarea', 'url', 'email', 'tel', 'number']);
/** What shows in a form that what was sent was refused. */
const REFUSED = '[role="alert"], [aria-invalid="true"]';

const forms = new Map<HTMLFormElement, Typed>();
const heard = new Set<() => void>();
/** Screens that hold changes which no form shows any more. */
const unkept = new Set<object>();

/** Holds that a screen has changes that are not saved, beside what stands in its forms. */
export function useUnkept(isUnkept: boolean): void {
  useEffect(() => {
    if (!isUnkept) return;
    const mark = {};
    unkept.add(mark);
    tell();
    return () => {
      unkept.delete(mark);
      tell();
    };
  }, [isUnkept]);
}

/** Holds what is typed into a form as not saved until it is sent. */
export function useUnsentText(drawn: RefObject<HTMLFormElement | null>, isKept: boolean): void {
  useEffect(() => {
    const form = drawn.current;
    if (form === null || !isKept) return;
    const typed: Typed = { before: new Map(), touched: new Set(), sent: new Map() };
    const come = ({ target }: Event): void => {
      if (isField(target) && !typed.before.has(target)) typed.before.set(target, target.value);
    };
    const touch = ({ target }: Event): void => {
      if (isField(target)) typed.touched.add(target);
      tell();
    };
    forms.set(form, typed);
    form.addEventListener('focusin', come);
    form.addEventListener('beforeinput', come);
    form.addEventListener('input', touch);
    return () => {
      form.removeEventListener('focusin', come);
      form.removeEventListener('beforeinput', come);
      form.removeEventListener('input', touch);
      forms.delete(form);
      tell();
    };
  }, [drawn, isKept]);
}

/** A form is sent: what stands in it is saved, unless it is refused. */
export function noteSent(form: HTMLFormElement): void {
  const typed = forms.get(form);
  if (typed) typed.sent = new Map([...typed.touched].map((field) => [field, field.value]));
}

/** What was typed into a form by now is not missed. */
export function forgetTyped(form: HTMLFormElement): void {
  forms.get(form)?.touched.clear();
  tell();
}

/** Whether words stand in a form that were typed and not saved, or a screen holds changes that are not. */
export function hasUnsentText(): boolean {
  return (
    unkept.size > 0 ||
    [...forms].some(([form, { before, touched, sent }]) => {
      const isRefused = form.querySelector(REFUSED) !== null;
      return [...touched].some((field) => {
        const saved = (isRefused ? undefined : sent.get(field)) ?? before.get(field) ?? '';
        return field.isConnected && field.value.trim() !== '' && field.value !== saved;
      });
    })
  );
}

/** Whether anything was typed into a form that stands on the screen. */
export function useIsTyped(): boolean {
  return useSyncExternalStore(hear, isTyped);
}

function isTyped(): boolean {
  return unkept.size > 0 || [...forms.values()].some(({ touched }) => touched.size > 0);
}

function hear(listener: () => void): () => void {
  heard.add(listener);
  return () => heard.delete(listener);
}

function tell(): void {
  for (const listener of heard) listener();
}

function isField(target: EventTarget | null): target is Field {
  return (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && OF_WORDS.has(target.type);
}
