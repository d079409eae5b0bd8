/** Bytes that are made into text at once: more would be too many arguments of one call. */
const BYTES_AT_ONCE = 8_192;

/** The bytes of a file in base64, as the API takes files. */
export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE) binary += String.fromCharCode(...bytes.subarray(at, at + BYTES_AT_ONCE));
  return btoa(binary);
}
