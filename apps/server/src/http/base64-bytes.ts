import { WestgateError } from '@westgate/base';

/** The bytes that a text of base64 stands for. Throws `WG_INPUT_INVALID` for any other text. */
export function base64Bytes(text: string, field: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64');
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  // What is no base64 is passed over when it is decoded, so that bytes are missing.
  if (text.length % 4 === 0 && bytes.length === (text.length / 4) * 3 - padding) return bytes;
  throw new WestgateError('WG_INPUT_INVALID', `${field}: expected base64, found other characters`, { field });
}
