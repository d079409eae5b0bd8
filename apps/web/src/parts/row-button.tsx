/** A plain button of a row; who cannot see the row is told of what it is. */
export function RowButton({
  act,
  of,
  isBusy,
  onPress,
}: {
  readonly act: string;
  readonly of: string;
  readonly isBusy: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" className="button plain" disabled={isBusy} onClick={onPress}>
      {act}
      <span className="unseen"> {of}</span>
    </button>
  );
}
