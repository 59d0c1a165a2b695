import { describe, expect, test } from 'vitest';
import { reading } from './mails.js';

const mail = (fields: string, text = 'I am away and read your mail next week.\n') =>
  `From: Bob <bob@example.com>\nTo: sender@example.org\nSubject: your mail\n${fields}\n${text}`;

describe('an automatic answer', () => {
  test('by its field (RFC 3834 §5) comes from the one who was written to', async () => {
    const { kind, records } = await reading(mail('Auto-Submitted: auto-replied\nIn-Reply-To: <1@example.org>\n'));
    expect(kind).toBe('auto-reply');
    expect(records.map(({ evidence }) => evidence)).toMatchObject([
      { action: 'auto-reply', recipient: 'bob@example.com', envelope: { messageId: '1@example.org' } },
    ]);
  });

  test('is none where a person wrote it (RFC 3834 §5: no)', async () => {
    const { records } = await reading(mail('Auto-Submitted: no\n', 'Thank you for your mail.\n'));
    expect(records).toEqual([]);
  });

  test('that tells that a message was displayed (RFC 8098) is no failure', async () => {
    const parts = [
      'Content-Type: text/plain\n\nThe message was displayed.\n',
      'Content-Type: message/disposition-notification\n\nReporting-UA: mua.example.com\nFinal-Recipient: rfc822;bob@example.com\nDisposition: manual-action/MDN-sent-manually; displayed\n',
    ];
    const fields = 'Content-Type: multipart/report; report-type=disposition-notification; boundary=b\n';
    const { kind, records } = await reading(mail(fields, `${parts.map((part) => `--b\n${part}`).join('')}--b--\n`));
    expect(kind).toBe('disposition');
    expect(records.map(({ evidence }) => [evidence.action, evidence.recipient])).toEqual([['auto-reply', 'bob@example.com']]);
  });
});
