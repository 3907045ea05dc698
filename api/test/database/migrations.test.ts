import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migrateDown, migrateUp, schemaDifference } from '../../src/database/migrate.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('entities and migrations agree', async () => {
  expect(await schemaDifference(database.url)).toBe('');
});

test('the newest migration goes down and up again, twice at once, and ends the same', async () => {
  await migrateDown(database.url);
  await Promise.all([migrateUp(database.url), migrateUp(database.url)]);
  expect(await schemaDifference(database.url)).toBe('');
});
