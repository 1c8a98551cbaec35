// A server that speaks OpenAI's chat completions and misbehaves: a child process of chaos.mjs.
import { createServer } from 'node:http';
import { sequence } from './articles.mjs';

const next = sequence(Number(process.argv[2] ?? 1));
const done = {};
/** Until when everything is refused, and with what. */
let burst = { until: 0, status: 429 };
let calm = false;
const asked = new Set();

/** The translation: a function of the source that the other side can check. */
const english = (text) => `EN(${[...text].reverse().join('')})`;

function answerOf(segments) {
  return Object.fromEntries(segments.map(({ id, text }) => [id, english(text)]));
}
const completion = (content, more = {}) => JSON.stringify({ choices: [{ finish_reason: 'stop', message: { content: JSON.stringify(content) } }], usage: { prompt_tokens: 10, completion_tokens: 10 }, ...more });
const json = { 'content-type': 'application/json' };
const shuffled = (entries) => entries.map((entry) => [next(1e6), entry]).sort(([a], [b]) => a - b).map(([, entry]) => entry);

const ways = {
  reset: (request) => { request.socket.resetAndDestroy(); },
  hang: () => {},
  'half body': (request, response, segments) => {
    const body = completion(answerOf(segments));
    response.writeHead(200, { ...json, 'content-length': body.length });
    response.write(body.slice(0, body.length / 2));
    setTimeout(() => { request.socket.destroy(); }, 20);
  },
  'half body, said to be whole': (_request, response, segments) => {
    const body = completion(answerOf(segments));
    response.writeHead(200, json).end(body.slice(0, body.length / 2));
  },
  'wrong ids': (_request, response, segments) => { response.writeHead(200, json).end(completion(Object.fromEntries(segments.map(({ text }, n) => [`x${n}`, english(text)])))); },
  'an id missing': (_request, response, segments) => { response.writeHead(200, json).end(completion(Object.fromEntries(Object.entries(answerOf(segments)).slice(1)))); },
  'an id too many': (_request, response, segments) => { response.writeHead(200, json).end(completion({ ...answerOf(segments), s999: 'too much' })); },
  'ids shuffled': (_request, response, segments) => { response.writeHead(200, json).end(completion(Object.fromEntries(shuffled(Object.entries(answerOf(segments)))))); },
  '10 MB': (_request, response, segments) => { response.writeHead(200, json).end(completion(answerOf(segments), { padding: 'x'.repeat(10_000_000) })); },
  'invalid UTF-8': (_request, response, segments) => {
    const body = Buffer.from(completion(answerOf(segments)));
    body[body.indexOf('EN(') + 3] = 0xff;
    response.writeHead(200, json).end(body);
  },
  'slow bytes': (_request, response, segments) => {
    const body = completion(answerOf(segments));
    response.writeHead(200, json);
    let at = 0;
    const step = Math.ceil(body.length / 12);
    const timer = setInterval(() => {
      if (at < body.length) response.write(body.slice(at, at += step));
      else {
        clearInterval(timer);
        response.end();
      }
    }, 30);
  },
  'cut by its length': (_request, response) => { response.writeHead(200, json).end(JSON.stringify({ choices: [{ finish_reason: 'length', message: { content: '{"s1":"EN(' } }] })); },
  'refused inside a 200': (_request, response) => { response.writeHead(200, json).end(JSON.stringify({ choices: [{ finish_reason: 'stop', message: { content: null, refusal: 'I would rather not' } }] })); },
  'an error inside a 200': (_request, response) => { response.writeHead(200, json).end('{"error":{"message":"upstream is gone"}}'); },
  'HTML': (_request, response) => { response.writeHead(200, { 'content-type': 'text/html' }).end('<html>gateway</html>'); },
  'a burst of 429': (_request, response) => { burst = { until: Date.now() + 300, status: 429 }; refuse(response); },
  'a burst of 503': (_request, response) => { burst = { until: Date.now() + 150, status: 503 }; refuse(response); },
};
const names = Object.keys(ways);

function refuse(response) {
  response.writeHead(burst.status, next(2) === 0 ? json : { ...json, 'retry-after': '0.2' }).end('{"error":{"message":"not now"}}');
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => { chunks.push(chunk); });
  request.on('error', () => undefined);
  response.on('error', () => undefined);
  request.on('end', () => {
    const { segments } = JSON.parse(JSON.parse(Buffer.concat(chunks).toString()).messages.at(-1).content);
    for (const { text } of segments) asked.add(text);
    const count = (name) => { done[name] = (done[name] ?? 0) + 1; };
    if (Date.now() < burst.until) {
      count(`in a burst of ${burst.status}`);
      refuse(response);
      return;
    }
    // One in three goes wrong; bursts are rarer, for each takes many with it.
    const name = names[next(names.length)];
    if (!calm && next(3) === 0 && (!name.startsWith('a burst') || next(5) === 0)) {
      count(name);
      ways[name](request, response, segments);
      return;
    }
    count('as it should be');
    setTimeout(() => { response.writeHead(200, json).end(completion(answerOf(segments))); }, next(20));
  });
});
server.listen(0, '127.0.0.1', () => { process.send({ port: server.address().port }); });
process.on('message', (message) => {
  if (message.calm !== undefined) calm = message.calm;
  if (message.fresh) asked.clear();
  process.send({ done, asked: [...asked] });
});
