import { useSay, useWords } from '../../messages/words.ts';
import { useTitle } from '../../parts/use-title.ts';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { CalendarSection } from './calendar-section.tsx';
import { SettingsForm } from './settings-form.tsx';

/** The district itself: name, frame, languages, axes, units, notice. */
export function Settings() {
  const word = useWords();
  const say = useSay();
  const { district } = useDistrictFrame();
  useTitle(word('settings.title'));
  return (
    <div className="start">
      <div className="start-main">
        <h1>{word('settings.title')}</h1>
        <p className="start-held">
          {say(district.name)} <span className="soft">· {district.id}</span>
        </p>
        <SettingsForm />
        <CalendarSection />
      </div>
    </div>
  );
}
