import type { Recipe } from '@westgate/contract';
import { useId, useState } from 'react';
import { fileAddress } from '../../../api/client.ts';
import { base64Of } from '../../../api/plans.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { AsWritten } from '../../../parts/as-written.tsx';
import { FileLinks } from '../../../parts/file-links.tsx';
import { Select } from '../../../parts/select.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { letGo } from '../../../scope/let-go.ts';
import { useLanguage } from '../../../scope/use-view.ts';
import { DropArea, FileButton } from '../../../start/file-button.tsx';
import type { SheetFile } from './view-model.ts';

/** Larger files are not sent: the server would refuse them. */
const MOST_BYTES = 20_000_000;

/** Chooses the file and the recipe it is read by; gives the ledger as such a sheet. */
export function SheetSource({
  recipes,
  recipe,
  isChosen,
  fileName,
  isBusy,
  onFile,
  onRecipe,
}: {
  readonly recipes: readonly Recipe[];
  readonly recipe: string | null;
  /** It was chosen by the heads of the sheet. */
  readonly isChosen: boolean;
  readonly fileName: string | null;
  readonly isBusy: boolean;
  readonly onFile: (file: SheetFile) => void;
  readonly onRecipe: (id: string) => void;
}) {
  const word = useWords();
  const say = useSay();
  const lang = useLanguage();
  const prefix = useId();
  const [isTooLarge, setTooLarge] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setTooLarge(file.size > MOST_BYTES);
    if (file.size <= MOST_BYTES) onFile({ name: file.name, base64: await base64Of(file) });
  };
  return (
    <DropArea className="sheet-source" onFiles={({ files }) => letGo(() => take(files[0]))}>
      <FileButton
        id={`${prefix}-file`}
        label={word('sheet.file')}
        hint={fileName === null ? word('sheet.fileHint') : <AsWritten text={fileName} />}
        accept=".xlsx,.csv,.tsv"
        onFiles={([file]) => letGo(() => take(file))}
      />
      {recipes.length > 0 ? (
        <FormField
          id={`${prefix}-recipe`}
          label={word('sheet.recipe')}
          hint={isChosen ? word('sheet.recipe.known') : undefined}
          fault={null}
        >
          <Select
            value={recipe}
            options={recipes.map(({ id, name }) => [id, say(name) || id])}
            none={word('sheet.recipe.none')}
            onChoose={(id) => onRecipe(id ?? '')}
          />
        </FormField>
      ) : null}
      <div className="form-field">
        <b className="small">{word('sheet.out')}</b>
        <p className="note">{word('sheet.outHint')}</p>
        <FileLinks
          files={(['xlsx', 'csv'] as const).map((kind) => ({
            label: kind.toUpperCase(),
            of: word('sheet.out'),
            href: fileAddress(`task-sheet-${kind}`, { query: { lang } }),
          }))}
        />
        {recipes.length > 0 ? (
          <FileLinks
            files={recipes.map((each) => ({
              label: word('sheet.outAs', { name: say(each.name) || each.id }),
              of: word('sheet.out'),
              href: fileAddress('task-sheet-xlsx', { query: { lang, recipe: each.id } }),
            }))}
          />
        ) : null}
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
