import { Refused } from '@enrolment/rulebook/refusal.js';
import { parentPort, workerData } from 'node:worker_threads';
import { readSpreadsheet } from './spreadsheet.js';

const read = await readSpreadsheet(workerData as Uint8Array);
parentPort!.postMessage(read instanceof Refused ? { refusals: read.refusals } : { lines: read });
