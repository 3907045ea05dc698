import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly id: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly change: { type: string; timestamp: string; data: Record<string, string | null> };
}

type Answer = (request: IncomingMessage, response: ServerResponse, received: Received) => void;

const taken: Answer = (_request, response) => void response.writeHead(204).end();

/** A district's system that is told of changes: a real server on loopback that behaves as well or badly as a test wants. */
export async function startReceiver() {
  const received: Received[] = [];
  const state = { answer: taken };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const headers = request.headers as Record<string, string>;
      const message: Received = {
        id: headers['webhook-id']!,
        headers,
        body,
        change: JSON.parse(body) as Received['change'],
      };
      received.push(message);
      state.answer(request, response, message);
    });
  });
  const listen = (port: number) => new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return {
    url: `http://127.0.0.1:${port}/changes`,
    received,
    state,
    /** Takes everything again. */
    behave: () => void (state.answer = taken),
    /** Stops listening until it is started again. */
    leave: close,
    back: () => listen(port),
    close,
  };
}
