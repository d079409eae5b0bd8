import { entriesOf } from '@westgate/domain';
import { useId, useState } from 'react';
import { fileAddress } from '../../../api/client.ts';
import { base64Of } from '../../../api/plans.ts';
import { useWords } from '../../../messages/words.ts';
import { AsWritten } from '../../../parts/as-written.tsx';
import { FileLinks } from '../../../parts/file-links.tsx';
import { RecordFields } from '../../../record/form/record-fields.tsx';
import { letGo } from '../../../scope/let-go.ts';
import { useLanguage } from '../../../scope/use-view.ts';
import { DropArea, FileButton } from '../../../start/file-button.tsx';
import { STANDARDS, type ValueFile, type ValueSettings } from './sheet-model.ts';

/** Larger files are not sent: the server would refuse them. */
const MOST_BYTES = 20_000_000;

/** Chooses the file, and says what holds for values of which it does not say it; gives all values as such a sheet. */
export function ValueSource({
  file,
  settings,
  isBusy,
  onFile,
  onSettings,
}: {
  readonly file: ValueFile | null;
  readonly settings: ValueSettings;
  readonly isBusy: boolean;
  readonly onFile: (file: ValueFile) => void;
  readonly onSettings: (settings: ValueSettings) => void;
}) {
  const word = useWords();
  const lang = useLanguage();
  const prefix = useId();
  const [isTooLarge, setTooLarge] = useState(false);
  const take = async (given: File | undefined): Promise<void> => {
    if (!given) return;
    setTooLarge(given.size > MOST_BYTES);
    if (given.size <= MOST_BYTES) onFile({ name: given.name.slice(0, 200), base64: await base64Of(given) });
  };
  return (
    <DropArea className="sheet-source" onFiles={({ files }) => letGo(() => take(files[0]))}>
      <FileButton
        id={`${prefix}-file`}
        label={word('valueSheet.file')}
        hint={file === null ? word('sheet.fileHint') : <AsWritten text={file.name} />}
        accept=".xlsx,.csv,.tsv"
        onFiles={([given]) => letGo(() => take(given))}
      />
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
      <p role="status" className="small soft">
        {isBusy ? word('bring.reading') : ''}
      </p>
      {isTooLarge ? (
        <p role="alert" className="fault">
          {word('sheet.tooLarge')}
        </p>
      ) : null}
    </DropArea>
  );
}
