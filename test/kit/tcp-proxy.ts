import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface ProxyTarget {
  host: string;
  port: number;
}

/** A wire between two parts that can be cut, silenced, slowed down or led elsewhere. */
export interface TcpProxy extends AsyncDisposable {
  port: number;
  /** Where new connections go, in turn; empty: they end at once. */
  targets: ProxyTarget[];
  /** Ends all connections, and nobody listens any more. */
  refuse(): Promise<void>;
  /** Listens again, on the same port. */
  accept(): Promise<void>;
  /** Neither end hears the other any more, and neither is told: a half-open connection. */
  silence(): void;
  /** Bytes flow again, for connections that are still there. */
  speak(): void;
  /** Every byte arrives so much later. */
  delay(ms: number): void;
  /** Ends all connections there are. */
  cut(): void;
}

export async function createTcpProxy(targets: ProxyTarget[]): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let silent = false;
  let lateMs = 0;
  let turn = 0;

  function pass(from: Socket, to: Socket): void {
    const write = (data: Buffer) => {
      if (!silent && !to.destroyed) to.write(data);
    };
    from.on('data', (data: Buffer) => (lateMs > 0 ? setTimeout(write, lateMs, data) : write(data)));
    from.on('error', () => to.destroy()).on('close', () => !silent && to.end());
    sockets.add(from);
    from.once('close', () => sockets.delete(from));
  }

  const server = createServer((near) => {
    const target = proxy.targets[turn++ % Math.max(1, proxy.targets.length)];
    if (!target) return near.destroy();
    const far = connect(target.port, target.host);
    pass(near, far);
    pass(far, near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy: TcpProxy = {
    port: (server.address() as AddressInfo).port,
    targets,
    async refuse() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      proxy.cut();
      await closed;
    },
    async accept() {
      server.listen(proxy.port, '127.0.0.1');
      await once(server, 'listening');
    },
    silence() {
      silent = true;
    },
    speak() {
      silent = false;
    },
    delay(ms) {
      lateMs = ms;
    },
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    async [Symbol.asyncDispose]() {
      proxy.cut();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return proxy;
}
