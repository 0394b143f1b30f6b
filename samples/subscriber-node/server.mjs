import { createServer } from 'node:http';
import { Copy } from './copy.mjs';
import { isRight } from './signature.mjs';

const secret = process.env.SUBSCRIBER_SECRET;
if (!secret) throw new Error("set SUBSCRIBER_SECRET to the subscription's whsec_… secret");
const copy = new Copy();

const server = createServer(async (request, response) => {
  if (request.method === 'GET' && request.url === '/copy') {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(copy.held()));
    return;
  }
  const parts = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts);
  if (!isRight(secret, request.headers, body)) {
    response.writeHead(401).end();
    return;
  }
  // Answered only once it is applied: what is not acknowledged comes again.
  copy.apply(JSON.parse(body));
  response.writeHead(204).end();
});
server.listen(Number(process.argv[2] ?? 9000), '127.0.0.1', () => console.log(server.address().port));
