import { describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { Routes } from './routes.ts';

const app = fastify();
const routes = new Routes(app);
app.get('/customers', () => []);
app.post('/customers', () => []);
app.put('/customers/:customerId', () => []);
app.get('/docs/*', () => []);

describe('the methods of an address', () => {
  it.each([
    ['/customers', ['GET', 'HEAD', 'POST']],
    ['/customers/', ['GET', 'HEAD', 'POST']],
    ['/customers/7', ['PUT']],
    ['/docs/a/b.css', ['GET', 'HEAD']],
    ['/customers/7/orders', []],
    ['/', []],
  ])('%s: %j', (path, methods) => expect(routes.methodsOf(path)).toEqual(methods));
});
