import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ERRORS, type ErrorCode, WestgateError } from '@westgate/base';
import { commonSchema } from '@westgate/contract';
import Fastify from 'fastify';
import { sendProblem } from '../src/http/problem.ts';

const CODES = Object.keys(ERRORS) as readonly ErrorCode[];
const HAN = /\p{Script=Han}/u;
const ENGLISH = /[A-Za-z]+ +[A-Za-z]+/;
/** How an error may be thrown: in both languages, or in English alone. */
const THROWN: readonly ((code: ErrorCode) => WestgateError)[] = [
  (code) => new WestgateError(code, { zh: '应为另一个值', en: 'expected another value' }, { field: 'what' }),
  (code) => new WestgateError(code, 'expected another value, found this one', { field: 'what' }),
  (code) => new WestgateError(code, ERRORS[code].title),
];

const app = Fastify();
app.setErrorHandler((error, request, reply) => sendProblem(request, reply, error));
app.get('/:code/:how', ({ params }) => {
  const { code, how } = params as { readonly code: ErrorCode; readonly how: string };
  throw THROWN[Number(how)]?.(code);
});
app.post('/', () => ({}));

const asked = async (path: string, language: string) => {
  const answer = await app.inject({ url: path, headers: { 'accept-language': language } });
  return commonSchema.problem.parse(answer.json());
};

test('every refusal is told in Chinese to who asks in Chinese, and in English to others, however it was thrown', async () => {
  for (const code of CODES) {
    for (const how of THROWN.keys()) {
      const path = `/${code}/${how}`;
      for (const language of ['zh-CN,zh;q=0.9,en;q=0.5', 'zh']) {
        const { title, detail, code: told } = await asked(path, language);
        assert.equal(told, code);
        for (const text of [title, detail]) assert.ok(HAN.test(text) && !ENGLISH.test(text), `${path}: ${text}`);
      }
      const { title, detail } = await asked(path, 'en');
      assert.ok(!HAN.test(title + detail), `${path}: ${title} ${detail}`);
    }
  }
});

test('what the framework refuses, and a fault of ours, are told in Chinese too', async () => {
  const sent = (headers: Readonly<Record<string, string>>, payload: string) =>
    app.inject({ method: 'POST', url: '/', headers: { 'accept-language': 'zh', ...headers }, payload });
  const answers = [
    await sent({ 'content-type': 'application/json' }, '{'),
    await sent({ 'content-type': 'application/json' }, ''),
    await sent({ 'content-type': 'text/html' }, '<p>'),
    await app.inject({ url: '/WG_INTERNAL/9', headers: { 'accept-language': 'zh' } }),
  ];
  for (const answer of answers) {
    const { title, detail } = commonSchema.problem.parse(answer.json());
    for (const text of [title, detail]) assert.ok(HAN.test(text) && !ENGLISH.test(text), text);
  }
});
