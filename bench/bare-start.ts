/** The least that a server of this kind does before its first answer: it imports the same packages and listens. */
import '@hono/node-server';
import 'feed';
import 'hono';
import 'lru-cache';
import 'node:sqlite';
import 'pino';
import 'prom-client';
import 'zod';
import { createServer } from 'node:http';

createServer((_request, response) => response.end('ready')).listen(Number(process.argv[2]), '127.0.0.1');
