/** Bodies of requests, read no further than allowed, whether or not a request says how long it is. */

export type Body = { bytes: Uint8Array<ArrayBuffer> } | { failed: 'too-large' | 'cut-off' };

/** The body of a request of at most `most` bytes. */
export async function readBody(request: Request, most: number): Promise<Body> {
  if (Number(request.headers.get('content-length') ?? '0') > most) return { failed: 'too-large' };
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > most) return { failed: 'too-large' };
      chunks.push(chunk);
    }
  } catch {
    return { failed: 'cut-off' };
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return { bytes };
}
