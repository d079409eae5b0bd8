import { LANGUAGE_TAGS } from '@westgate/base';
import { useLanguage } from '../scope/use-view.ts';

/** A text kept in the one language it was written in, such as a source's title. Says which, where the screen speaks the other. */
export function AsWritten({ text, className }: { readonly text: string; readonly className?: string }) {
  const written = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  const isOther = useLanguage() !== written;
  return (
    <span className={className} lang={isOther ? LANGUAGE_TAGS[written] : undefined}>
      {text}
    </span>
  );
}
