import 'reflect-metadata';
import { createSchema } from './schema.js';

/** `node dist/emit-schema.js FILE` writes the sorted schema. */
await createSchema(process.argv[2] ?? '../schema/schema.graphql');
