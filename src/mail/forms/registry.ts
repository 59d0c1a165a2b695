import type { Form } from '../form.js';
import { activeHunter } from './active-hunter.js';
import { amavis } from './amavis.js';
import { amazonSes } from './amazon-ses.js';
import { amazonSesInbound } from './amazon-ses-inbound.js';
import { amazonSns } from './amazon-sns.js';
import { amazonWorkmail } from './amazon-workmail.js';
import { axigen } from './axigen.js';
import { barracuda } from './barracuda.js';
import { biglobe } from './biglobe.js';
import { communigate } from './communigate.js';
import { coremail } from './coremail.js';
import { courier } from './courier.js';
import { dma } from './dma.js';
import { domino } from './domino.js';
import { exchange } from './exchange.js';
import { exchange55 } from './exchange-5-5.js';
import { exchange2003 } from './exchange-2003.js';
import { exchangeOnline } from './exchange-online.js';
import { exim } from './exim.js';
import { ezweb } from './ezweb.js';
import { facebook } from './facebook.js';
import { fml } from './fml.js';
import { gmail } from './gmail.js';
import { googleGroups } from './google-groups.js';
import { groupwise } from './groupwise.js';
import { haraka } from './haraka.js';
import { hmailserver } from './hmailserver.js';
import { hotmailJmrp } from './hotmail-jmrp.js';
import { imail } from './imail.js';
import { interscan } from './interscan.js';
import { ironport } from './ironport.js';
import { james } from './james.js';
import { kddi } from './kddi.js';
import { kerio } from './kerio.js';
import { kumomta } from './kumomta.js';
import { listserv } from './listserv.js';
import { mFilter } from './m-filter.js';
import { mail2000 } from './mail2000.js';
import { mailenable } from './mailenable.js';
import { mailfoundry } from './mailfoundry.js';
import { mailgun } from './mailgun.js';
import { mailmarshal } from './mailmarshal.js';
import { mailru } from './mailru.js';
import { mandrill } from './mandrill.js';
import { mcafee } from './mcafee.js';
import { mdaemon } from './mdaemon.js';
import { mercury } from './mercury.js';
import { messagelabs } from './messagelabs.js';
import { messagingServer } from './messaging-server.js';
import { meta1 } from './meta1.js';
import { mimecast } from './mimecast.js';
import { mxlogic } from './mxlogic.js';
import { naver } from './naver.js';
import { notesMta } from './notes-mta.js';
import { opensmtpd } from './opensmtpd.js';
import { outlookCom } from './outlook-com.js';
import { pec } from './pec.js';
import { postOffice } from './post-office.js';
import { postal } from './postal.js';
import { postfix } from './postfix.js';
import { postmark } from './postmark.js';
import { powermta } from './powermta.js';
import { proofpoint } from './proofpoint.js';
import { proofpointEssentials } from './proofpoint-essentials.js';
import { qmail } from './qmail.js';
import { rambler } from './rambler.js';
import { sendgrid } from './sendgrid.js';
import { sendmail } from './sendmail.js';
import { sendmail5 } from './sendmail-5.js';
import { smail } from './smail.js';
import { spamcop } from './spamcop.js';
import { sparkpost } from './sparkpost.js';
import { surfcontrol } from './surfcontrol.js';
import { surgemail } from './surgemail.js';
import { tencent } from './tencent.js';
import { troubleDelivering } from './trouble-delivering.js';
import { unitedInternet } from './united-internet.js';
import { vtext } from './vtext.js';
import { xmail } from './xmail.js';
import { yahoo } from './yahoo.js';
import { yandex } from './yandex.js';
import { zoho } from './zoho.js';
import { zonemta } from './zonemta.js';

/** The forms that are known, the more special ones before those whose wording they share. */
export const FORMS: readonly Form[] = [
  naver,
  coremail,
  tencent,
  pec,
  troubleDelivering,
  mail2000,
  activeHunter,
  mFilter,
  biglobe,
  kddi,
  ezweb,
  rambler,
  mailru,
  yandex,
  powermta,
  zonemta,
  amazonSns,
  amazonSesInbound,
  amazonWorkmail,
  amazonSes,
  hotmailJmrp,
  spamcop,
  exchangeOnline,
  outlookCom,
  exchange,
  exchange55,
  exchange2003,
  domino,
  notesMta,
  groupwise,
  googleGroups,
  gmail,
  sendgrid,
  mailgun,
  postmark,
  sparkpost,
  mandrill,
  mimecast,
  proofpoint,
  proofpointEssentials,
  messagelabs,
  barracuda,
  interscan,
  sendmail,
  mcafee,
  mxlogic,
  unitedInternet,
  surfcontrol,
  mailmarshal,
  mailfoundry,
  ironport,
  zoho,
  facebook,
  vtext,
  kumomta,
  haraka,
  postal,
  amavis,
  messagingServer,
  courier,
  opensmtpd,
  dma,
  james,
  communigate,
  mailenable,
  mdaemon,
  hmailserver,
  kerio,
  mercury,
  xmail,
  axigen,
  surgemail,
  imail,
  smail,
  meta1,
  postOffice,
  listserv,
  fml,
  postfix,
  yahoo,
  qmail,
  exim,
  sendmail5,
];
