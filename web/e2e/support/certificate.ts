import { generateKeyPairSync, sign } from 'node:crypto';

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const ECDSA_WITH_SHA256 = sequence(hex('06 08 2a8648ce3d040302'));
const NAME = sequence(der(0x31, sequence(hex('06 03 550403'), der(0x0c, Buffer.from('localhost')))));
const DAY = 86_400_000;
const time = (ms: number) =>
  der(0x18, Buffer.from(`${new Date(ms).toISOString().replace(/[-:T]|\.\d+/g, '')}`));

/** Makes a key and a self-signed certificate for localhost and 127.0.0.1, valid from yesterday to tomorrow (RFC 5280). */
export function makeCertificate(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const names = sequence(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])));
  const extensions = sequence(
    sequence(hex('06 03 551d11'), der(0x04, names)),
    sequence(hex('06 03 551d13'), hex('01 01 ff'), der(0x04, sequence(hex('01 01 ff')))),
  );
  const signed = sequence(
    der(0xa0, hex('02 01 02')),
    hex('02 01 01'),
    ECDSA_WITH_SHA256,
    NAME,
    sequence(time(Date.now() - DAY), time(Date.now() + DAY)),
    NAME,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', signed, privateKey));
  const body = sequence(signed, ECDSA_WITH_SHA256, signature)
    .toString('base64')
    .match(/.{1,64}/g)!
    .join('\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`,
  };
}
