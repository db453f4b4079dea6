import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  broadcastPoints,
  elsewhere,
  latePoints,
  paymentPoints,
  points,
  startPoints,
  uncertainPoints,
} from './points.ts';

const source = join(import.meta.dirname, '../../src');

/** Differences between the points that the product names and those that the matrix knows; none when all is well. */
export function unknownCheckpoints(): string[] {
  const named = namedInSource();
  const tested = new Set<string>([
    ...uncertainPoints,
    ...latePoints,
    ...startPoints,
    ...elsewhere,
    ...ownPoints(),
  ]);
  return [
    ...[...named].filter((name) => !tested.has(name)).map((name) => `nobody dies at ${name}`),
    ...[...tested].filter((name) => !named.has(name)).map((name) => `the product has no point ${name}`),
  ];
}

function ownPoints(): string[] {
  return [...points, ...paymentPoints, ...broadcastPoints]
    .filter(({ by }) => by === undefined)
    .map(({ at }) => at);
}

function namedInSource(): Set<string> {
  const texts = globSync('**/*.ts', { cwd: source }).map((file) => readFileSync(join(source, file), 'utf8'));
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/checkpoint\('([^']+)'\)/g)].map((found) => found[1] ?? '')),
  );
}
