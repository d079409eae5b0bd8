export function SentencePage() {
  return null;
}
