import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CreateWebhookDocument } from '@enrolment/schema/client';
import { register, startApi, type TestApi } from '../support/api.js';
import { startProcess } from '../support/process.js';
import { staff } from '../support/reviewable.js';
import { until } from '../support/until.js';
import { startReceiver } from '../support/webhook-receiver.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ worker: false });
});
afterAll(() => api.stop());

test('a process that is killed while it sends loses nothing: another sends it again, with the same id', async () => {
  api.clock.set(new Date());
  const receiver = await startReceiver();
  const admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  await admin.request(CreateWebhookDocument, {
    input: { name: '大屏', url: receiver.url, district: '01' },
  });
  const mother = await api.person('mother');
  const numbers = [await register(api, mother), await register(api, mother)].map(({ number }) => number);
  // It takes the second message and says nothing.
  receiver.state.answer = (_, response) =>
    void (receiver.received.length < 2 && response.writeHead(204).end());
  const settings = { DATABASE_URL: api.database.servingUrl, WEBHOOK_LOOPBACK: 'on' };
  const first = await startProcess(settings);
  try {
    await until('a second message', () => receiver.received.length === 2);
    first.child.kill('SIGKILL');
    await first.exited;
  } finally {
    await first.stop();
  }
  receiver.behave();
  const [second] = receiver.received.slice(1);
  // A minute later, when nobody can be sending any more.
  await api.sql(`update webhook set busy_until = busy_until - interval '60 seconds'`);
  const other = await startProcess(settings);
  try {
    await until('the message again', () => receiver.received.length >= 3);
    await until('its success', async () => {
      const waiting = await api.sql(`select from webhook_delivery where state <> 'DELIVERED'`);
      return waiting.length === 0;
    });
  } finally {
    await other.stop();
    await receiver.close();
  }
  expect(receiver.received.map(({ change }) => change.data['number'])).toEqual([...numbers, numbers[1]]);
  expect(receiver.received[2]).toMatchObject({ id: second!.id, body: second!.body });
});
