// A server that keeps a strict limit and writes down what came: a child process of limiter.mjs.
//
// Strict: a request is let through when fewer than `limit` were let through in the `span` milliseconds
// before it came (with weights: when it fits). Whatever waits in the socket counts from when it is read.
// `ideal` is what the strictest limit lets a client through that sits inside this process, is never late
// and never refused: what this machine, halts and all, allows at most.
import { createServer } from 'node:http';

const now = () => Number(process.hrtime.bigint()) / 1e6;
let rule = { limit: 10, span: 1000, latency: 50, retryAfter: undefined };
let log = [];
let sum = 0;
let events = [];
let closed = -1;

function forget(at) {
  while (log.length > 0 && log[0].at <= at - rule.span) sum -= log.shift().weight;
}

const server = createServer((request, response) => {
  const chunks = [];
  // The moment counts at which the head is read: the body is a few bytes.
  const at = now();
  request.on('data', (chunk) => { chunks.push(chunk); });
  request.on('end', () => {
    const { weight = 1 } = JSON.parse(Buffer.concat(chunks).toString() || '{}');
    forget(at);
    const ok = at >= closed && sum + weight <= rule.limit;
    if (ok) {
      log.push({ at, weight });
      sum += weight;
    }
    events.push([at, ok ? 1 : 0, weight]);
    setTimeout(() => {
      const wait = rule.retryAfter === undefined ? {} : { 'retry-after': String(rule.retryAfter) };
      response.writeHead(ok ? 200 : 429, { 'content-type': 'application/json', ...(ok ? {} : wait) });
      response.end('{"ok":true}');
    }, rule.latency);
  });
});
server.keepAliveTimeout = 60_000;

// The client inside: as often as the event loop turns, at least every millisecond.
let ideal;
function greedy() {
  const at = now();
  while (ideal.log.length > 0 && ideal.log[0] <= at - 1000) ideal.log.shift();
  while (ideal.log.length < ideal.limit) {
    ideal.log.push(at);
    ideal.times.push(at);
  }
  if (at < ideal.until) setTimeout(greedy, 1);
  else process.send({ ideal: ideal.times });
}

process.on('message', (message) => {
  if (message.rule) rule = { ...rule, ...message.rule };
  if (message.shut) closed = now() + message.shut;
  if (message.reset) { log = []; sum = 0; events = []; closed = -1; }
  if (message.report) process.send({ events, cpu: process.cpuUsage() });
  if (message.ideal) {
    ideal = { limit: message.ideal.limit, until: now() + message.ideal.ms, log: [], times: [] };
    greedy();
  }
  if (message.at) process.send({ at: now() });
  if (message.end) process.exit(0);
});
server.listen(0, '127.0.0.1', () => { process.send({ port: server.address().port }); });
