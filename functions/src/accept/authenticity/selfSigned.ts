import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

/**
 * For tests only: an X.509 certificate that signs itself, with its key, made anew each time so that no private key lies in the repository and no
 * `openssl` is needed. Node can read certificates but not make them; this writes the few fields of RFC 5280 §4.1 in DER by hand.
 */
export type SelfSigned = { certificate: string; privateKey: KeyObject };

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const size = body.length < 0x80 ? [body.length] : body.length < 0x100 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
};
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);
const objectId = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
/** 20260131235959Z: RFC 5280 wants it so from 2050 on, and readers take it before. */
const generalizedTime = (ms: number) => der(0x18, Buffer.from(`${new Date(ms).toISOString().replace(/\D/g, '').slice(0, 14)}Z`));

const sha256WithRsa = sequence(objectId('2a864886f70d01010b'), der(0x05));

/** A certificate for the DNS name, valid between two times (ms since epoch). `curve`: with a key of an elliptic curve in place of RSA. */
export function selfSigned(name: string, validFrom: number, validTo: number, curve = false): SelfSigned {
  const signing = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { publicKey, privateKey } = curve ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : signing;
  const entity = sequence(der(0x31, sequence(objectId('550403'), der(0x0c, Buffer.from(name)))));
  const alternativeName = sequence(objectId('551d11'), der(0x04, sequence(der(0x82, Buffer.from(name)))));
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))), der(0x02, Buffer.from([1])), sha256WithRsa, entity,
    sequence(generalizedTime(validFrom), generalizedTime(validTo)), entity,
    publicKey.export({ type: 'spki', format: 'der' }), der(0xa3, sequence(alternativeName)),
  );
  const signature = createSign('RSA-SHA256').update(content).sign(signing.privateKey);
  const whole = sequence(content, sha256WithRsa, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return { certificate: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'), privateKey };
}
