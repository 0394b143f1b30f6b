import { createHmac, timingSafeEqual } from 'node:crypto';

// Standard Webhooks 1.0.0; several signatures may stand in the header while the secret is changed.
export function isRight(secret, headers, body, now = Date.now() / 1000) {
  const timestamp = headers['webhook-timestamp'];
  if (!/^\d+$/.test(timestamp ?? '') || Math.abs(now - Number(timestamp)) > 300) return false;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const hash = createHmac('sha256', key).update(`${headers['webhook-id']}.${timestamp}.`).update(body).digest('base64');
  const expected = Buffer.from(`v1,${hash}`);
  return (headers['webhook-signature'] ?? '').split(' ').map((text) => Buffer.from(text)).some((given) => given.length === expected.length && timingSafeEqual(given, expected));
}
