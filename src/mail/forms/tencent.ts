import { causeBehind } from '../cause-behind.js';
import type { Form } from '../form.js';
import type { Notice } from '../notice.js';

const readCause = causeBehind(/退信原因\s{0,4}[:：]?/);
/** Advice stands behind the cause. */
const ADVICE = /\s*解决方案/;

export const tencent: Form = {
  name: 'tencent',
  system: 'Tencent QQ Mail and Exmail',
  source: 'notices of the service: tables with 退信原因 (cause) and 解决方案 (advice)',
  cues: [{ subject: 'qq.com的退信' }, { text: '抱歉，您的邮件被退回来了' }],
  read: (notice: Notice) =>
    readCause(notice).map((one) => ({ ...one, diagnostic: one.diagnostic?.split(ADVICE, 1)[0]?.trim() || null })),
};
