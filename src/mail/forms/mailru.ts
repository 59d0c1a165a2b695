import type { Form } from '../form.js';

export const mailru: Form = {
  name: 'mailru',
  system: 'Mail.Ru (an Exim with a Russian part)',
  source: 'notices of the service: the Russian opening above the words of Exim',
  cues: [{ text: 'это письмо создано автоматически сервером mail.ru' }, { from: 'mailer-daemon@corp.mail.ru' }],
};
