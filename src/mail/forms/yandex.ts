import type { Form } from '../form.js';

export const yandex: Form = {
  name: 'yandex',
  system: 'Yandex.Mail (a Postfix with a Russian opening)',
  source: 'notices of the service: a Russian opening, X-Yandex-Queue-ID among the fields',
  cues: [
    { statusField: ['x-yandex-queue-id', ''] },
    { text: 'это письмо отправлено почтовым сервером yandex' },
    { from: 'mailer-daemon@yandex.' },
  ],
};
