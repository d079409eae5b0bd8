import { entriesOf } from '@westgate/domain';
import { useId } from 'react';
import { fileAddress } from '../../../api/client.ts';
import { useWords } from '../../../messages/words.ts';
import { FileLinks } from '../../../parts/file-links.tsx';
import { RecordFields } from '../../../record/form/record-fields.tsx';
import { useLanguage } from '../../../scope/use-view.ts';
import { type GivenSheet, SheetDrop } from '../../../start/sheet-drop.tsx';
import { STANDARDS, type ValueSettings } from './sheet-model.ts';

/** Chooses the file, and says what holds for values of which it does not say it; gives all values as such a sheet. */
export function ValueSource({
  file,
  settings,
  isBusy,
  onFile,
  onSettings,
}: {
  readonly file: GivenSheet | null;
  readonly settings: ValueSettings;
  readonly isBusy: boolean;
  readonly onFile: (file: GivenSheet) => void;
  readonly onSettings: (settings: ValueSettings) => void;
}) {
  const word = useWords();
  const lang = useLanguage();
  const prefix = useId();
  return (
    <SheetDrop label={word('valueSheet.file')} fileName={file?.name ?? null} isBusy={isBusy} onFile={onFile}>
      <fieldset className="value-standards">
        <legend>{word('valueSheet.standards')}</legend>
        <p className="note">{word('valueSheet.standardsHint')}</p>
        <div className="form-grid">
          <RecordFields
            entries={entriesOf('place_value').filter(({ name }) => STANDARDS.some((each) => each === name))}
            kind="place_value"
            values={settings.values}
            faults={[]}
            idOf={(field) => `${prefix}-${field}`}
            set={(column, value) => onSettings({ ...settings, values: { ...settings.values, [column]: value } })}
          />
        </div>
      </fieldset>
      <div className="form-field">
        <b className="small">{word('valueSheet.out')}</b>
        <p className="note">{word('valueSheet.outHint')}</p>
        <FileLinks
          files={(['xlsx', 'csv'] as const).map((kind) => ({
            label: kind.toUpperCase(),
            of: word('valueSheet.out'),
            href: fileAddress(`values-${kind}`, { query: { lang } }),
          }))}
        />
      </div>
    </SheetDrop>
  );
}
