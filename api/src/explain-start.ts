import { SettingError } from '@enrolment/settings/setting-error.js';

/** One line for each thing that is wrong, with what to do. */
export function explainStart(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  if (error instanceof SettingError) return message;
  if (code === 'EADDRINUSE') return 'the port is taken: set API_PORT to a free one';
  if (code === 'EADDRNOTAVAIL') return 'API_HOST is no address of this machine';
  if (code === '42P01' || code === '42704' || code === '22023')
    return 'the database is not prepared: run npm run db:migrate';
  if (code === '28P01') return 'DATABASE_URL: the user or password is not right';
  if (code?.startsWith('ECONN') || code === 'ENOTFOUND')
    return 'DATABASE_URL: PostgreSQL cannot be reached there';
  return `cannot start (${code ?? 'unknown reason'}): ${message}`;
}
