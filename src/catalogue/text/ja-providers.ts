import type { ProviderText } from '../documentation.js';

/** プロバイダーとブロックリストが伝えていること、日本語。 */
export const jaProviders: ProviderText = {
  concerns: {
    ip: '送信元の IP アドレス',
    domain: '送信者のドメイン',
    link: 'メッセージ中のリンク',
    account: '送信に使われたアカウント',
    recipient: '受信者',
    sender: '送信者のアドレス',
    message: 'メッセージ',
    connection: '接続',
    login: 'ログイン',
    server: '受信側のサーバー',
  },
  senses: {
    spf: 'SPF を通りませんでした。',
    dkim: 'DKIM を通りませんでした。',
    alignment: 'From のドメインが、SPF のドメインとも DKIM のドメインとも一致しません。',
    dmarcRecord: 'From のドメインに DMARC レコードがありません。',
    plaintext: 'メッセージが TLS を使わずに届きました。',
    ptr: '送信元の IP アドレスに PTR レコードがないか、そこにある名前からその IP アドレスに戻れません。',
    dailyLimit: '送信に使われたアカウントが、1 日あたりのメッセージ数の上限に達しました。',
    edgeBlocking: '受信者が組織のディレクトリにないか、組織がこのドメイン宛てのメールを受け取りません。',
    senderDenied: '送信者のアドレスが許可されていません。',
    outboundSpam: '送信に使われたアカウントは、スパムを送ったためロックされています。',
    noMailbox: 'メールボックスを利用できません。多くは存在しないためです。',
    bareLineFeed: 'メッセージに、CR を伴わない LF があります。これを運べるのは CHUNKING（BDAT）だけです。',
    insideOnly: '受信者は、自分の組織の送信者からのメールだけを受け取ります。',
    ipv6: 'メッセージは IPv6 で届きました。その場合は SPF か DKIM を通る必要がありますが、どちらも通りませんでした。',
    mtaSts: 'ホストが、ドメインの MTA-STS ポリシーで許可されたものに含まれていません。',
    certificate: '相手のサーバーの証明書が、MTA-STS など、ドメインの TLS ポリシーを満たしません。',
    busyMailbox: 'メールボックスに一度に届くメッセージが多すぎるため、受信が抑えられています。',
    slowed: 'IP アドレスの評判のため、受信が抑えられています。',
    gone: 'メールボックスは、もうこのサーバーにありません。',
  },
  token: '{provider} の応答にある {token} は、{concern}に関するものです。{cause}',
  code: '{provider} の {code} は次の意味です。{cause}',
  codeInSense: '{provider} の {code} は次の意味です。{sense}{cause}',
  words: '{provider} が独自の文言でそう述べています。{cause}',
  seen: '{provider} の応答に {what} がある場合です。{when}',
  noPage: '{provider} の応答（観測による。公開された文書は知られていません）',
  list: {
    cause: '応答に {list} の名前があります。{cause}',
    fix: '{fix}{list} の掲載の確認と解除の方法は {page} にあります。',
  },
  aboutList: {
    cause: '受信側は、送信元について {list} に問い合わせます。応答にその名前があれば、次の意味です。{cause}',
    when: '応答に次のいずれかがある場合です。{names}。{when}',
  },
  aboutProvider: {
    cause: '{provider} は、名前が {hosts} で終わるメールサーバーを運用しています。',
    when: 'ドメインの名前にかかわらず、宛先ドメインの MX レコードがそのようなサーバーを指しているか、応答の文言から書き手がわかる場合です。',
    fix: '{provider} が独自の意味で使うトークンまたはコードを応答の中から探し、その説明を調べてください。プロバイダーは {page} で応答を文書化しています。',
    fixWithoutPage:
      '{provider} が独自の意味で使うトークンまたはコードを応答の中から探し、その説明を調べてください。プロバイダーが公開した文書は知られていません。応答の文言に従ってください。',
  },
  refusedQuery: {
    title: 'ブロックリストによる問い合わせの拒否',
    cause:
      'これは掲載ではありません。ブロックリストは、問い合わせそのものを拒むとき、127.255.255.0/24 のアドレスを返します。252 はリストの名前の誤り、254 は公開リゾルバーを経由した問い合わせ、255 は問い合わせが多すぎることを表します。',
    when: '受信側のサーバーが、リストのあらゆる返答を掲載とみなし、そのためすべての相手を拒否している場合です。',
    fix: '送信者にできるのは、再試行することと、受信側の管理者に知らせることだけです。受信側では、自前のリゾルバーを通すか、鍵を使ってリストに問い合わせ、リストが文書化した戻り値だけに一致させてください（postscreen_dnsbl_sites と reject_rbl_client では、名前の後ろに書けます）。',
  },
};
