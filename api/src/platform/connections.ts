import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** The open connections of a server, each with its last request until that is answered. */
export class Connections {
  private readonly open = new Set<Socket>();
  private readonly asked = new Map<Socket, IncomingMessage>();

  constructor(app: FastifyInstance) {
    app.server.on('connection', (socket: Socket) => {
      this.open.add(socket);
      socket.once('close', () => {
        this.open.delete(socket);
        this.asked.delete(socket);
      });
    });
    app.addHook('onRequest', async ({ raw }) => void this.asked.set(raw.socket, raw));
    app.addHook('onResponse', async ({ raw }) => void this.asked.delete(raw.socket));
  }

  /**
   * Cuts every connection without a whole request to answer. Node's own closeIdleConnections spares one on which nothing has
   * come yet, or not all of a request.
   */
  cutSilent(): void {
    for (const socket of this.open) if (!this.asked.get(socket)?.complete) socket.destroy();
  }
}
