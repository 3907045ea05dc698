export type * from '../client/graphql.ts';
export { createClient, type Accepted, type Client, type ClientOptions, type Operation } from './client.ts';
export { ApiError, RefusedError } from './faults.ts';
export * from './operations.ts';
