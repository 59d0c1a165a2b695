import { describe, expect, test } from 'vitest';
import { isAllowedHost } from '../../src/watch/http-server.js';

describe('a Host field', () => {
  test.each([
    '127.0.0.1',
    '127.0.0.1:9155',
    '10.1.2.3:1',
    '[::1]',
    '[fe80::1]:80',
    'localhost',
    'LocalHost:9155',
    'mx.example.com',
    'MX.EXAMPLE.COM:1',
    'mx.example.com.',
  ])('%s is ours', (field) => {
    expect(isAllowedHost(field, ['mx.example.com'])).toBe(true);
  });

  test.each([
    undefined,
    '',
    ':9155',
    'example.com',
    'evil.mx.example.com',
    'mx.example.com.evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '127.0.0.1@evil.example',
    'localhost:80:80',
    '[localhost]',
    '[::1',
    '999.1.1.1',
    'localhost/',
    'localhost, evil.example',
  ])('%s is not', (field) => {
    expect(isAllowedHost(field, ['mx.example.com'])).toBe(false);
  });
});
