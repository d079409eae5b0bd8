import Fastify from 'fastify';
import { guardProcess } from '../src/http/guard-process.ts';
import { addRequestWork } from '../src/http/request-work.ts';
import { Faults } from '../src/running/faults.ts';

// A server whose requests leave work behind that fails in every way a bug could. Prints its address; ends with 3 where the guard finds it broken.
const faults = new Faults();
const app = Fastify();
addRequestWork(app);
faults.writeTo({ error: (told, message) => console.error(JSON.stringify({ ...told, err: undefined, message })) });
guardProcess(faults, () => process.exit(3));

const later = (work: () => void): void => {
  setTimeout(work, 5);
};
const boom = (): never => {
  throw new Error('boom');
};
const never = (): Promise<never> => new Promise(() => undefined);
const reject = async (): Promise<never> => boom();

app.get('/counts', async () => faults.counts);
app.get('/throws', () => {
  later(boom);
  return never();
});
app.get('/rejects', () => {
  later(() => Promise.reject(new Error('boom')));
  return never();
});
app.get('/streams', (_request, reply) => {
  reply.hijack();
  reply.raw.writeHead(200);
  reply.raw.write('begun');
  later(boom);
});
app.post('/body', () => {
  later(boom);
  return never();
});
app.get('/answered-then-rejects', (_request, reply) => {
  reply.raw.on('finish', () => later(() => Promise.reject(new Error('boom'))));
  return 'answered';
});
app.get('/answered-then-throws', (_request, reply) => {
  reply.raw.on('finish', () => later(boom));
  return 'answered';
});
app.get('/gone', (_request, reply) => {
  reply.raw.on('finish', () => later(() => Promise.reject(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))));
  return 'answered';
});
app.get('/handler-rejects', () => reject());
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
