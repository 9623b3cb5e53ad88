#!/usr/bin/env node
// Plain JavaScript on purpose: an old Node must be able to read this far to say what it lacks.
import { existsSync } from 'node:fs';

const LEAST_NODE = 24;
const major = Number(process.versions.node.split('.')[0]);

if (major < LEAST_NODE) {
  console.error(`tagwire: Node ${LEAST_NODE} or newer is needed, this is ${process.versions.node}`);
  process.exitCode = 2;
} else {
  // A checkout holds the TypeScript, which Node runs as it is; the package holds JavaScript made of it.
  const source = new URL('../src/main.ts', import.meta.url);
  const { main } = await import(existsSync(source) ? source.href : new URL('../dist/main.js', import.meta.url).href);
  await main();
}
