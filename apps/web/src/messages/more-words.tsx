import type { Language } from '@westgate/base';
import { type ReactNode, use, useMemo } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { useLanguage } from '../scope/use-view.ts';
import type choices from './choices/en.json';

type Texts = typeof choices;

/** The texts of a language: as they are asked for, and those that are here. */
const asked = new Map<Language, Promise<Texts>>();
const held = new Map<Language, Texts>();

/** Hands the texts that only the screens of Choices say down to them: no first look at another screen takes them. To stand within a `Suspense`. */
export function ChoicesWords({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  const { locale, messages } = useIntl();
  const more = held.get(language) ?? use(textsIn(language));
  const all = useMemo(() => ({ ...messages, ...more }) as Record<string, string>, [messages, more]);
  return (
    <IntlProvider locale={locale} messages={all}>
      {children}
    </IntlProvider>
  );
}

function textsIn(language: Language): Promise<Texts> {
  const known = asked.get(language) ?? fetchTexts(language);
  asked.set(language, known);
  known.catch(() => asked.delete(language));
  return known;
}

async function fetchTexts(language: Language): Promise<Texts> {
  const { default: texts } = await (language === 'zh'
    ? import('./choices/zh.json', { with: { type: 'json' } })
    : import('./choices/en.json', { with: { type: 'json' } }));
  held.set(language, texts);
  return texts;
}
