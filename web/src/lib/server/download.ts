import { AsyncLocalStorage } from 'node:async_hooks';

/** A long file, written as its parts come, in the language of whoever asked for it: they are read when the answer has begun. */
export function streamed(
  parts: AsyncIterator<string | Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const asAsked = AsyncLocalStorage.snapshot();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await asAsked(() => parts.next());
      if (done) controller.close();
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
    },
    async cancel() {
      await parts.return?.();
    },
  });
}

/** A file as an answer. It holds what one reader may see: no cache on the way keeps it. */
export const download = (content: BodyInit | null, type: string, disposition: string): Response =>
  new Response(content, {
    headers: {
      'content-type': type,
      'content-disposition': disposition,
      'cache-control': 'private, no-store',
    },
  });
