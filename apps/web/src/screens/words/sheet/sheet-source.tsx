import type { Recipe } from '@westgate/contract';
import { useId } from 'react';
import { fileAddress } from '../../../api/client.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { FileLinks } from '../../../parts/file-links.tsx';
import { Select } from '../../../parts/select.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { useLanguage } from '../../../scope/use-view.ts';
import { SheetDrop } from '../../../start/sheet-drop.tsx';
import type { SheetFile } from './view-model.ts';

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
  return (
    <SheetDrop label={word('sheet.file')} fileName={fileName} isBusy={isBusy} onFile={onFile}>
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
    </SheetDrop>
  );
}
