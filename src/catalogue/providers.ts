import type { Provider } from '../model/provider.js';

/** What is known of a provider. */
export interface ProviderFacts {
  readonly name: string;
  /** The page on which it documents its replies; null where it publishes none. */
  readonly page: string | null;
  /** Who runs several of them: its name stands for all. */
  readonly house?: string;
}

export const PROVIDER_FACTS: Readonly<Record<Provider, ProviderFacts>> = {
  google: { name: 'Gmail, Google Workspace', page: 'https://support.google.com/a/answer/3726730' },
  outlook: {
    name: 'Outlook.com, Hotmail',
    page: 'https://sendersupport.olc.protection.outlook.com/pm/troubleshooting',
    house: 'microsoft',
  },
  'exchange-online': {
    name: 'Microsoft Exchange Online',
    page: 'https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
    house: 'microsoft',
  },
  yahoo: { name: 'Yahoo, AOL', page: 'https://senders.yahooinc.com/smtp-error-codes/' },
  'yahoo-jp': { name: 'Yahoo! JAPAN', page: null },
  apple: { name: 'Apple iCloud Mail', page: 'https://support.apple.com/102322' },
  comcast: { name: 'Comcast, Xfinity', page: 'https://postmaster.comcast.net/smtp-error-codes.php' },
  cox: { name: 'Cox', page: 'https://www.cox.com/residential/support/email-error-codes.html' },
  spectrum: {
    name: 'Spectrum, Charter, Road Runner',
    page: 'https://www.spectrum.net/support/internet/understanding-email-error-codes',
  },
  att: { name: 'AT&T', page: 'https://www.att.com/support/article/email-support/KM1401980/' },
  godaddy: { name: 'GoDaddy Workspace', page: 'https://ca.godaddy.com/help/fix-rejected-email-with-a-bounce-error-40685' },
  gmx: { name: 'GMX, web.de, mail.com, IONOS', page: 'https://postmaster.gmx.net/en/error-messages' },
  't-online': { name: 'Telekom T-Online', page: 'https://postmaster.t-online.de/' },
  orange: { name: 'Orange, Wanadoo', page: 'https://www.postmastery.com/orange-postmaster-smtp-error-codes-ofr/' },
  laposte: { name: 'La Poste', page: 'https://www.postmastery.com/orange-postmaster-smtp-error-codes-ofr/' },
  free: { name: 'Free', page: 'https://postmaster.free.fr/' },
  qq: { name: 'Tencent QQ Mail, Exmail', page: 'https://service.mail.qq.com/detail/122' },
  netease: { name: 'NetEase 163, 126, yeah', page: 'https://help.163.com/09/1224/17/5RAJ4LMH00753VB8.html' },
  mailru: { name: 'Mail.ru', page: 'https://help.mail.ru/postmaster' },
  yandex: { name: 'Yandex', page: 'https://yandex.com/support/mail/' },
  rambler: { name: 'Rambler', page: null },
  mimecast: {
    name: 'Mimecast',
    page: 'https://community.mimecast.com/s/article/Mimecast-SMTP-Error-Codes-842605754',
  },
  proofpoint: { name: 'Proofpoint', page: 'https://help.proofpoint.com/Proofpoint_Essentials' },
  barracuda: { name: 'Barracuda', page: null },
  ironport: { name: 'Cisco Secure Email (IronPort)', page: 'https://www.talosintelligence.com/reputation_center' },
  symantec: {
    name: 'Symantec Email Security.cloud (MessageLabs)',
    page: 'https://knowledge.broadcom.com/external/article?legacyId=TECH246726',
  },
  trendmicro: { name: 'Trend Micro', page: 'https://www.ers.trendmicro.com/reputations/index' },
  fireeye: { name: 'Trellix, FireEye ETP', page: null },
  zoho: { name: 'Zoho Mail', page: null },
  proton: { name: 'Proton Mail', page: null },
  fastmail: { name: 'Fastmail', page: null },
  rackspace: { name: 'Rackspace Email', page: null },
  ses: { name: 'Amazon SES', page: 'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html' },
  sendgrid: {
    name: 'SendGrid',
    page: 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/smtp-errors-and-troubleshooting',
  },
  facebook: { name: 'Facebook', page: 'https://www.facebook.com/postmaster/response_codes' },
  docomo: { name: 'NTT docomo', page: null },
  kddi: { name: 'KDDI au', page: null },
  iua: { name: 'I.UA', page: 'https://mail.i.ua/err/' },
  improvmx: { name: 'ImprovMX', page: null },
  infomaniak: { name: 'Infomaniak', page: null },
  hostpoint: { name: 'Hostpoint', page: null },
  hey: { name: 'HEY', page: null },
  zerospam: { name: 'Zerospam', page: null },
  kpn: { name: 'KPN', page: null },
  cloudflare: { name: 'Cloudflare Email Routing', page: 'https://developers.cloudflare.com/email-routing/postmaster/' },
};
