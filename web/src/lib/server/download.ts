/** A file as an answer. It holds what one reader may see: no cache on the way keeps it. */
export const download = (content: BodyInit | null, type: string, disposition: string): Response =>
  new Response(content, {
    headers: {
      'content-type': type,
      'content-disposition': disposition,
      'cache-control': 'private, no-store',
    },
  });
