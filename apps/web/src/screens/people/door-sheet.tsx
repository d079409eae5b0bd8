import type { ReactNode } from 'react';
import { DemoLine } from '../../frame/demo-line.tsx';
import { LanguageSwitch } from '../../frame/language-switch.tsx';
import { useWords } from '../../messages/words.ts';

/** The sheet before the door: brand, language, and what is asked of whoever comes in. */
export function DoorSheet({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const word = useWords();
  return (
    <div className="door">
      <header className="door-head">
        <span className="brand-name">{word('brand')}</span>
        <div className="switches">
          <LanguageSwitch />
        </div>
      </header>
      <DemoLine />
      <main className="door-main" id="main">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
