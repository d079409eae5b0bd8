import type { ReactNode } from 'react';
import { useWords } from '../../messages/words.ts';
import { DemoLine } from '../../parts/demo-line.tsx';
import { LanguageSwitch } from '../../parts/language-switch.tsx';

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
