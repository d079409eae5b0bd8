import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { useAskAll } from '../api/ask.ts';
import { useWords } from '../messages/words.ts';
import { AsWritten } from '../parts/as-written.tsx';
import { FoldSign } from '../parts/fold-sign.tsx';

/** The source of an outcome, found by typing part of its id or title; empty where there is none. */
export function SourceSelect({
  id,
  value,
  onChange,
}: {
  readonly id: string;
  readonly value: string;
  readonly onChange: (source: string) => void;
}) {
  const word = useWords();
  const sources = useAskAll('sources').data ?? [];
  return (
    <ComboBox
      className="form-field"
      defaultItems={sources}
      selectedKey={value === '' ? null : value}
      onSelectionChange={(key) => onChange(key === null ? '' : String(key))}
      menuTrigger="focus"
    >
      <Label>{word('figures.source')}</Label>
      <Text slot="description" className="note">
        {word('record.sourceHint')}
      </Text>
      <div className="combo">
        <Input id={id} className="field" />
        <Button className="combo-button" aria-label={word('record.sourceList')}>
          <FoldSign />
        </Button>
      </div>
      <Popover className="popover combo-popover">
        <ListBox className="menu">
          {(source: (typeof sources)[number]) => (
            <ListBoxItem id={source.id} textValue={`${source.id} ${source.title}`} className="combo-item">
              <b>{source.id}</b> <AsWritten text={source.title} className="soft" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
