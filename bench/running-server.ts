/** kie.ai in a process of its own, so that its work is not counted as ours: every task is still running. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const server = createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const data = { taskId: searchParams.get('taskId'), model: '', state: 'generating', resultJson: '' };
  const answer = JSON.stringify({ code: 200, msg: 'success', data });
  response.setHeader('content-type', 'application/json').end(answer);
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
