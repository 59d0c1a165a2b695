import type { CatalogueText } from '../documentation.js';
import { deProviders } from './de-providers.js';

const replyCodes: CatalogueText['replyCodes'] = {
  101: {
    title: 'Verbindung nicht möglich',
    cause:
      'Das Programm konnte keine Verbindung zum Mailserver öffnen. Kein RFC definiert den Code 101: Er ist keine SMTP-Antwort, denn Antworten beginnen mit 2, 3, 4 oder 5, sondern eine Meldung, die der Client selbst erzeugt.',
    when: 'Ein Mailprogramm oder ein Skript zeigt 101 an, weil der Servername, der Port oder der Netzwerkpfad falsch ist.',
    fix: 'Den Servernamen mit dig prüfen, den Port mit nc -vz host 587 und die Firewall dazwischen. Die eigentliche SMTP-Antwort im Log des Servers suchen.',
  },
  111: {
    title: 'Verbindung abgelehnt',
    cause:
      'Der andere Host hat die TCP-Verbindung abgelehnt. Kein RFC definiert 111 als Antwort: Es ist die Linux-Fehlernummer ECONNREFUSED, ausgegeben an einer Stelle, an der ein Antwortcode erwartet wird.',
    when: 'Ein Client oder eine Bibliothek wollte sich mit einem Port verbinden, auf dem kein Mailserver lauscht oder den eine Firewall abweist.',
    fix: 'Prüfen, ob der Server läuft und lauscht (ss -ltn), ob der Port stimmt (25 zwischen Servern, 465 oder 587 für die Einlieferung) und ob keine Firewall ihn abweist.',
  },
  200: {
    title: 'Erfolg mit nicht standardisiertem Code',
    cause:
      'Der Befehl war erfolgreich, aber der Server hat einen Code benutzt, den kein RFC definiert. Die erste Ziffer entscheidet (RFC 5321 §4.3.2), eine 2 ist also ein Erfolg.',
    when: 'Eine sehr alte oder selbst geschriebene SMTP-Implementierung beantwortet einen Befehl.',
    fix: 'Keine Maßnahme nötig; wie 250 behandeln. Gehört der Server Ihnen, ihn 250 senden lassen, wie es der Standard verlangt.',
  },
  211: {
    title: 'Systemstatus',
    cause:
      'Eine Antwort zum Systemstatus, die über den aktuellen Zustand des Mailservers informiert. Sie kommt typischerweise auf HELP oder auf einen Befehl zur Systemabfrage.',
    when: 'Ein Client fragt den Mailserver nach seinem Status oder seinen Fähigkeiten, und der Server gibt Diagnosedaten oder Informationen über sich selbst aus.',
    fix: 'Keine Maßnahme nötig; dies ist eine rein informative Antwort. Deutet der Status auf ein Problem hin, die Konfiguration des Servers durchsehen oder den Mailadministrator ansprechen.',
  },
  214: {
    title: 'Hilfetext',
    cause:
      'Ein Hilfetext mit Angaben zu den Befehlen, die der Server unterstützt, oder zur Verwendung eines bestimmten Befehls. Er ist die für Menschen lesbare Antwort auf den Befehl HELP.',
    when: 'Der Befehl HELP wurde an den SMTP-Server gesendet. Die Antwort listet die verfügbaren Befehle auf oder beschreibt die Verwendung des genannten Befehls.',
    fix: 'Keine Maßnahme nötig; dies ist eine normale, informative Antwort. Dem Hilfetext entnehmen, welche Befehle der Server unterstützt; Programme sollten stattdessen die EHLO-Antwort auswerten.',
  },
  220: {
    title: 'Dienst bereit',
    cause:
      'Der Server begrüßt den Client und ist bereit für Befehle. Als Antwort auf STARTTLS besagt der Code, dass der TLS-Handshake beginnen darf.',
    when: 'Ein Client hat sich gerade verbunden oder STARTTLS gesendet.',
    fix: 'Keine Maßnahme nötig. Kommt die Begrüßung erst nach vielen Sekunden, verzögert der Server absichtlich (postscreen, Tarpit) oder wartet auf eine Rückwärtsauflösung; Clients sollten fünf Minuten warten.',
  },
  221: {
    title: 'Verbindung wird geschlossen',
    cause: 'Der Server beendet die Sitzung auf normalem Weg.',
    when: 'Der Client hat QUIT gesendet, und die Sitzung ist beendet.',
    fix: 'Keine Maßnahme nötig. Ob die Nachricht angenommen wurde, sagt die Antwort auf das Ende von DATA, nicht 221.',
  },
  235: {
    title: 'Authentifizierung erfolgreich',
    cause: 'Benutzername und Passwort oder andere Zugangsdaten wurden akzeptiert.',
    when: 'Ein Client hat den AUTH-Dialog abgeschlossen, meist auf den Einlieferungsports 465 und 587.',
    fix: 'Keine Maßnahme nötig. Gelingen Anmeldungen von Orten, an denen der Benutzer nicht ist, sofort das Passwort ändern und die Warteschlange nach Spam durchsehen.',
  },
  250: {
    title: 'OK',
    cause:
      'Der Befehl wurde ausgeführt. Am Ende von DATA bedeutet der Code, dass der Server die Nachricht angenommen hat und ab jetzt für sie verantwortlich ist.',
    when: 'Ein beliebiger Befehl war erfolgreich: EHLO, MAIL, RCPT, das Ende der Nachrichtendaten, RSET oder NOOP.',
    fix: 'Keine Maßnahme nötig. Taucht die Nachricht trotzdem nicht auf, beim Empfänger mit der Queue-ID aus dem Antworttext nachfragen, denn Filter und Spamordner greifen erst nach 250.',
  },
  251: {
    title: 'Benutzer nicht lokal',
    cause:
      'Der Empfänger ist anderswo zu Hause, und der Server nimmt die Nachricht an und leitet sie weiter. Als Antwort auf ETRN besagt der Code, dass für diesen Knoten keine Mail wartet.',
    when: 'Ein Server, der die neue Adresse eines Empfängers kennt, beantwortet RCPT oder VRFY, oder ein Host mit Wählverbindung hat mit ETRN seine Warteschlange angefordert.',
    fix: 'Keine Maßnahme nötig. Nennt die Antwort eine neue Adresse, der Sie vertrauen können, das Adressbuch aktualisieren; Weiterleitung kann SPF brechen, daher mit DKIM signieren.',
  },
  252: {
    title: 'Benutzer nicht überprüfbar',
    cause:
      'Der Server bestätigt die Adresse weder noch verneint er sie, würde aber eine Nachricht dafür annehmen und die Zustellung versuchen. Als Antwort auf ETRN besagt der Code, dass die wartenden Nachrichten unterwegs sind.',
    when: 'Ein Client hat VRFY oder EXPN an einen Server gesendet, der seine Benutzer nicht preisgibt, oder ETRN an ein Relay.',
    fix: 'Keine Maßnahme nötig; der einzige verlässliche Test ist das Senden der Nachricht. Um solche Abfragen am eigenen Postfix zu unterbinden, disable_vrfy_command = yes setzen, dann lautet die Antwort 502.',
  },
  253: {
    title: 'Zustellung wartender Nachrichten begonnen',
    cause:
      'Der Lauf der Warteschlange, den ETRN angefordert hat, hat begonnen, und die Antwort nennt die Zahl der Nachrichten, die auf den Knoten warten.',
    when: 'Ein Host mit zeitweiliger Verbindung hat sein Relay gebeten, die für ihn zurückgehaltene Mail zu senden.',
    fix: 'Keine Maßnahme nötig. Kommt danach nichts an, prüfen, ob das Relay Ihren Host auf Port 25 erreicht.',
  },
  334: {
    title: 'Challenge des Servers',
    cause: 'Der Server sendet eine Challenge oder eine Eingabeaufforderung in Base64 und wartet auf die Antwort des Clients.',
    when: 'Ein AUTH-Dialog läuft: Bei LOGIN sind die Challenges die Aufforderungen zur Eingabe von Benutzername und Passwort.',
    fix: 'Keine Maßnahme nötig. Bleibt die Sitzung hier stehen, unterstützt der Client den Mechanismus nicht oder sendet fehlerhaftes Base64; ihm einen anderen Mechanismus anbieten.',
  },
  354: {
    title: 'Nachricht eingeben',
    cause: 'Der Server ist bereit für die Nachricht, die mit einer Zeile endet, in der nur ein Punkt steht.',
    when: 'Der Client hat nach mindestens einem akzeptierten Empfänger DATA gesendet.',
    fix: 'Keine Maßnahme nötig. Geht die Verbindung nach 354 verloren, nach Problemen mit der Path-MTU, nach einer Firewall mit SMTP-Inspektion oder nach einem zu langsamen Inhaltsfilter suchen.',
  },
  403: {
    title: 'Absender nicht autorisiert',
    cause:
      'Das Konto darf nicht mit dieser Adresse senden. Kein RFC definiert den Code 403; SendGrid sendet ihn bei der Einlieferung, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er eine vorübergehende Ablehnung.',
    when: 'Eine Nachricht wird einem Maildienst mit einer From-Adresse übergeben, die das Konto nicht verifiziert hat.',
    fix: 'Absenderadresse oder Domain im Konto des Dienstes verifizieren und dann erneut senden; ein neuer Versuch ohne diesen Schritt ändert nichts.',
  },
  420: {
    title: 'Zeitüberschreitung der Verbindung',
    cause:
      'Der Server oder der Weg zu ihm hatte nicht rechtzeitig Ressourcen frei. Kein RFC definiert den Code 420; ältere Yahoo- und GroupWise-Server senden ihn, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er temporär.',
    when: 'Eine Sitzung mit einem überlasteten oder langsamen Server ist in eine Zeitüberschreitung gelaufen.',
    fix: 'Erneute Versuche der Warteschlange überlassen. Hält der Fehler an, den Weg mit nc -vz host 25 testen und die Zahl paralleler Verbindungen zu dieser Domain senken.',
  },
  421: {
    title: 'Dienst nicht verfügbar',
    cause:
      'Der Server schließt die Sitzung: Er ist überlastet, startet neu, hat ein Limit erreicht oder bremst einen Absender mit schlechter Reputation.',
    when: 'Die Antwort kommt beim Verbindungsaufbau oder mitten in der Sitzung, oft nach vielen Verbindungen oder Nachrichten von derselben IP.',
    fix: 'Die Nachricht in der Warteschlange behalten und in wachsenden Abständen erneut versuchen. Den Text lesen: Bei Limits Parallelität und Rate zu dieser Domain senken, bei schlechter Reputation Sperrlisten sowie SPF, DKIM und DMARC prüfen.',
    senses: [
      {
        reason: 'too-many-connections',
        cause:
          'Der Server erlaubt weniger parallele Sitzungen von einer IP, als Sie geöffnet haben, oder weniger Nachrichten pro Sitzung.',
        fix: 'Die Parallelität für diesen Provider senken, bei Postfix mit smtp_destination_concurrency_limit auf einem eigenen Transport.',
      },
      {
        reason: 'rate-limited',
        cause: 'Sie senden in einem Zeitraum mehr Nachrichten, als der Server von Ihrer IP oder Domain annimmt.',
        fix: 'Den Versand zeitlich verteilen, bei Postfix mit smtp_destination_rate_delay, und neue IP-Adressen über Wochen aufwärmen.',
      },
      {
        reason: 'bad-reputation',
        cause: 'Der Provider stellt Mail zurück, weil er Ihre IP oder Domain als schlecht einstuft oder Beschwerden sieht.',
        fix: 'Die Kampagne anhalten, nur an aktive Empfänger senden und die Postmaster-Tools des Providers beobachten, bis sich die Bewertung erholt.',
      },
      {
        reason: 'ip-blocklisted',
        cause: 'Der Server weist Ihre IP vorerst ab, weil sie auf einer Sperrliste steht.',
        fix: 'Die im Text genannte Liste ermitteln, die Ursache beheben und die Austragung beantragen.',
      },
      {
        reason: 'auth-failure',
        cause: 'SPF, DKIM oder DMARC wurde nicht bestanden, und der Provider stellt die Mail zurück, statt sie abzulehnen.',
        fix: 'Den SPF-Eintrag, die DKIM-Signatur und das Alignment mit der From-Domain korrigieren, bevor die Warteschlange aufgibt.',
      },
      {
        reason: 'missing-ptr',
        cause: 'Der Server hat für Ihre IP keinen gültigen Reverse-DNS-Namen gefunden.',
        fix: 'Mit dig -x IP prüfen, ob ein PTR existiert und ob sein Name auf dieselbe IP zurück auflöst.',
      },
      {
        reason: 'network-error',
        cause: 'Die Sitzung war zu lange untätig oder ist abgebrochen, und der Server hat sie geschlossen.',
        fix: 'Erneut versuchen; wiederholt sich der Fehler, auf Ihrer Seite nach Paketverlust, Problemen mit der Path-MTU oder einem langsamen Inhaltsfilter suchen.',
      },
      {
        reason: 'system-error',
        cause: 'Der Server fährt herunter, startet neu oder hat einen internen Fehler.',
        fix: 'Später erneut versuchen; nur sein Administrator kann den Fehler beheben.',
      },
    ],
  },
  422: {
    title: 'Speicher- oder Lizenzlimit des Postfachs',
    cause:
      'Das Register der erweiterten Codes führt 422 neben X.7.12 (Passwortumstellung) auf, aber kein RFC definiert den Text. Manche Hoster senden den Code bei überschrittener Postfach-Quota, Barracuda sendet ihn bei abgelaufener Lizenz; die erste Ziffer entscheidet (RFC 5321 §4.3.2), der Code ist also temporär.',
    when: 'Eine Nachricht trifft bei einem kleineren Hoster auf ein volles Postfach oder auf eine Filter-Appliance, deren Abonnement abgelaufen ist.',
    fix: 'Erneute Versuche der Warteschlange überlassen und den Text lesen. Dem Empfänger auf anderem Weg mitteilen, dass das Postfach voll ist, oder dem Administrator, dass die Lizenz abgelaufen ist.',
    senses: [
      {
        reason: 'mailbox-full',
        cause: 'Das Postfach des Empfängers hat seine Quota erreicht.',
        fix: 'Einige Tage lang erneut versuchen; der Empfänger muss Mail löschen.',
      },
      {
        reason: 'system-error',
        cause: 'Die Lizenz des Filters auf der Empfängerseite ist abgelaufen.',
        fix: 'Den Administrator des Empfängers informieren und später erneut versuchen.',
      },
      {
        reason: 'submission-auth',
        cause: 'Das Konto braucht eine Passwortumstellung, bevor dieser Anmeldemechanismus funktioniert.',
        fix: 'Sich einmal mit einem Klartextmechanismus über TLS anmelden, danach den gewünschten verwenden.',
      },
    ],
  },
  430: {
    title: 'Vorübergehender Befehlsfehler',
    cause:
      'Das Register der erweiterten Codes führt 430 neben X.5.1 (ungültiger Befehl) auf, aber kein RFC definiert den Text. Die erste Ziffer entscheidet (RFC 5321 §4.3.2), der Code steht also für einen vorübergehenden Fehler.',
    when: 'Ein wenig verbreiteter Server beantwortet einen Befehl, den er vorerst nicht ausführen kann.',
    fix: 'Erneute Versuche der Warteschlange überlassen. Hält der Fehler an, den Text und den erweiterten Code lesen und die Befehlsreihenfolge des Clients prüfen.',
  },
  431: {
    title: 'Zu wenig Plattenplatz',
    cause:
      'Dem empfangenden Server fehlt Plattenplatz oder Arbeitsspeicher. Kein RFC definiert den Code 431; Code-Listen schreiben ihn Exchange zu, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er temporär.',
    when: 'Eine Nachricht kann beim Empfänger nicht gespeichert werden, oder ein lokaler Exchange-Server läuft unter Ressourcenmangel.',
    fix: 'Später erneut versuchen. Gehört der Server Ihnen, Plattenplatz für die Warteschlangendatenbank und die Logs schaffen.',
  },
  432: {
    title: 'Passwortumstellung nötig',
    cause:
      'Das Konto muss sich einmal mit einem Klartextmechanismus anmelden, bevor der gewünschte funktioniert. Exchange Online benutzt 432 4.3.2 für etwas anderes: Das Postfach bekommt zu viele Nachrichten gleichzeitig.',
    when: 'Ein Client benutzt einen Anmeldemechanismus, für den der Server noch kein Geheimnis gespeichert hat, oder viele Nachrichten gehen an ein einzelnes Microsoft-365-Postfach.',
    fix: 'Bei AUTH sich einmal mit PLAIN über TLS anmelden. Bei 432 4.3.2 mit dem Thread-Limit eines Empfängers die Nachrichten an dieses Postfach zeitlich verteilen.',
    senses: [
      {
        reason: 'submission-auth',
        cause:
          'Der Server kann diesen Mechanismus erst prüfen, wenn der Benutzer sich einmal mit einem Klartextmechanismus angemeldet hat.',
        fix: 'Sich einmal mit PLAIN über TLS anmelden, danach zum gewünschten Mechanismus zurückwechseln.',
      },
      {
        reason: 'rate-limited',
        cause: 'Exchange Online nimmt für ein Postfach nur wenige Nachrichten gleichzeitig an.',
        fix: 'Benachrichtigungen an dieses Postfach zeitlich verteilen oder eine Sammelnachricht senden; die Warteschlange darf es erneut versuchen.',
      },
    ],
  },
  441: {
    title: 'Ziel antwortet nicht',
    cause:
      'Der Zielserver hat nicht geantwortet. Kein RFC definiert den Code 441; Code-Listen schreiben ihn Exchange zu, das ihn für die eigene Warteschlange schreibt, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er temporär.',
    when: 'Der sendende Server erreicht keinen MX-Host der Empfängerdomain.',
    fix: 'Erneute Versuche der Warteschlange überlassen. Den MX mit dig MX domain und Port 25 mit nc -vz host 25 prüfen.',
  },
  442: {
    title: 'Verbindung abgebrochen',
    cause:
      'Die Verbindung ist abgebrochen, während die Nachricht gesendet wurde. Kein RFC definiert den Code 442; Code-Listen schreiben ihn Exchange zu, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er temporär.',
    when: 'Eine Sitzung endet mitten in den Daten, durch das Netz, eine Firewall oder einen Neustart des Empfängers.',
    fix: 'Erneute Versuche der Warteschlange überlassen. Bricht die Verbindung immer bei derselben Größe ab, nach Problemen mit der Path-MTU und nach Firewalls mit SMTP-Inspektion suchen.',
  },
  446: {
    title: 'Zu viele Hops',
    cause:
      'Die Nachricht hat mehr Server durchlaufen als erlaubt, kreist also wahrscheinlich in einer Schleife. Kein RFC definiert den Code 446; Code-Listen schreiben ihn Exchange zu, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er temporär.',
    when: 'Zwei Server leiten eine Nachricht gegenseitig aneinander weiter, oder eine Weiterleitungsregel zeigt zurück auf ihren Ursprung.',
    fix: 'Anhand der Received-Header die beiden Hosts ermitteln, dann die Weiterleitungsregel, den MX oder die akzeptierten Domains korrigieren.',
  },
  447: {
    title: 'Nachricht in der Warteschlange abgelaufen',
    cause:
      'Der sendende Server hat aufgegeben, weil die Frist seiner Warteschlange abgelaufen ist. Kein RFC definiert den Code 447; Code-Listen schreiben ihn Exchange zu, und die erste Ziffer (RFC 5321 §4.3.2) weist ihn als temporär aus.',
    when: 'Alle Versuche über Stunden oder Tage sind fehlgeschlagen.',
    fix: 'Die letzte echte Antwort des Ziels suchen; sie ist die Ursache. Erneut senden, sobald diese behoben ist.',
  },
  449: {
    title: 'Routing-Fehler',
    cause:
      'Der sendende Server hat keine Route für die Nachricht gefunden. Kein RFC definiert den Code 449; Code-Listen schreiben ihn Exchange zu, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er temporär.',
    when: 'Ein Connector, ein Smarthost oder das DNS der Empfängerdomain ist falsch eingerichtet.',
    fix: 'Die Ausgabe von dig MX domain prüfen, dann den Sendeconnector oder relayhost und die Transport-Maps des eigenen Servers.',
  },
  450: {
    title: 'Postfach nicht verfügbar',
    cause:
      'Die angeforderte Mailaktion wurde nicht ausgeführt, weil das Postfach vorübergehend nicht verfügbar ist. Das kann daran liegen, dass ein anderer Prozess das Postfach gesperrt hat oder dass eine vorübergehende Richtlinie wie Greylisting gilt.',
    when: 'Das Postfach des Empfängers existiert, ist aber gerade gesperrt, beschäftigt oder dem Greylisting unterworfen. Der Server bittet Sie, es später erneut zu versuchen.',
    fix: 'Die Zustellung nach einigen Minuten erneut versuchen. Bei Greylisting gelingt in der Regel der zweite Versuch. Bei anhaltenden Fehlern prüfen, ob das Postfach des Empfängers voll oder deaktiviert ist, und den Text auf DNS- oder Ratenprobleme lesen.',
    senses: [
      {
        reason: 'greylisted',
        cause: 'Der Server stellt den ersten Kontakt eines unbekannten Clients absichtlich zurück.',
        fix: 'Die Warteschlange nach einigen Minuten von derselben IP erneut versuchen lassen; mehr ist nicht nötig.',
      },
      {
        reason: 'mailbox-full',
        cause: 'Das Postfach hat seine Quota überschritten und nimmt vorerst nichts an.',
        fix: 'Tagelang erneut versuchen; die Adresse für den Versand sperren, wenn das Postfach wochenlang voll bleibt.',
      },
      {
        reason: 'mailbox-disabled',
        cause: 'Das Postfach ist vorerst abgeschaltet oder gesperrt.',
        fix: 'Ein bis zwei Tage lang erneut versuchen, dann den Empfänger nach einer anderen Adresse fragen.',
      },
      {
        reason: 'user-unknown',
        cause:
          'Der Server konnte den Empfänger nicht bestätigen und antwortet mit einem temporären Code; Postfix tut das standardmäßig bei nicht verifizierten Adressen (unverified_recipient_reject_code).',
        fix: 'Die Adresse auf Tippfehler prüfen; bleibt die Antwort einen Tag lang gleich, sie als nicht vorhanden behandeln.',
      },
      {
        reason: 'domain-unknown',
        cause: 'Der Server hat keinen DNS-Eintrag für die Empfängerdomain gefunden und will nicht endgültig entscheiden.',
        fix: 'Die Schreibweise der Domain und dig MX domain prüfen.',
      },
      {
        reason: 'invalid-sender',
        cause: 'Die Domain des Envelope-Absenders löst beim Empfänger nicht auf.',
        fix: 'MX- oder A-Einträge für die Absenderdomain veröffentlichen und prüfen, ob ihre Nameserver von außen antworten.',
      },
      {
        reason: 'missing-ptr',
        cause: 'Der Reverse-DNS-Name Ihrer IP fehlt oder löst nicht auf sie zurück auf.',
        fix: 'Mit dig -x IP und dem Adresseintrag dieses Namens prüfen; den Inhaber des Netzes bitten, den PTR zu setzen.',
      },
      {
        reason: 'rate-limited',
        cause: 'Sie haben in kurzer Zeit zu viele Nachrichten oder an zu viele Empfänger gesendet.',
        fix: 'Für diese Domain langsamer senden und erneute Versuche der Warteschlange überlassen.',
      },
      {
        reason: 'policy',
        cause: 'Eine lokale Regel des Empfängers stellt die Nachricht zurück.',
        fix: 'Den Text und jeden Link darin lesen; den Postmaster ansprechen, wenn die Nachricht nicht binnen eines Tages durchkommt.',
      },
      {
        reason: 'system-error',
        cause: 'Der Empfänger kann seine Prüfungen nicht durchführen oder ist vorerst nicht verfügbar.',
        fix: 'Erneute Versuche der Warteschlange überlassen.',
      },
    ],
  },
  451: {
    title: 'Lokaler Fehler',
    cause:
      'Beim Empfänger ist während der Verarbeitung des Befehls ein Fehler aufgetreten, oder er stellt die Nachricht aufgrund einer Richtlinie zurück. Häufig sind fehlgeschlagene Abfragen, Filter, die nicht antworten, und Greylisting.',
    when: 'Die Antwort kommt auf RCPT oder nach den Nachrichtendaten und ist bei einem späteren Versuch verschwunden.',
    fix: 'Erneute Versuche der Warteschlange überlassen. Hält der Fehler stundenlang an, den Text lesen: DNS- und SPF-Fehler sind von Ihnen zu beheben, Datenbank- und Filterfehler sind Sache des Administrators der Empfängerseite.',
    senses: [
      {
        reason: 'system-error',
        cause: 'Eine Datenbank, ein Filter oder eine Platte beim Empfänger ist ausgefallen.',
        fix: 'Erneut versuchen; den Postmaster des Empfängers informieren, wenn es länger als einen Tag dauert.',
      },
      {
        reason: 'greylisted',
        cause: 'Der erste Kontakt wird absichtlich zurückgestellt.',
        fix: 'Nach einigen Minuten von derselben IP erneut versuchen.',
      },
      {
        reason: 'dns-failure',
        cause: 'Der Empfänger konnte einen Namen nicht auflösen, den er braucht, etwa Ihre Absenderdomain.',
        fix: 'Prüfen, ob alle Nameserver Ihrer Domain antworten, dann erneute Versuche der Warteschlange überlassen.',
      },
      {
        reason: 'auth-failure',
        cause: 'Eine SPF-, DKIM- oder DMARC-Prüfung endete mit einem temporären Fehler oder wurde nicht bestanden.',
        fix: 'Den SPF-Eintrag auf Syntaxfehler und auf mehr als zehn Abfragen testen und prüfen, ob der DKIM-Schlüssel veröffentlicht ist.',
      },
      {
        reason: 'rate-limited',
        cause: 'Der Empfänger begrenzt die Zahl der Nachrichten pro Zeitraum.',
        fix: 'An diese Domain langsamer senden und erneute Versuche der Warteschlange überlassen.',
      },
      {
        reason: 'bad-reputation',
        cause: 'Der Empfänger bremst Ihre IP oder Domain, weil er ihr noch nicht vertraut.',
        fix: 'Weniger und nur an aktive Empfänger senden; Sperrlisten und Beschwerderaten prüfen.',
      },
      {
        reason: 'network-error',
        cause: 'Der Server konnte den nächsten Host nicht erreichen oder lief in eine Zeitüberschreitung.',
        fix: 'Erneut versuchen; den Weg prüfen, wenn der Fehler anhält.',
      },
      {
        reason: 'invalid-sender',
        cause: 'Die Absenderdomain konnte vorerst nicht aufgelöst oder verifiziert werden.',
        fix: 'MX, A und die Nameserver der Absenderdomain prüfen.',
      },
    ],
  },
  452: {
    title: 'Zu wenig Speicher',
    cause:
      'Dem Server fehlt Speicherplatz, oder die Zahl der Empfänger in einer Transaktion ist erreicht. Manche Provider benutzen den Code auch für ein volles Postfach oder für Ratenbegrenzungen.',
    when: 'Die Antwort kommt auf MAIL, wenn die Platte fast voll ist, oder auf RCPT nach vielen akzeptierten Empfängern.',
    fix: 'Erneute Versuche der Warteschlange überlassen; bei zu vielen Empfängern geht der Rest in eine neue Transaktion, was Postfix von selbst tut. Gehört der Server Ihnen, den freien Platz mit df sowie queue_minfree prüfen.',
    senses: [
      {
        reason: 'system-full',
        cause: 'Der empfangende Server hat keinen freien Plattenplatz oder Arbeitsspeicher für die Nachricht.',
        fix: 'Später erneut versuchen; sein Administrator muss Platz schaffen.',
      },
      {
        reason: 'too-many-recipients',
        cause: 'Die Transaktion hat mehr Empfänger, als der Server auf einmal annimmt.',
        fix: 'An die übrigen Empfänger in einer neuen Transaktion senden; smtp_destination_recipient_limit für diese Domain senken.',
      },
      {
        reason: 'mailbox-full',
        cause: 'Das Postfach des Empfängers hat seine Quota überschritten.',
        fix: 'Tagelang erneut versuchen; die Adresse für den Versand sperren, wenn das Postfach wochenlang voll bleibt.',
      },
      {
        reason: 'rate-limited',
        cause: 'Der Server nimmt in diesem Zeitraum keine weiteren Nachrichten von Ihnen an.',
        fix: 'Für diese Domain langsamer senden und erneute Versuche der Warteschlange überlassen.',
      },
    ],
  },
  453: {
    title: 'Keine Mail vorhanden',
    cause: 'Für die Domains, die der Client mit ATRN angefordert hat, wartet keine Mail.',
    when: 'Ein Kunde eines On-Demand-Mail-Relays (Port 366) holt seine Mail ab, während die Warteschlange leer ist.',
    fix: 'Keine Maßnahme nötig. Sollte Mail warten, prüfen, ob die Domain auf das Relay zeigt und ob das Konto sie anfordern darf.',
  },
  454: {
    title: 'Vorübergehender Authentifizierungs- oder TLS-Fehler',
    cause:
      'Der Server kann AUTH oder TLS wegen eines Fehlers auf seiner eigenen Seite vorerst nicht ausführen; das Passwort ist nicht falsch. Postfix stellt mit 454 auch das Relaying zurück, und Amazon SES benutzt den Code für Throttling.',
    when: 'Die Antwort folgt auf AUTH oder STARTTLS oder auf RCPT bei einem Server, der das Relaying zurückstellt.',
    fix: 'Später erneut versuchen und den Benutzer nicht nach einem neuen Passwort fragen. Am eigenen Server den SASL-Dienst (smtpd_sasl_path) prüfen und sicherstellen, dass Zertifikat und Schlüssel lesbar sind.',
    senses: [
      {
        reason: 'submission-auth',
        cause: 'Der Authentifizierungsdienst des Servers antwortet nicht.',
        fix: 'Erneut versuchen; am eigenen Server prüfen, ob Dovecot oder saslauthd läuft und sein Socket dort liegt, wo Postfix ihn sucht.',
      },
      {
        reason: 'tls-failure',
        cause:
          'Der Server bietet STARTTLS an, kann es aber vorerst nicht starten, oft weil sich Zertifikat oder Schlüssel nicht laden lassen.',
        fix: 'Erneut versuchen; am eigenen Server smtpd_tls_chain_files und das Log des TLS-Managers prüfen.',
      },
      {
        reason: 'relay-denied',
        cause: 'Der Server leitet für diesen Client nicht weiter und sagt das mit einem temporären Code.',
        fix: 'Sich vor dem Senden anmelden oder die Relay-Einstellungen korrigieren; Warten allein hilft nicht.',
      },
      {
        reason: 'rate-limited',
        cause:
          'Der Versanddienst, zum Beispiel Amazon SES, begrenzt, wie viele Nachrichten Ihr Konto pro Sekunde oder Tag senden darf.',
        fix: 'Langsamer senden oder beim Dienst ein höheres Limit beantragen.',
      },
    ],
  },
  455: {
    title: 'Parameter derzeit nicht erfüllbar',
    cause: 'Der Server kennt den Parameter von MAIL oder RCPT, kann ihn aber vorerst nicht erfüllen.',
    when: 'Ein Client hat eine ESMTP-Option benutzt, zum Beispiel DELIVERBY oder NOTIFY, die der Server im Augenblick nicht gewähren kann.',
    fix: 'Erneute Versuche der Warteschlange überlassen oder ohne die Option senden. Bei Postfix blendet smtp_discard_ehlo_keywords eine Option aus, die ein einzelner Server schlecht umsetzt.',
  },
  458: {
    title: 'Nachrichten nicht einreihbar',
    cause: 'Der Server konnte den Lauf der Warteschlange für den Knoten, den ETRN genannt hat, nicht starten.',
    when: 'Ein Host mit zeitweiliger Verbindung fragt sein Relay nach wartender Mail, während das Relay eine Störung hat.',
    fix: 'Später erneut anfragen. Auf einem Postfix-Relay prüfen, ob der flush-Dienst läuft und ob die Domain in fast_flush_domains steht.',
  },
  459: {
    title: 'Knoten nicht zugelassen',
    cause: 'Der Server verweigert ETRN für diesen Knoten; der Text nennt den Grund.',
    when: 'Ein Client fordert die Warteschlange einer Domain an, die er nicht anstoßen darf oder die das Relay nicht kennt.',
    fix: 'Die Schreibweise der Domain in ETRN prüfen und auf dem Relay smtpd_etrn_restrictions und fast_flush_domains.',
  },
  471: {
    title: 'Filterfehler',
    cause:
      'Ein Spamfilter, oft auf der Seite des Absenders selbst, ist ausgefallen oder hat die Nachricht festgehalten. Kein RFC definiert den Code 471; Scanner auf der Absenderseite und Hoster wie NetEase senden ihn, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er temporär.',
    when: 'Eine Nachricht durchläuft ein Anti-Spam-Zusatzprogramm oder einen Ausgangsscanner, bevor sie hinausgeht.',
    fix: 'Zuerst das Log des lokalen Filters und seinen Aktualisierungsstand prüfen; dann den Inhalt ansehen und erneut senden.',
  },
  476: {
    title: 'Verbindungen verweigert',
    cause:
      'Der Server nimmt keine Verbindungen von Ihrem Host an. Kein RFC definiert den Code 476; von Earthlink ist bekannt, dass es ihn sendet, und obwohl die erste Ziffer (RFC 5321 §4.3.2) auf einen temporären Fehler deutet, ist er eine Sperre der IP.',
    when: 'Eine sendende IP verbindet sich, deren Reputation schlecht oder deren Netz gesperrt ist.',
    fix: 'Die IP gegen DNS-Sperrlisten und ihren PTR mit dig -x IP prüfen; den Versand dorthin einstellen und den Provider bitten, die Sperre aufzuheben.',
  },
  498: {
    title: 'Kein MX für die Domain',
    cause:
      'Die sendende Seite hat keinen Mailserver für die Empfängerdomain gefunden. Kein RFC definiert den Code 498; MailChannels und PowerMTA schreiben ihn selbst, und die erste Ziffer (RFC 5321 §4.3.2) weist ihn als temporär aus.',
    when: 'Ein Maildienst bereitet die Zustellung vor, und die DNS-Abfrage für die Empfängerdomain findet weder MX noch Adresse.',
    fix: 'Die Schreibweise und dig MX domain prüfen. Die Adresse entfernen, wenn die Domain ohne Mailserver bleibt.',
  },
  499: {
    title: 'Keine Verbindung zum MX',
    cause:
      'Der Versanddienst konnte sich mit keinem Mailserver der Domain verbinden. Kein RFC definiert den Code 499; Mailgun und Pardot schreiben ihn selbst, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er temporär.',
    when: 'Alle MX-Hosts der Empfängerdomain sind ausgefallen, lehnen Verbindungen ab oder antworten nicht rechtzeitig.',
    fix: 'Der Dienst versucht es von selbst erneut. Dauert es länger als einen Tag, dig MX domain und Port 25 der Hosts prüfen.',
  },
  500: {
    title: 'Syntaxfehler',
    cause: 'Der Server kennt den Befehl nicht, oder die Zeile war zu lang.',
    when: 'Ein Client sendet ein unbekanntes Verb, sendet Nachrichtentext, wo ein Befehl erwartet wird, oder spricht TLS oder HTTP auf einem einfachen SMTP-Port.',
    fix: 'Den Port (465 verlangt TLS von Beginn an, 587 und 25 verlangen STARTTLS) und die Client-Software prüfen. Auch Firewalls, die Befehle umschreiben, etwa mit SMTP-Fixup, verursachen den Fehler; die Funktion abschalten.',
    senses: [
      {
        reason: 'protocol-error',
        cause: 'Der Befehl ist dem Server unbekannt, oder seine Zeile ist länger als erlaubt.',
        fix: 'Die Sitzung aufzeichnen, zum Beispiel mit debug_peer_list in Postfix, und den Client oder die Firewall dazwischen korrigieren.',
      },
      {
        reason: 'submission-auth',
        cause: 'Eine Zeile des AUTH-Dialogs war zu lang, oder AUTH wird auf dieser Verbindung nicht angeboten.',
        fix: 'Zuerst TLS starten und einen Mechanismus verwenden, den die EHLO-Antwort aufführt.',
      },
    ],
  },
  501: {
    title: 'Syntaxfehler in den Parametern',
    cause:
      'Der Befehl ist bekannt, aber sein Argument ist fehlerhaft: meist eine falsche Adresse oder ein falscher HELO-Name. In einem AUTH-Dialog bedeutet der Code fehlerhaftes Base64 oder dass der Client abgebrochen hat.',
    when: 'Eine Adresse enthält Leerzeichen, ihr fehlen spitze Klammern oder die Domain, oder der HELO-Name ist kein gültiger Hostname.',
    fix: 'Die Adresse oder den Namen in der Logzeile Zeichen für Zeichen ansehen. In Postfix myhostname auf einen vollständigen Namen setzen; beim Import von Listen Leerzeichen und Steuerzeichen entfernen.',
    senses: [
      {
        reason: 'invalid-address',
        cause: 'Die Empfängeradresse ist nicht korrekt aufgebaut.',
        fix: 'Die Adresse korrigieren oder entfernen und Eingaben bei der Registrierung prüfen.',
      },
      {
        reason: 'invalid-sender',
        cause: 'Die Absenderadresse ist fehlerhaft aufgebaut, oder ihre Domain existiert nicht.',
        fix: 'Einen gültigen Envelope-Absender mit einer auflösbaren Domain setzen.',
      },
      {
        reason: 'protocol-error',
        cause: 'Der HELO-Name oder ein anderes Argument verstößt gegen die Syntax.',
        fix: 'Im HELO einen vollqualifizierten Hostnamen senden und nur Parameter, die der Server angekündigt hat.',
      },
      {
        reason: 'submission-auth',
        cause: 'Der AUTH-Dialog wurde abgebrochen oder enthielt ungültiges Base64.',
        fix: 'Die Zugangsdaten neu eingeben und den Client aktualisieren.',
      },
    ],
  },
  502: {
    title: 'Befehl nicht implementiert',
    cause: 'Der Server kennt den Befehl, bietet ihn aber nicht an.',
    when: 'Ein Client sendet VRFY, EXPN, ETRN oder AUTH an einen Server, auf dem diese abgeschaltet sind; Postfix beantwortet damit auch unbekannte Befehle.',
    fix: 'Nur benutzen, was die EHLO-Antwort aufführt. Wird AUTH abgelehnt, den Einlieferungsport 587 oder 465 statt 25 verwenden.',
  },
  503: {
    title: 'Falsche Befehlsreihenfolge',
    cause:
      'Der Befehl kam im falschen Augenblick, zum Beispiel RCPT vor MAIL oder DATA ohne akzeptierten Empfänger. Manche Server senden den Code, wenn eine Anmeldung fehlt.',
    when: 'Ein Client nutzt Pipelining ohne Erlaubnis, macht nach einem abgelehnten Befehl weiter oder sendet AUTH, wo es nicht angeboten wird.',
    fix: 'Den abgelehnten Befehl vor der 503 suchen; er ist die eigentliche Ursache. Fehlt die Anmeldung, die Authentifizierung im Client oder smtp_sasl_auth_enable in Postfix einschalten.',
    senses: [
      {
        reason: 'protocol-error',
        cause: 'Die Befehle kamen in falscher Reihenfolge oder zu früh.',
        fix: 'Den Client korrigieren; er muss jede Antwort abwarten, sofern nicht PIPELINING angeboten wird.',
      },
      {
        reason: 'submission-auth',
        cause: 'Der Server verlangt zuerst eine Anmeldung oder bietet AUTH auf dieser Verbindung nicht an.',
        fix: 'Sich nach STARTTLS auf Port 587 oder über TLS auf 465 anmelden.',
      },
    ],
  },
  504: {
    title: 'Parameter nicht implementiert',
    cause:
      'Der Server unterstützt diesen Parameter oder AUTH-Mechanismus nicht. Postfix sendet den Code auch bei einem HELO-Namen oder einer Adresse, die nicht vollqualifiziert sind.',
    when: 'Ein Client verlangt einen unbekannten Mechanismus oder meldet sich mit einem Kurznamen wie localhost oder einem Windows-Computernamen.',
    fix: 'Einen vollqualifizierten HELO-Namen setzen (myhostname oder smtp_helo_name in Postfix), vollständige Adressen verwenden und einen Mechanismus aus der EHLO-Antwort wählen.',
    senses: [
      {
        reason: 'protocol-error',
        cause: 'Der HELO-Name oder ein Parameter ist nicht akzeptabel, oft weil der Name nicht vollqualifiziert ist.',
        fix: 'Im HELO den öffentlichen Hostnamen senden; er sollte zum PTR der IP passen.',
      },
      {
        reason: 'submission-auth',
        cause: 'Der Server unterstützt den AUTH-Mechanismus nicht, den der Client gewählt hat.',
        fix: 'Einen Mechanismus wählen, den die EHLO-Antwort aufführt, meist PLAIN oder LOGIN über TLS.',
      },
      {
        reason: 'invalid-sender',
        cause: 'Die Absenderadresse hat keine vollständige Domain.',
        fix: 'myorigin oder die Anwendung so einstellen, dass der Envelope-Absender eine vollständige Domain trägt.',
      },
    ],
  },
  505: {
    title: 'Authentifizierung erforderlich',
    cause:
      'Der Server verlangt eine Anmeldung, oder das Konto ist gesperrt. Kein RFC definiert den Code 505; verschiedene Hoster senden ihn, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er dauerhaft.',
    when: 'Ein Client sendet ohne Anmeldung oder über ein Konto, das der Hoster gesperrt hat.',
    fix: 'Die Authentifizierung im Client einschalten und das Passwort prüfen. Ist das Konto gesperrt, den Hoster nach dem Grund fragen.',
    senses: [
      {
        reason: 'submission-auth',
        cause: 'Der Client hat sich nicht angemeldet.',
        fix: 'SMTP-Authentifizierung mit Benutzername und Passwort einschalten.',
      },
      {
        reason: 'sender-account-blocked',
        cause: 'Das sendende Konto ist gesperrt.',
        fix: 'Nach einer Kompromittierung suchen, das Passwort ändern und den Hoster ansprechen.',
      },
    ],
  },
  510: {
    title: 'Fehlerhafte E-Mail-Adresse',
    cause:
      'Die Empfängeradresse wird nicht akzeptiert. Kein RFC definiert den Code 510; Plusnet sowie alte X.400- und Exchange-Gateways senden ihn, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er dauerhaft.',
    when: 'Eine Nachricht geht an eine Adresse, die vertippt ist oder dort nicht existiert.',
    fix: 'Die Adresse auf Tippfehler prüfen und sie entfernen, wenn sie so, wie sie geschrieben ist, stimmt.',
  },
  511: {
    title: 'Fehlerhafte E-Mail-Adresse',
    cause:
      'Die Empfängeradresse wird nicht akzeptiert. Kein RFC definiert den Code 511; Sohu sendet ihn, Code-Listen schreiben ihn Exchange zu, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er dauerhaft.',
    when: 'Eine Nachricht geht an eine Adresse, die das empfangende System nicht kennt.',
    fix: 'Die Adresse auf Tippfehler prüfen und sie entfernen, wenn sie so, wie sie geschrieben ist, stimmt.',
  },
  512: {
    title: 'Host unbekannt',
    cause:
      'Der Host oder die Domain des Empfängers ist nicht zu finden. Kein RFC definiert den Code 512; Code-Listen schreiben ihn Exchange zu, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er dauerhaft.',
    when: 'Der Domainteil der Adresse ist vertippt oder abgelaufen oder hat keine DNS-Einträge.',
    fix: 'Die Schreibweise und dig MX domain prüfen; die Adresse entfernen, wenn es die Domain nicht mehr gibt.',
  },
  513: {
    title: 'Falscher Adresstyp',
    cause:
      'Die Adresse ist von einer Art, die der Server nicht verarbeitet, oder er verweigert das Relaying. Kein RFC definiert den Code 513; manche Smarthosts senden ihn, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er dauerhaft.',
    when: 'Ein Client benutzt einen Smarthost ohne Anmeldung, oder es wird eine Adresse eines anderen Mailsystems verwendet.',
    fix: 'Sich am Smarthost anmelden, prüfen, ob Ihre Domain dort zugelassen ist, und die Adresse korrigieren.',
    senses: [
      {
        reason: 'relay-denied',
        cause: 'Der Smarthost leitet für diesen Client oder Absender nicht weiter.',
        fix: 'Die Authentifizierung einschalten oder die Domain vom Betreiber des Smarthosts zulassen lassen.',
      },
      {
        reason: 'invalid-address',
        cause: 'Die Empfängeradresse hat eine Form, die der Server nicht verarbeitet.',
        fix: 'Die Adresse korrigieren; sie muss aus lokalem Teil, At-Zeichen und Domain bestehen.',
      },
    ],
  },
  517: {
    title: 'Absender abgelehnt',
    cause:
      'Die Absenderadresse oder ihre Domain wird abgelehnt. Kein RFC definiert den Code 517; Courier und andere senden ihn, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er dauerhaft.',
    when: 'Die Domain des Envelope-Absenders existiert nicht oder kann keine Bounces empfangen.',
    fix: 'Mit dig MX und dig A die Absenderdomain prüfen und einen Envelope-Absender setzen, der Bounces annehmen kann.',
  },
  521: {
    title: 'Server nimmt keine Mail an',
    cause:
      'Der Host nimmt niemals Mail an. Entgegen dem Standard benutzen manche Server 521 auch, um einen einzelnen Client abzulehnen: AT&T bei gesperrten IP-Adressen und Postfix postscreen bei seiner Aktion drop.',
    when: 'Ein Client verbindet sich mit einem Host, auf dem nur ein Dummy-Mailserver läuft, oder mit einem Provider, der seine IP sperrt.',
    fix: 'Mit dig MX domain prüfen und die Adresse entfernen, wenn der Host stimmt. Spricht der Text von einer Sperre, Ihre IP gegen DNS-Sperrlisten prüfen und die Austragung beantragen.',
    senses: [
      {
        reason: 'domain-no-mail',
        cause: 'Der Host erklärt, dass er überhaupt keine Mail annimmt.',
        fix: 'Die Adresse entfernen; nach einem Tippfehler in der Domain suchen.',
      },
      {
        reason: 'ip-blocklisted',
        cause: 'Der Provider lehnt Ihre IP beim Verbindungsaufbau ab.',
        fix: 'Die Liste oder den Link im Text ansehen, die Ursache beheben und die Austragung beantragen.',
      },
      {
        reason: 'protocol-error',
        cause:
          'Der Server hat den Client wegen einer Protokollverletzung abgewiesen, etwa weil er vor der Begrüßung gesendet hat.',
        fix: 'Den Client auf die Begrüßung und auf jede Antwort warten lassen; ein sauberer Mailserver fällt bei diesem Test nicht auf.',
      },
    ],
  },
  523: {
    title: 'Verschlüsselung nötig',
    cause:
      'Die Anmeldung braucht eine verschlüsselte Verbindung. Das Register der erweiterten Codes führt 523 neben X.7.10 auf, während kein RFC die Antwort selbst definiert; Gmail sendet den Code bei Befehlen, die per Pipelining nach STARTTLS gesendet wurden.',
    when: 'Ein Client versucht AUTH auf einer unverschlüsselten Verbindung oder sendet Befehle, bevor der TLS-Handshake beendet ist.',
    fix: 'Vor AUTH STARTTLS auf Port 587 oder TLS auf 465 verwenden und nach dem Handshake EHLO erneut senden.',
    senses: [
      {
        reason: 'submission-auth',
        cause: 'Der Mechanismus ist nur auf einer verschlüsselten Verbindung erlaubt.',
        fix: 'TLS im Client einschalten, bevor er sich anmeldet.',
      },
      {
        reason: 'protocol-error',
        cause: 'Der Client hat zusammen mit STARTTLS weitere Befehle gesendet.',
        fix: 'Den Client korrigieren: Nach STARTTLS muss er die Antwort und den Handshake abwarten.',
      },
    ],
  },
  524: {
    title: 'Verschlüsselung für den Mechanismus erforderlich',
    cause:
      'Der gewählte Anmeldemechanismus ist nur auf einer verschlüsselten Verbindung erlaubt. Das Register der erweiterten Codes führt 524 neben X.7.11 auf, während kein RFC die Antwort selbst definiert; 538 ist der ältere Code dafür.',
    when: 'Ein Client benutzt PLAIN oder LOGIN ohne TLS.',
    fix: 'Vor AUTH STARTTLS auf Port 587 oder TLS auf 465 verwenden.',
  },
  525: {
    title: 'Benutzerkonto deaktiviert',
    cause:
      'Die Zugangsdaten waren richtig, aber das sendende Konto ist gesperrt. Das Register der erweiterten Codes führt 525 neben X.7.13 auf, während kein RFC die Antwort selbst definiert.',
    when: 'Ein Administrator hat das Konto gesperrt, wegen Missbrauchs, unbezahlter Rechnungen oder eines vermuteten Einbruchs.',
    fix: 'Den Administrator des Kontos fragen. Das Passwort ändern und prüfen, was gesendet wurde, bevor das Konto wieder freigegeben wird.',
  },
  530: {
    title: 'Authentifizierung erforderlich',
    cause: 'Der Server verlangt eine Anmeldung oder STARTTLS, bevor er diesen Befehl annimmt.',
    when: 'Ein Client sendet Mail über einen Einlieferungsport, ohne sich anzumelden, oder an einen Server, der TLS verlangt.',
    fix: 'SMTP-Authentifizierung und TLS im Client einschalten; in einem Postfix-Client smtp_sasl_auth_enable = yes und smtp_tls_security_level = encrypt setzen. Für Mail zwischen Servern Port 25 des MX-Hosts verwenden.',
    senses: [
      {
        reason: 'submission-auth',
        cause: 'Der Befehl setzt eine Anmeldung voraus.',
        fix: 'Benutzername und Passwort konfigurieren und über den Einlieferungsport 587 oder 465 senden.',
      },
      {
        reason: 'tls-failure',
        cause: 'Der Server verlangt STARTTLS vor jedem Mailbefehl.',
        fix: 'smtp_tls_security_level = may oder strenger setzen und prüfen, dass keine Firewall STARTTLS aus der EHLO-Antwort entfernt.',
      },
    ],
  },
  533: {
    title: 'Zustellung nicht autorisiert',
    cause:
      'Das Register der erweiterten Codes führt 533 neben X.7.1 (nicht autorisiert) auf, aber kein RFC definiert den Text. Die erste Ziffer entscheidet (RFC 5321 §4.3.2), der Code ist also dauerhaft.',
    when: 'Ein wenig verbreiteter Server lehnt einen Befehl ab, weil der Client ihn nicht ausführen darf.',
    fix: 'Den Text lesen; Anmeldung, Relay-Berechtigung und Absenderadresse prüfen.',
  },
  534: {
    title: 'Authentifizierungsmechanismus zu schwach',
    cause:
      'Der gewählte Anmeldemechanismus ist schwächer, als der Server für diesen Benutzer erlaubt. Gmail fordert mit 534 eine Anmeldung im Browser oder ein App-Passwort.',
    when: 'Ein Client meldet sich mit einem Passwort an, wo OAuth, ein App-Passwort oder ein stärkerer Mechanismus verlangt wird.',
    fix: 'OAuth 2.0 oder ein App-Passwort verwenden, über TLS. Bei Gmail dem Link in der Antwort einmal mit einem Browser folgen.',
  },
  535: {
    title: 'Authentifizierung fehlgeschlagen',
    cause: 'Benutzername oder Passwort ist falsch, oder das Konto darf SMTP AUTH nicht benutzen.',
    when: 'Ein Client oder ein Relay-Host meldet sich mit veralteten Zugangsdaten an, oder der Provider hat Passwortanmeldungen abgeschaltet.',
    fix: 'Benutzername und Passwort prüfen (in Postfix smtp_sasl_password_maps, danach postmap ausführen). Ein App-Passwort erzeugen oder OAuth verwenden, wenn der Provider es verlangt, und nach einer Sperre wegen fehlgeschlagener Versuche suchen.',
    senses: [
      {
        reason: 'submission-auth',
        cause: 'Die Zugangsdaten sind falsch, oder die Passwortanmeldung ist für das Konto abgeschaltet.',
        fix: 'Das Passwort neu eingeben oder ein App-Passwort oder OAuth 2.0 verwenden.',
      },
      {
        reason: 'sender-account-blocked',
        cause: 'Das Konto ist nach Missbrauch oder zu vielen fehlgeschlagenen Anmeldungen gesperrt.',
        fix: 'Es beim Provider entsperren, das Passwort ändern und alte Geräte entfernen, die noch das bisherige Passwort probieren.',
      },
    ],
  },
  538: {
    title: 'Verschlüsselung für den Mechanismus erforderlich',
    cause:
      'Der gewählte Anmeldemechanismus ist nur auf einer verschlüsselten Verbindung erlaubt. RFC 4954 führt 538 nur noch aus historischen Gründen.',
    when: 'Ein Client benutzt PLAIN oder LOGIN ohne TLS auf einem älteren Server.',
    fix: 'Vor AUTH STARTTLS auf Port 587 oder TLS auf 465 verwenden.',
  },
  540: {
    title: 'Empfänger inaktiv oder gesperrt',
    cause:
      'Das Postfach ist inaktiv, oder die Empfängeradresse ist gesperrt. Kein RFC definiert den Code 540; Rambler sendet ihn, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er dauerhaft.',
    when: 'Eine Nachricht geht an ein Postfach, das sein Inhaber lange nicht benutzt hat oder das der Provider geschlossen hat.',
    fix: 'Den Versand an die Adresse einstellen und die Person nach einer anderen fragen.',
    senses: [
      {
        reason: 'mailbox-disabled',
        cause: 'Das Postfach ist inaktiv.',
        fix: 'Die Adresse entfernen.',
      },
      {
        reason: 'recipient-refused',
        cause: 'Die Empfängeradresse ist für diese Mail gesperrt.',
        fix: 'Nicht wiederholen; den Empfänger bitten, Sie zuzulassen.',
      },
    ],
  },
  541: {
    title: 'Von der Zieldomain abgelehnt',
    cause:
      'Die Domain oder ihr Filter nimmt die Nachricht nicht an. Kein RFC definiert den Code 541; Zoho und Symantec senden ihn, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er dauerhaft.',
    when: 'Eine Nachricht trifft auf eine Sperrregel der Organisation des Empfängers oder auf deren Spamfilter.',
    fix: 'Den Administrator des Empfängers bitten, Sie zuzulassen; vorher Sperrlisten sowie SPF, DKIM und DMARC Ihrer Domain prüfen.',
    senses: [
      {
        reason: 'recipient-refused',
        cause: 'Die Organisation des Empfängers nimmt keine Mail von diesem Absender an.',
        fix: 'Um Aufnahme in die Zulassungsliste bitten; nicht wiederholen.',
      },
      {
        reason: 'spam-content',
        cause: 'Der Filter der Domain hat die Nachricht als Spam eingestuft.',
        fix: 'Inhalt und Links prüfen und die Einwilligung des Empfängers.',
      },
    ],
  },
  542: {
    title: 'Abgelehnt',
    cause:
      'Der Empfänger wurde abgelehnt, meist weil die Adresse nicht existiert. Kein RFC definiert den Code 542; MessageLabs (Symantec.cloud) sendet ihn, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er dauerhaft.',
    when: 'Eine Nachricht geht an eine Domain hinter diesem Filterdienst, an eine Adresse, die dort nicht registriert ist.',
    fix: 'Die Adresse auf Tippfehler prüfen; den Administrator des Empfängers fragen, ob die Adresse beim Filter registriert ist.',
  },
  550: {
    title: 'Postfach nicht gefunden',
    cause:
      'Die angeforderte Aktion wurde nicht ausgeführt, weil das Postfach nicht existiert oder die Empfängeradresse durch eine Richtlinie abgelehnt wird. Dies ist ein dauerhafter Fehler, der besagt, dass die Adresse ungültig oder gesperrt ist.',
    when: 'Eine Nachricht geht an eine E-Mail-Adresse, die auf dem Zielserver nicht existiert, oder die Richtlinie des Servers lehnt Ihre Nachricht ab (z. B. Spamschutz, fehlgeschlagene Absenderprüfung).',
    fix: 'Die E-Mail-Adresse des Empfängers auf Tippfehler prüfen. Stimmt die Adresse, kann das Postfach gelöscht oder Ihre Domain gesperrt sein: die Absenderreputation und die SPF-, DKIM- und DMARC-Einträge prüfen und den Text lesen, denn 550 steht für viele Ursachen.',
    senses: [
      {
        reason: 'user-unknown',
        cause: 'Das Postfach existiert in dieser Domain nicht.',
        fix: 'Auf Tippfehler prüfen, dann die Adresse aus der Liste entfernen.',
      },
      {
        reason: 'mailbox-disabled',
        cause: 'Das Postfach existiert, ist aber geschlossen, gesperrt oder inaktiv.',
        fix: 'Den Versand einstellen und die Person nach einer anderen Adresse fragen.',
      },
      {
        reason: 'mailbox-full',
        cause: 'Das Postfach hat seine Quota überschritten, obwohl ein dauerhafter Code benutzt wird.',
        fix: 'An späteren Tagen erneut versuchen; die Adresse erst nach wiederholten Fehlern über Wochen für den Versand sperren.',
      },
      {
        reason: 'recipient-refused',
        cause: 'Der Empfänger, die Gruppe oder deren Administrator nimmt keine Mail von diesem Absender an.',
        fix: 'Den Empfänger bitten, Sie zuzulassen; nicht wiederholen.',
      },
      {
        reason: 'policy',
        cause: 'Eine lokale Regel hat die Nachricht abgelehnt, ohne mehr zu sagen.',
        fix: 'Den Text und jeden Link darin lesen, dann den Postmaster der Domain ansprechen.',
      },
      {
        reason: 'ip-blocklisted',
        cause: 'Ihre sendende IP oder deren Netz steht auf einer Sperrliste.',
        fix: 'Die im Text genannte Liste ermitteln, die Ursache beheben (offenes Relay, gehacktes Konto, schlechte Liste) und die Austragung beantragen.',
      },
      {
        reason: 'domain-blocklisted',
        cause: 'Ihre Absender-, HELO- oder Link-Domain steht auf einer Domain-Sperrliste.',
        fix: 'Ihre Domains und Linkverkürzer bei der Liste prüfen, aufräumen und die Austragung beantragen.',
      },
      {
        reason: 'bad-reputation',
        cause: 'Der Provider stuft Ihre IP oder Domain als schlecht ein.',
        fix: 'Weniger und nur an aktive Empfänger senden; die Postmaster-Tools des Providers beobachten.',
      },
      {
        reason: 'auth-failure',
        cause: 'SPF, DKIM oder DMARC wurde für Ihre Domain nicht bestanden.',
        fix: 'Jeden sendenden Host in SPF aufführen, mit DKIM in der From-Domain signieren und das Alignment mit dig TXT _dmarc.domain prüfen.',
      },
      {
        reason: 'spam-content',
        cause: 'Der Inhalt wurde als Spam oder Phishing eingestuft.',
        fix: 'Inhalt und Links ändern und prüfen, ob die Empfänger der Mail zugestimmt haben.',
      },
      {
        reason: 'relay-denied',
        cause: 'Der Server stellt für diese Empfängerdomain nicht zu oder leitet für Sie nicht weiter.',
        fix: 'Die Ausgabe von dig MX domain prüfen; sich anmelden, wenn es Ihr eigenes Relay ist; den Empfänger informieren, wenn der MX auf einen Server zeigt, der die Domain nicht kennt.',
      },
      {
        reason: 'missing-ptr',
        cause: 'Ihre IP hat keinen Reverse-DNS-Namen, oder der Name löst nicht zurück auf.',
        fix: 'Den Inhaber der IP einen PTR setzen lassen, mit dig -x IP prüfen und diesen Namen als HELO verwenden.',
      },
      {
        reason: 'invalid-sender',
        cause:
          'Ihre Absenderadresse oder deren Domain wird abgelehnt, zum Beispiel weil sie nicht auflöst oder ein Callback scheitert.',
        fix: 'Einen existierenden Envelope-Absender verwenden, dessen Domain MX- oder A-Einträge hat und Bounces annimmt.',
      },
      {
        reason: 'rate-limited',
        cause: 'Sie haben eine Begrenzung der Nachrichten pro Zeitraum überschritten.',
        fix: 'Warten, dann an diesen Provider langsamer senden; die Adresse nicht für den Versand sperren.',
      },
    ],
  },
  551: {
    title: 'Benutzer nicht lokal',
    cause:
      'Der Empfänger hat sein Postfach anderswo, und der Server leitet nicht weiter. Die Antwort nennt unter Umständen die neue Adresse.',
    when: 'Eine Nachricht geht an eine alte Adresse einer Person oder an einen Server, der für die Domain nicht zuständig ist.',
    fix: 'Die neue Adresse verwenden, wenn die Antwort eine nennt und Sie ihr vertrauen können. Andernfalls dig MX domain prüfen und die Adresse entfernen.',
    senses: [
      {
        reason: 'mailbox-moved',
        cause: 'Die Person ist zu einer anderen Adresse umgezogen.',
        fix: 'Die Adresse aktualisieren, wenn die Antwort die neue nennt, sonst entfernen.',
      },
      {
        reason: 'relay-denied',
        cause: 'Der Server ist für die Empfängerdomain nicht zuständig.',
        fix: 'Den MX der Domain prüfen oder sich anmelden, wenn der Server Ihr eigenes Relay ist.',
      },
    ],
  },
  552: {
    title: 'Speicher überschritten',
    cause:
      'Die Nachricht wurde abgelehnt, weil das Postfach voll oder die Nachricht zu groß ist. Manche Provider benutzen den Code auch für gesperrte Inhalte oder zu viele Empfänger.',
    when: 'Die Antwort kommt bei großen Nachrichten auf MAIL oder nach DATA und bei einem Postfach mit überschrittener Quota auf RCPT.',
    fix: 'Die Größe der Nachricht mit dem SIZE-Wert in der EHLO-Antwort vergleichen und statt eines Anhangs einen Link senden. Ist das Postfach voll, den Empfänger auf anderem Weg erreichen und es in einigen Tagen erneut versuchen.',
    senses: [
      {
        reason: 'mailbox-full',
        cause: 'Das Postfach des Empfängers hat seine Quota überschritten.',
        fix: 'An späteren Tagen erneut versuchen; die Adresse erst nach wiederholten Fehlern über Wochen für den Versand sperren.',
      },
      {
        reason: 'message-too-big',
        cause:
          'Die Nachricht ist größer, als der Server oder das Postfach erlaubt; die Kodierung vergrößert Anhänge um etwa ein Drittel.',
        fix: 'Einen Link senden oder den Inhalt aufteilen; mit dem SIZE-Wert in der EHLO-Antwort vergleichen.',
      },
      {
        reason: 'too-many-recipients',
        cause: 'Die Transaktion hat zu viele Empfänger, und der Server benutzt den älteren Code statt 452.',
        fix: 'An die übrigen Empfänger in einer neuen Transaktion senden.',
      },
      {
        reason: 'spam-content',
        cause: 'Der Inhalt wurde als Spam oder Phishing eingestuft.',
        fix: 'Inhalt und Links ändern und die Einwilligung der Empfänger prüfen.',
      },
      {
        reason: 'content-rejected',
        cause: 'Ein Anhangstyp oder die Form des Inhalts ist nicht erlaubt; Gmail antwortet so auf gesperrte Anhänge.',
        fix: 'Ausführbare Dateien und verschlüsselte Archive entfernen und stattdessen einen Link senden.',
      },
      {
        reason: 'virus',
        cause: 'In der Nachricht wurde Schadsoftware gefunden.',
        fix: 'Den sendenden Rechner scannen und die Datei nicht erneut senden.',
      },
    ],
  },
  553: {
    title: 'Postfachname ungültig',
    cause:
      'Die angeforderte Aktion wurde nicht ausgeführt, weil der Postfachname syntaktisch falsch ist. Die E-Mail-Adresse entspricht nicht dem erwarteten Format, oder der Server lässt sie nicht zu.',
    when: 'Die Absender- oder Empfängeradresse enthält ungültige Zeichen, ist falsch aufgebaut oder verstößt gegen die Namensregeln des Servers. Manche Server benutzen 553 auch für Relaying, für einen Absender, der nicht zur Anmeldung gehört, und für gesperrte IP-Adressen.',
    fix: 'Das Format der E-Mail-Adresse prüfen: Es muss dem üblichen Muster aus lokalem Teil, At-Zeichen und Domain mit gültigen Zeichen folgen. Leerzeichen, Sonderzeichen oder Kodierungsfehler aus der Adresse entfernen und den Text auf Relay- oder Absenderregeln lesen.',
    senses: [
      {
        reason: 'invalid-address',
        cause: 'Die Empfängeradresse ist fehlerhaft aufgebaut oder enthält Zeichen, die der Server nicht erlaubt.',
        fix: 'Die Adresse korrigieren; Leerzeichen und überflüssige Zeichen entfernen und bei der Registrierung prüfen.',
      },
      {
        reason: 'user-unknown',
        cause: 'Der Server kennt das Postfach nicht und benutzt 553 statt 550.',
        fix: 'Auf Tippfehler prüfen, dann die Adresse entfernen.',
      },
      {
        reason: 'invalid-sender',
        cause:
          'Die Absenderadresse wird abgelehnt: Sie ist fehlerhaft aufgebaut, ihre Domain löst nicht auf, oder sie gehört nicht zur Anmeldung.',
        fix: 'Mit einer Adresse senden, die dem Konto gehört; in Postfix ist die Regel smtpd_sender_login_maps.',
      },
      {
        reason: 'relay-denied',
        cause:
          'Der Server ist für diese Empfängerdomain nicht zuständig; qmail sagt, dass die Domain nicht in seiner Liste erlaubter Hosts steht.',
        fix: 'Sich am Relay anmelden oder prüfen, ob der MX der Domain auf den richtigen Server zeigt.',
      },
      {
        reason: 'ip-blocklisted',
        cause: 'Der Provider lehnt Ihre IP ab; Yahoo und AT&T haben 553 so benutzt.',
        fix: 'Das Kürzel in Klammern oder den Link lesen, die Ursache beheben und die Austragung beantragen.',
      },
      {
        reason: 'tls-failure',
        cause: 'Der Empfänger verlangt eine Verschlüsselung, die die Sitzung nicht hatte.',
        fix: 'TLS für diese Domain einschalten, bei Postfix mit smtp_tls_policy_maps.',
      },
    ],
  },
  554: {
    title: 'Transaktion fehlgeschlagen',
    cause:
      'Die Mailtransaktion ist fehlgeschlagen. Dies ist ein allgemeiner dauerhafter Fehler, der an jeder Stelle der SMTP-Sitzung auftreten kann, auch als ablehnende Begrüßung, wenn der Server alle Verbindungen von Ihrer IP verweigert.',
    when: 'Die gesamte Mailtransaktion wird abgelehnt, oft wegen Spamfilterung, IP-Adressen auf Sperrlisten, fehlerhaft aufgebauter Nachrichten oder Richtlinienverstößen, die in der DATA-Phase erkannt werden.',
    fix: 'Ihre IP gegen DNS-Sperrlisten (DNSBL) prüfen und die SPF-, DKIM- und DMARC-Einträge kontrollieren. Die vollständige Fehlermeldung auf konkrete Ablehnungsgründe durchsehen. Steht Ihre IP auf einer Liste, das Delisting bei der betreffenden Sperrliste beantragen.',
    senses: [
      {
        reason: 'ip-blocklisted',
        cause: 'Ihre sendende IP steht auf einer DNS-Sperrliste oder auf der eigenen Liste des Providers.',
        fix: 'Die Liste im Text ermitteln, die Ursache beheben und die Austragung beantragen; eine Begrüßung mit 554 betrifft jede Nachricht von dieser IP.',
      },
      {
        reason: 'domain-blocklisted',
        cause: 'Eine Absender-, HELO- oder Link-Domain steht auf einer Domain- oder URL-Liste.',
        fix: 'Alle Domains in der Nachricht bei der Liste prüfen, aufräumen und die Austragung beantragen.',
      },
      {
        reason: 'bad-reputation',
        cause: 'Der Provider stuft Ihre IP oder Domain als schlecht ein und verweigert die Verbindung.',
        fix: 'Massenmail von dieser IP einstellen, nach Missbrauch suchen und das Kontaktformular des Providers nutzen.',
      },
      {
        reason: 'spam-content',
        cause: 'Der Inhalt wurde nach DATA als Spam eingestuft.',
        fix: 'Inhalt und Links ändern und die Einwilligung der Empfänger prüfen.',
      },
      {
        reason: 'virus',
        cause: 'In der Nachricht wurde Schadsoftware gefunden.',
        fix: 'Den sendenden Rechner scannen und die Datei nicht erneut senden.',
      },
      {
        reason: 'content-rejected',
        cause: 'Ein Anhangstyp, ein Header oder die Form des Inhalts ist nicht erlaubt.',
        fix: 'Den Anhang entfernen oder umwandeln, dann erneut senden.',
      },
      {
        reason: 'not-rfc-compliant',
        cause: 'Die Nachricht ist fehlerhaft aufgebaut: Header fehlen, sind doppelt oder defekt.',
        fix: 'Den im Text genannten Header korrigieren; From und Date müssen je genau einmal vorhanden sein, Message-ID höchstens einmal.',
      },
      {
        reason: 'auth-failure',
        cause: 'SPF, DKIM oder DMARC wurde nicht bestanden.',
        fix: 'Den Host in SPF aufführen, mit DKIM signieren und beide mit der From-Domain ins Alignment bringen.',
      },
      {
        reason: 'missing-ptr',
        cause: 'Ihre IP hat keinen passenden Reverse-DNS-Namen.',
        fix: 'Einen PTR setzen, der auf die IP zurück auflöst, und ihn mit dig -x IP prüfen.',
      },
      {
        reason: 'relay-denied',
        cause: 'Der Server leitet für Sie nicht weiter; Postfix sagt das mit 554 5.7.1.',
        fix: 'Sich vor dem Senden anmelden oder prüfen, ob der MX auf einen Server zeigt, der die Domain kennt.',
      },
      {
        reason: 'user-unknown',
        cause: 'Das Postfach existiert nicht, gemeldet mit dem allgemeinen Code.',
        fix: 'Auf Tippfehler prüfen, dann die Adresse entfernen.',
      },
      {
        reason: 'mailbox-disabled',
        cause: 'Das Postfach ist abgeschaltet.',
        fix: 'Die Adresse entfernen und die Person nach einer anderen fragen.',
      },
      {
        reason: 'policy',
        cause: 'Eine lokale Regel hat die Nachricht abgelehnt, ohne mehr zu sagen.',
        fix: 'Den Text und jeden Link lesen, dann den Postmaster der Domain ansprechen.',
      },
      {
        reason: 'routing-loop',
        cause: 'Die Nachricht hat zu viele Server durchlaufen.',
        fix: 'Die Received-Header lesen und die Schleife in der Weiterleitung oder im MX auflösen.',
      },
      {
        reason: 'protocol-error',
        cause: 'Die Sitzung hat keinen gültigen Empfänger, oder eine andere Regel des Dialogs wurde verletzt.',
        fix: 'Nach dem abgelehnten Befehl davor suchen; in ihm liegt die Ursache.',
      },
    ],
  },
  555: {
    title: 'Parameter nicht erkannt',
    cause: 'Der Server kennt oder unterstützt einen Parameter von MAIL oder RCPT nicht oder konnte die Adresse nicht lesen.',
    when: 'Ein Client benutzt eine ESMTP-Option, die der Server nicht angekündigt hat; Gmail sendet den Code auch bei Adressen ohne spitze Klammern oder mit defekter Syntax.',
    fix: 'Nur Optionen aus der EHLO-Antwort verwenden und Adressen in spitze Klammern setzen. In Postfix blendet smtp_discard_ehlo_keywords eine Option auf der Client-Seite aus.',
  },
  556: {
    title: 'Domain nimmt keine Mail an',
    cause:
      'Die Empfängerdomain erklärt mit einem Null-MX-Eintrag, dass sie keine Mail annimmt, und das Relay weiß es, ohne es zu versuchen.',
    when: 'Eine Nachricht geht an eine Domain, die nur für eine Website benutzt wird, oder an eine falsch geschriebene Domain.',
    fix: 'Mit dig MX domain prüfen: Ein Null-MX zeigt Präferenz 0 und einen einzelnen Punkt. Einen Tippfehler korrigieren oder die Adresse entfernen.',
  },
  557: {
    title: 'Ablehnung durch Richtlinie',
    cause:
      'Die Nachricht wurde durch eine Regel des Empfängers abgelehnt. Kein RFC definiert den Code 557; nur wenige Server senden ihn, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er dauerhaft.',
    when: 'Ein Filter lehnt die Nachricht ab, nachdem die Daten gesendet wurden.',
    fix: 'Den Text lesen, SPF, DKIM, DMARC und Sperrlisten prüfen und den Postmaster der Domain fragen.',
  },
  558: {
    title: 'Nicht zugewiesener dauerhafter Fehler',
    cause:
      'Kein RFC definiert den Code 558, und es ist kein Server bekannt, der ihn sendet. Die erste Ziffer entscheidet (RFC 5321 §4.3.2), der Code steht also für einen dauerhaften Fehler.',
    when: 'Ein selbst geschriebener Server oder ein Werkzeug gibt ihn aus; man begegnet ihm kaum je.',
    fix: 'Den Text daneben lesen und den Postmaster der Domain fragen.',
  },
  570: {
    title: 'Ablehnung durch Relay-Regel oder Richtlinie',
    cause:
      'Ein Filter lehnt den Empfänger ab, durch eine Regel oder weil er nicht weiterleitet. Kein RFC definiert den Code 570; Symantec und andere Filter-Appliances senden ihn, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er dauerhaft.',
    when: 'Eine Nachricht geht an eine Domain hinter einer Filter-Appliance, die den Empfänger nicht kennt oder dem Absender nicht traut.',
    fix: 'Die Ausgabe von dig MX domain und Ihre eigene Absenderreputation prüfen; den Administrator des Empfängers bitten, in das Filterlog zu sehen.',
    senses: [
      {
        reason: 'policy',
        cause: 'Eine Regel des Filters hat die Nachricht abgelehnt.',
        fix: 'Den Administrator des Empfängers fragen, welche Regel es war.',
      },
      {
        reason: 'relay-denied',
        cause: 'Der Filter ist für diese Empfängerdomain nicht zuständig.',
        fix: 'Den MX der Domain prüfen oder sich anmelden, wenn es Ihr eigenes Relay ist.',
      },
    ],
  },
  571: {
    title: 'Zustellung nicht autorisiert',
    cause:
      'Die Zustellung ist nicht autorisiert, und die Nachricht wurde blockiert. Kein RFC definiert den Code 571; Orange, laposte.net, GroupWise und manche Hoster senden ihn, meist mit 5.7.1, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er dauerhaft.',
    when: 'Eine DMARC-Richtlinie, ein Spamfilter oder eine Absenderregel des Empfängers lehnt die Nachricht ab.',
    fix: 'Zuerst SPF, DKIM und das DMARC-Alignment der From-Domain prüfen, dann Sperrlisten; den Postmaster der Domain fragen, wenn alles bestanden wird.',
    senses: [
      {
        reason: 'auth-failure',
        cause: 'DMARC wurde für die From-Domain nicht bestanden; Orange und laposte.net antworten so.',
        fix: 'SPF oder DKIM mit der From-Domain ins Alignment bringen und nicht mit From-Adressen von Freemail-Providern senden.',
      },
      {
        reason: 'policy',
        cause: 'Eine lokale Regel hat die Nachricht abgelehnt.',
        fix: 'Den Text lesen und den Postmaster der Domain ansprechen.',
      },
      {
        reason: 'spam-content',
        cause: 'Der Inhalt wurde als Spam eingestuft.',
        fix: 'Inhalt und Links ändern und die Einwilligung der Empfänger prüfen.',
      },
    ],
  },
  573: {
    title: 'Empfänger abgelehnt',
    cause:
      'Der Server lehnt den Empfänger ab. Kein RFC definiert den Code 573; nur wenige Server senden ihn, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er dauerhaft.',
    when: 'Eine Nachricht geht an einen Empfänger, der von diesem Absender keine Mail bekommen darf oder der beim Filter nicht registriert ist.',
    fix: 'Die Adresse auf Tippfehler prüfen und den Administrator des Empfängers bitten, Sie zuzulassen.',
  },
  585: {
    title: 'Unzustellbare Adresse',
    cause:
      'An die Adresse kann nicht zugestellt werden. Kein RFC definiert den Code 585; er ist aus Community-Regeln für KumoMTA bekannt, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er dauerhaft.',
    when: 'Eine Nachricht geht an eine Adresse, die das empfangende System nicht kennt.',
    fix: 'Die Adresse auf Tippfehler prüfen und sie entfernen, wenn sie so, wie sie geschrieben ist, stimmt.',
  },
  591: {
    title: 'Absenderdomain gesperrt',
    cause:
      'Der Empfänger nimmt keine Mail von dieser Absenderdomain an. Kein RFC definiert den Code 591; Zoho und wenige Filter-Appliances sollen ihn senden, und nach der ersten Ziffer (RFC 5321 §4.3.2) ist er dauerhaft.',
    when: 'Die Domain des Absenders steht auf einer Liste des Empfängers.',
    fix: 'Die Domain bei den Domain-Sperrlisten sowie ihr SPF, DKIM und DMARC prüfen; den Postmaster des Empfängers bitten, die Sperre aufzuheben.',
  },
  605: {
    title: 'Adresse mit früherem Bounce',
    cause:
      'Mailgun hat die Zustellung nicht versucht, weil für die Adresse früher ein Bounce kam und sie auf seiner Suppression-Liste steht. Kein RFC definiert den Code 605: Er ist keine SMTP-Antwort, denn die erste Ziffer muss 2 bis 5 sein (RFC 5321 §4.3.2).',
    when: 'Eine Nachricht wird über Mailgun an eine Adresse gesendet, die früher dauerhaft fehlgeschlagen ist.',
    fix: 'Die Adresse aus der Liste entfernen. Funktioniert sie wieder, sie aus den Bounce-Suppressions der Domain löschen und noch einmal senden.',
  },
  606: {
    title: 'Abgemeldeter Empfänger',
    cause:
      'Mailgun hat die Zustellung nicht versucht, weil der Empfänger sich abgemeldet hat. Kein RFC definiert den Code 606: Er ist keine SMTP-Antwort, denn die erste Ziffer muss 2 bis 5 sein (RFC 5321 §4.3.2).',
    when: 'Eine Nachricht wird über Mailgun an eine Person gesendet, die den Abmeldelink benutzt hat.',
    fix: 'Den Wunsch respektieren und die Adresse entfernen. Die Sperre nur aufheben, wenn sich die Person erneut anmeldet.',
  },
  607: {
    title: 'Spam-Beschwerde des Empfängers',
    cause:
      'Mailgun hat die Zustellung nicht versucht, weil der Empfänger Ihre Mail als Spam markiert hat. Kein RFC definiert den Code 607: Er ist keine SMTP-Antwort, denn die erste Ziffer muss 2 bis 5 sein (RFC 5321 §4.3.2).',
    when: 'Eine Nachricht wird über Mailgun an eine Person gesendet, deren Beschwerde über eine Feedback-Schleife zurückkam.',
    fix: 'Die Adresse endgültig entfernen und die Quelle der Registrierung sowie die Häufigkeit der Mail ansehen.',
  },
};

const reasons: CatalogueText['reasons'] = {
  'user-unknown': {
    title: 'Benutzer unbekannt',
    cause: 'Das Postfach existiert in dieser Domain nicht.',
    when: 'Eine Nachricht geht an eine vertippte Adresse, an eine ausgeschiedene Person oder an eine alte oder gekaufte Liste.',
    fix: 'Die Adresse nach der ersten dauerhaften Ablehnung entfernen. Nach einem Tippfehler im lokalen Teil und in der Domain suchen und die Herkunft der Liste prüfen, wenn mehr als etwa zwei von hundert Adressen so fehlschlagen.',
    inbound: {
      cause: 'Ein Client wollte an eine Adresse zustellen, die es auf Ihrem Server nicht gibt.',
      when: 'Der Empfänger steht in keiner der Empfängertabellen, oder eine Adressprüfung des nächsten Servers ist fehlgeschlagen.',
      fix: 'Nichts zu tun, wenn die Adresse wirklich nicht existiert. Andernfalls die Empfängertabellen mit postmap -q prüfen (local_recipient_maps, virtual_mailbox_maps, relay_recipient_maps, virtual_alias_maps); eine Häufung solcher Ablehnungen bei einem Client ist Directory-Harvesting, daher mit smtpd_client_recipient_rate_limit oder fail2ban begrenzen.',
    },
  },
  'mailbox-disabled': {
    title: 'Postfach deaktiviert',
    cause: 'Das Postfach existiert, ist aber geschlossen, gesperrt oder inaktiv.',
    when: 'Der Inhaber hat sich lange nicht angemeldet, hat nicht bezahlt oder hat die Organisation verlassen.',
    fix: 'Den Versand einstellen und die Person nach einer anderen Adresse fragen. Adressen, die inaktiv werden, werden später oft zu Spamfallen.',
    inbound: {
      cause: 'Ein Client wollte an ein Postfach zustellen, das auf Ihrem Server abgeschaltet ist.',
      when: 'Das Konto ist gesperrt, oder sein Eintrag in der Access-Map lehnt alle Mail ab.',
      fix: 'Nichts zu tun, wenn das Konto absichtlich geschlossen ist. Soll es funktionieren, seinen Zustand in der Benutzerdatenbank und die check_recipient_access-Maps prüfen; für ausgeschiedene Personen eine Weiterleitung oder einen Alias einrichten.',
    },
  },
  'mailbox-moved': {
    title: 'Postfach umgezogen',
    cause: 'Die Person hat diese Adresse aufgegeben; die neue steht unter Umständen in der Antwort.',
    when: 'Eine Nachricht geht an eine alte Adresse, deren Server weiß, dass die Person umgezogen ist.',
    fix: 'Zur neuen Adresse wechseln, wenn die Antwort eine nennt und die Person sie bestätigt. Andernfalls die Adresse entfernen.',
    inbound: {
      cause: 'Ihr Server hat einem Client mitgeteilt, dass der Empfänger eine neue Adresse hat.',
      when: 'Die Adresse hat einen Eintrag in relocated_maps oder in einer Access-Map mit einem solchen Text.',
      fix: 'Nichts zu tun, wenn der Hinweis gewollt ist. Soll weiterhin Mail angenommen werden, den Eintrag durch einen Alias in virtual_alias_maps ersetzen; alte Hinweise nach ein oder zwei Jahren entfernen.',
    },
  },
  'mailbox-full': {
    title: 'Postfach voll',
    cause: 'Das Postfach des Empfängers hat seine Quota erreicht.',
    when: 'Der Empfänger räumt nicht auf, ist abwesend oder benutzt das Postfach nicht mehr.',
    fix: 'Einige Tage lang erneute Versuche der Warteschlange überlassen und es bei späteren Aussendungen wieder versuchen. Die Adresse erst nach wiederholten Fehlern über einige Wochen für den Versand sperren und den Empfänger auf anderem Weg erreichen, wenn die Mail dringend ist.',
    inbound: {
      cause: 'Ihr Server hat Mail abgelehnt, weil das Postfach Ihres Benutzers seine Quota überschritten hat.',
      when: 'Der Quota-Dienst oder der Zustellagent meldet, dass das Limit erreicht ist, zum Beispiel Dovecot über seinen Quota-Policy-Dienst.',
      fix: 'Die Belegung prüfen (doveadm quota get -u user), dann die Quota erhöhen oder den Benutzer Mail löschen lassen. Bei RCPT ablehnen, statt nach der Annahme einen Bounce zu senden, damit kein Backscatter entsteht.',
    },
  },
  'recipient-refused': {
    title: 'Empfänger abgelehnt',
    cause: 'Der Empfänger, die Gruppe oder deren Administrator nimmt keine Mail von diesem Absender an.',
    when: 'Eine Nachricht geht an eine geschlossene Gruppe, an eine interne Adresse oder an eine Person, die Sie blockiert hat.',
    fix: 'Nicht wiederholen; den Empfänger oder den Inhaber der Gruppe auf anderem Weg bitten, Sie zuzulassen. Die Adresse selbst ist in Ordnung und muss nicht aus anderen Listen entfernt werden.',
    inbound: {
      cause: 'Ihr Server nimmt von diesem Absender keine Mail für diesen Empfänger an.',
      when: 'Eine Zugriffsregel, eine Restriction-Class oder eine Listeneinstellung begrenzt, wer an die Adresse schreiben darf.',
      fix: 'Nichts zu tun, wenn die Regel gewollt ist. Soll der Absender durchkommen, check_recipient_access, smtpd_restriction_classes oder die Mitgliederliste korrigieren und mit postmap -q testen.',
    },
  },
  'invalid-address': {
    title: 'Ungültige Adresse',
    cause: 'Die Empfängeradresse ist nicht korrekt aufgebaut oder enthält Zeichen, die der Server nicht erlaubt.',
    when: 'Eine Adresse kam ungeprüft aus einem Formular oder einem Import: Leerzeichen, zwei At-Zeichen, fehlende Domain oder Nicht-ASCII-Buchstaben.',
    fix: 'Die Adresse korrigieren oder entfernen und Adressen bei der Registrierung prüfen. Für Adressen mit Nicht-ASCII-Buchstaben brauchen beide Seiten SMTPUTF8.',
    inbound: {
      cause: 'Ein Client hat einen Empfänger genannt, den Ihr Server nicht als Adresse lesen kann oder nicht zulässt.',
      when: 'Die Adresse hat eine falsche Syntax oder keine vollständige Domain, wo reject_non_fqdn_recipient gilt.',
      fix: 'Meist nichts zu tun, da der Absender die Adresse korrigieren muss. Sind eigene Benutzer oder Geräte betroffen, diese vollständige Adressen senden lassen; sind Nicht-ASCII-Adressen gewollt, smtputf8_enable = yes setzen.',
    },
  },
  'domain-unknown': {
    title: 'Domain unbekannt',
    cause: 'Die Empfängerdomain existiert nicht oder hat keine Route für Mail.',
    when: 'Die Domain ist vertippt oder abgelaufen, oder ihr MX zeigt auf einen Namen ohne Adresse.',
    fix: 'Die Schreibweise prüfen und mit dig MX domain und dig A domain nachsehen. Die Adresse entfernen, wenn die Domain ohne Mailserver bleibt.',
    inbound: {
      cause: 'Ein Client wollte über Ihren Server an eine Domain senden, die im DNS nicht existiert.',
      when: 'Die Regel reject_unknown_recipient_domain hat für die Empfängerdomain weder MX noch Adresse gefunden.',
      fix: 'Ihren Benutzer die Adresse korrigieren lassen. Existiert die Domain doch, den Resolver mit dig MX domain auf dem Mailserver selbst testen und für interne Domains einen Eintrag in transport_maps ergänzen.',
    },
  },
  'domain-no-mail': {
    title: 'Domain nimmt keine Mail an',
    cause: 'Die Domain oder der Host erklärt mit einem Null-MX-Eintrag oder mit der Antwort 521 oder 556, keine Mail anzunehmen.',
    when: 'Eine Nachricht geht an eine Domain, die nur für Websites benutzt wird, oder an eine vertippte Domain dieser Art.',
    fix: 'Die Adresse entfernen oder die Domain korrigieren; neue Versuche sind zwecklos. Mit dig MX domain prüfen: Ein Null-MX zeigt Präferenz 0 und einen einzelnen Punkt.',
    inbound: {
      cause:
        'Ein Client wollte über Ihren Server an eine Domain senden, die einen Null-MX veröffentlicht, oder hat sich mit einem Ihrer Hosts verbunden, der keine Mail annimmt.',
      when: 'Ihr Relay hat den Null-MX bei der Prüfung der Empfängerdomain gesehen, oder Ihr Host beantwortet jede Verbindung mit 521.',
      fix: 'Nichts zu tun, da die Ablehnung richtig ist; Ihr Benutzer sollte die Adresse korrigieren. Gehört die Domain Ihnen und soll sie Mail bekommen, einen ordentlichen MX-Eintrag veröffentlichen.',
    },
  },
  'invalid-sender': {
    title: 'Ungültiger Absender',
    cause:
      'Die Absenderadresse oder ihre Domain wird abgelehnt: Sie löst nicht auf, ist fehlerhaft aufgebaut, veröffentlicht einen Null-MX oder gehört nicht zur Anmeldung.',
    when: 'Eine Anwendung sendet als root@localhost oder mit einer internen Domain, oder eine Domain hat ihre DNS-Einträge verloren.',
    fix: 'Einen Envelope-Absender verwenden, der existiert und Bounces annehmen kann. Für die Absenderdomain dig MX domain prüfen und in Postfix myorigin, masquerade_domains und sender_canonical_maps.',
    inbound: {
      cause: 'Ein Client hat eine Absenderadresse benutzt, die Ihr Server nicht akzeptiert.',
      when: 'Die Absenderdomain löst nicht auf (reject_unknown_sender_domain), ist nicht vollqualifiziert oder passt nicht zur Anmeldung (reject_sender_login_mismatch).',
      fix: 'Der Administrator des Absenders muss das korrigieren. Wird Ihr eigener Benutzer abgelehnt, smtpd_sender_login_maps ergänzen; existiert die Domain doch, den Resolver des Mailservers mit dig MX domain testen.',
    },
  },
  'auth-failure': {
    title: 'Authentifizierung nicht bestanden (SPF, DKIM, DMARC)',
    cause: 'SPF, DKIM, DMARC oder ARC wurde für die Nachricht nicht bestanden.',
    when: 'Ein sendender Host fehlt im SPF-Eintrag, ein DKIM-Schlüssel ist falsch, die From-Domain ist nicht im Alignment, oder ein Weiterleiter hat die Prüfungen gebrochen.',
    fix: 'Jeden sendenden Host in SPF aufführen (höchstens zehn DNS-Abfragen) und mit DKIM in der From-Domain signieren. Mit dig TXT domain, dig TXT selector._domainkey.domain und dig TXT _dmarc.domain prüfen und die DMARC-Berichte lesen.',
    inbound: {
      cause: 'Die Nachricht des Clients hat die SPF-, DKIM- oder DMARC-Prüfungen Ihres Servers nicht bestanden.',
      when: 'Die Domain verlangt die Ablehnung (SPF -all oder DMARC p=reject), und die Nachricht kam von einem anderen Host, oft gefälscht oder weitergeleitet.',
      fix: 'Bei gefälschter Mail nichts zu tun. Ist ein erwünschter Absender betroffen, Authentication-Results lesen und dessen Administrator informieren; bei Weiterleitern und Listen dem ARC-Siegel vertrauen oder im Milter eine Ausnahme machen. Viele Fehler auf einmal deuten auf den eigenen Resolver.',
    },
  },
  'missing-ptr': {
    title: 'Reverse-DNS fehlt',
    cause: 'Die sendende IP hat keinen Reverse-DNS-Namen, oder der Name löst nicht auf die IP zurück auf.',
    when: 'Ein neuer Server oder eine IPv6-Adresse wird benutzt, bevor der PTR gesetzt ist, oder der Name ist ein generischer des Providers.',
    fix: 'Den Inhaber der IP einen PTR setzen lassen, dig -x IP und die Adresse dieses Namens prüfen und denselben Namen als HELO verwenden (smtp_helo_name). Bei IPv6 ohne PTR inet_protocols = ipv4 setzen, bis er vorhanden ist.',
    inbound: {
      cause: 'Der verbindende Client hat keinen Reverse-DNS-Namen, den Ihr Server bestätigen kann.',
      when: 'Eine der Regeln reject_unknown_client_hostname oder reject_unknown_reverse_client_hostname hat für die IP keine Entsprechung gefunden.',
      fix: 'Der Administrator des Clients muss den PTR setzen. Sind erwünschte Absender betroffen, den Resolver mit dig -x IP prüfen und das mildere reject_unknown_reverse_client_hostname oder eine Ausnahme in check_client_access verwenden.',
    },
  },
  'ip-blocklisted': {
    title: 'IP auf einer Sperrliste',
    cause: 'Die sendende IP oder ihr Netz steht auf einer Sperrliste.',
    when: 'Die IP hat Spam gesendet, ein gehacktes Konto oder Formular wird missbraucht, die Nachbarschaft ist schlecht, oder der Adressbereich ist für Einwahlkunden bestimmt.',
    fix: 'Die in der Antwort genannte Liste und ihre Begründung ermitteln und zuerst die Ursache abstellen: postqueue -p, Anmeldungen und Webformulare prüfen. Dann die Austragung beantragen; ist der Bereich dynamisch, über das Relay des Providers senden.',
    inbound: {
      cause:
        'Ihr Server hat den Client abgelehnt, weil dessen IP auf einer von Ihnen genutzten DNS-Sperrliste oder auf Ihrer eigenen Liste steht.',
      when: 'Eine reject_rbl_client-Regel, postscreen_dnsbl_sites oder ein check_client_access-Eintrag hat zugetroffen.',
      fix: 'Bei Spamquellen nichts zu tun. Ist ein erwünschter Client betroffen, dessen Administrator um das Delisting bitten oder in check_client_access eine Ausnahme vor der Regel ergänzen. Werden alle abgelehnt, ist die Liste eingestellt oder weist Ihren Resolver ab: sie über den eigenen Resolver abfragen und nur ihre dokumentierten Rückgabecodes werten.',
    },
  },
  'domain-blocklisted': {
    title: 'Domain auf einer Sperrliste',
    cause: 'Eine Domain des Absenders, des HELO-Namens oder eines Links in der Nachricht steht auf einer Domain- oder URL-Liste.',
    when: 'Eine Website wurde gehackt, ein Linkverkürzer oder eine Tracking-Domain wird auch von Spammern genutzt, oder die Domain ist sehr neu.',
    fix: 'Jede Domain in Headern und Links bei der Liste prüfen, die die Antwort nennt. Die Website bereinigen, Tracking-Links der eigenen Domain verwenden, dann die Austragung beantragen.',
    inbound: {
      cause: 'Ihr Server hat den Client abgelehnt, weil eine von ihm benutzte Domain auf einer Liste steht, die Sie abfragen.',
      when: 'Eine reject_rhsbl_sender-, reject_rhsbl_helo- oder Inhaltsfilter-Regel hat auf Absender, HELO oder einen Link zugetroffen.',
      fix: 'Bei Spam nichts zu tun. Ist ein erwünschter Absender betroffen, ihn die Austragung beantragen lassen oder in check_sender_access eine Ausnahme vor der Regel ergänzen; treffen alle Domains zu, prüfen, ob Ihr Resolver die Liste abfragen darf.',
    },
  },
  'bad-reputation': {
    title: 'Schlechte Reputation',
    cause: 'Der Provider stuft die sendende IP oder Domain als schlecht ein.',
    when: 'Das Volumen ist plötzlich gestiegen, viele Empfänger haben sich beschwert, viele Adressen existierten nicht, oder die IP ist neu.',
    fix: 'Weniger und nur an Empfänger senden, die Ihre Mail lesen, und die Liste bereinigen. Google Postmaster Tools und Microsoft SNDS beobachten und dafür sorgen, dass SPF, DKIM und DMARC bestanden werden; ein guter Ruf kehrt in Tagen bis Wochen zurück.',
    inbound: {
      cause: 'Ihr Server oder sein Filter stuft den Client als schlechten Absender ein.',
      when: 'Ein Reputationsdienst, ein Score von postscreen oder die Historie Ihres Filters hat den Schwellwert überschritten.',
      fix: 'Bei Spamquellen nichts zu tun. Ist ein erwünschter Client betroffen, seinen Score im Filterlog nachschlagen, ihn in die Zulassungsliste aufnehmen und seinen Administrator informieren.',
    },
  },
  'relay-denied': {
    title: 'Relaying verweigert',
    cause: 'Der Server ist für die Empfängerdomain nicht zuständig und leitet für diesen Client nicht weiter.',
    when: 'Ein Client sendet über einen Server, ohne sich anzumelden, oder der MX einer Domain zeigt auf einen Server, der sie nicht kennt.',
    fix: 'Sich an Ihrem Relay anmelden (smtp_sasl_auth_enable, smtp_sasl_password_maps) oder direkt an den MX senden. Antwortet der MX des Empfängers so, muss dessen Administrator die Domain eintragen.',
    inbound: {
      cause: 'Ein Client wollte über Ihren Server an eine Domain senden, die nicht Ihre ist, ohne Berechtigung zum Relaying.',
      when: 'Der Client ist weder in mynetworks noch angemeldet, und die Domain steht weder in mydestination noch in relay_domains noch in den virtuellen Domains.',
      fix: 'Bei Fremden nichts zu tun, da Tests auf offene Relays üblich sind. Ist es Ihr eigener Benutzer, SMTP AUTH im Client einschalten; gehört die Domain Ihnen, sie in mydestination, virtual_mailbox_domains oder relay_domains eintragen. Dafür nicht mynetworks erweitern.',
    },
  },
  'submission-auth': {
    title: 'Anmeldung erforderlich oder fehlgeschlagen',
    cause: 'Der Einlieferungsserver verlangt eine Anmeldung oder STARTTLS, oder die Anmeldung ist fehlgeschlagen.',
    when: 'Das Passwort hat sich geändert, der Provider hat Passwortanmeldungen abgeschaltet, oder der Client benutzt den falschen Port oder Mechanismus.',
    fix: 'Benutzername, Passwort, Port und TLS des Clients prüfen (587 mit STARTTLS oder 465). In einem Postfix-Relay-Client smtp_sasl_password_maps prüfen und postmap ausführen; bei großen Providern ein App-Passwort oder OAuth 2.0 verwenden.',
    inbound: {
      cause: 'Ein Client hat sich nicht angemeldet, wo Ihr Server es verlangt, oder seine Anmeldung ist fehlgeschlagen.',
      when: 'Die Zugangsdaten sind falsch, der Client spricht ohne TLS, oder ein Botnet probiert Passwörter.',
      fix: 'Bei eigenen Benutzern das Passwort und die Client-Einstellungen prüfen und mit doveadm auth test testen. Viele Fehlversuche von fremden Adressen sind das Erraten von Passwörtern: sie mit fail2ban sperren, smtpd_tls_auth_only = yes setzen und AUTH nur auf den Einlieferungsports anbieten.',
    },
  },
  'sender-account-blocked': {
    title: 'Sendendes Konto gesperrt',
    cause: 'Das sendende Konto oder der Mandant ist gesperrt oder hat das eigene Versandkontingent aufgebraucht.',
    when: 'Das Konto wurde missbraucht, die Rechnung ist offen, oder das Tageslimit des Tarifs ist erreicht.',
    fix: 'Nach einer Kompromittierung suchen: das Passwort ändern, Weiterleitungsregeln und Anwendungsschlüssel prüfen und durchsehen, was gesendet wurde. Dann den Provider bitten, das Konto zu entsperren oder das Limit zu erhöhen.',
    inbound: {
      cause: 'Ihr Server hat eines Ihrer eigenen Konten abgelehnt, weil es gesperrt oder über seinem Versandlimit ist.',
      when: 'Ein Policy-Dienst hat zu viele Nachrichten dieser Anmeldung gezählt, oder ein Administrator hat das Konto gesperrt.',
      fix: 'Das Log auf sasl_username und die Zahl seiner Nachrichten prüfen. Wurde das Konto missbraucht, vor dem Entsperren das Passwort ändern und die Warteschlange leeren (postqueue -p, dann postsuper -d für seine Queue-IDs); andernfalls sein Limit erhöhen.',
    },
  },
  'tls-failure': {
    title: 'TLS-Fehler',
    cause:
      'Eine Verschlüsselungsvorgabe wurde nicht erfüllt: STARTTLS fehlt oder ist fehlgeschlagen, oder das Zertifikat passt nicht zu MTA-STS, DANE oder REQUIRETLS.',
    when: 'Ein Zertifikat ist abgelaufen, ein TLSA-Eintrag wurde nicht mit ihm erneuert, die Protokollversionen überschneiden sich nicht, oder eine Firewall entfernt STARTTLS.',
    fix: 'Mit posttls-finger domain oder openssl s_client -starttls smtp -connect host:25 testen. Auf Ihrer Seite smtp_tls_policy_maps und smtp_tls_security_level prüfen; ein defektes Zertifikat, ein falscher TLSA-Eintrag oder eine fehlerhafte MTA-STS-Policy ist Sache des Administrators der Empfängerseite.',
    inbound: {
      cause:
        'Ihr Server verlangt eine Verschlüsselung, die der Client nicht gestartet hat oder auf die er sich nicht einigen konnte.',
      when: 'Die Einstellung smtpd_tls_security_level = encrypt gilt auf diesem Port, oder der Handshake ist an Protokoll, Cipher oder Zertifikat gescheitert.',
      fix: 'Auf Port 25 smtpd_tls_security_level = may verwenden, da nicht jeder Absender TLS beherrscht. Prüfen, ob Zertifikat und Kette gültig sind (smtpd_tls_chain_files), TLSA-Einträge vor dem Zertifikat erneuern und smtpd_tls_loglevel auf 1 erhöhen, um den fehlgeschlagenen Handshake zu sehen.',
    },
  },
  'spam-content': {
    title: 'Spam-Inhalt',
    cause: 'Der Inhalt wurde als Spam oder Phishing eingestuft.',
    when: 'Wörter, Links, die Form des HTML oder die Beschwerden anderer Empfänger haben den Score erhöht.',
    fix: 'Dieselbe Nachricht nicht erneut senden. Die Links und deren Domains prüfen, Text und HTML gleich halten und dafür sorgen, dass die Empfänger zugestimmt haben und sich mit einem Klick abmelden können.',
    inbound: {
      cause: 'Ihr Filter hat die Nachricht des Clients als Spam eingestuft.',
      when: 'Der Score von Rspamd, SpamAssassin oder einem anderen Filter hat die Grenze für die Ablehnung überschritten.',
      fix: 'Bei Spam nichts zu tun. War es eine erwünschte Nachricht, ihre Symbole im Filterlog nachschlagen, sie als Ham anlernen, die Regel korrigieren oder den Absender in die Zulassungsliste aufnehmen; die Grenze nicht für alle anheben.',
    },
  },
  virus: {
    title: 'Virus gefunden',
    cause: 'In der Nachricht wurde Schadsoftware gefunden oder eine Datei, die ein Scanner dafür hält.',
    when: 'Ein Rechner oder Konto des Absenders ist infiziert, oder eine harmlose Datei passt auf eine Signatur.',
    fix: 'Nicht erneut senden. Den sendenden Rechner scannen und das Konto auf Missbrauch prüfen; bei einem Fehlalarm die Datei von mehreren Scannern prüfen lassen und stattdessen einen Link senden.',
    inbound: {
      cause: 'Ihr Virenscanner hat in der Nachricht des Clients Schadsoftware gefunden.',
      when: 'Ein Milter wie ClamAV hat eine Signatur oder ein verbotenes Makro gemeldet.',
      fix: 'Nichts zu tun, wenn es Schadsoftware ist; ist der Client einer Ihrer eigenen Hosts, ihn vom Netz nehmen und scannen. Bei einem Fehlalarm den Signaturnamen im Scannerlog nachschlagen und auf die Ignorierliste setzen.',
    },
  },
  'content-rejected': {
    title: 'Inhalt abgelehnt',
    cause: 'Der Anhangstyp, die Kodierung oder eine andere Eigenschaft des Inhalts ist nicht erlaubt.',
    when: 'Eine Nachricht enthält eine ausführbare Datei, ein verschlüsseltes Archiv, eine Office-Datei mit Makros oder einen Zeichensatz, den der Empfänger nicht annimmt.',
    fix: 'Den Anhang entfernen oder umwandeln oder einen Link darauf senden. Werden 8-Bit- oder UTF-8-Header abgelehnt, diese kodiert senden.',
    inbound: {
      cause: 'Die Nachricht des Clients hat einen Anhang oder eine Form, die Ihr Server nicht erlaubt.',
      when: 'Eine Regel in header_checks, mime_header_checks, body_checks oder im Filter hat zugetroffen.',
      fix: 'Nichts zu tun, wenn die Regel gewollt ist; den Partner bitten, einen Link zu senden. Hat sie irrtümlich zugetroffen, die Regel im Log suchen und mit postmap -q gegen die regexp- oder pcre-Tabelle testen.',
    },
  },
  'message-too-big': {
    title: 'Nachricht zu groß',
    cause: 'Die Nachricht ist größer, als der empfangende Server, das Postfach oder der sendende Server erlaubt.',
    when: 'Große Anhänge werden gesendet; die Kodierung vergrößert sie um etwa ein Drittel.',
    fix: 'Einen Link senden oder den Inhalt aufteilen. Der SIZE-Wert in der EHLO-Antwort des Empfängers nennt die Grenze; die Grenze des eigenen Postfix zeigt postconf message_size_limit.',
    inbound: {
      cause: 'Die Nachricht des Clients ist größer, als Ihr Server erlaubt.',
      when: 'Die Größe, die der Client bei MAIL angegeben hat, oder die gesendeten Daten liegen über message_size_limit.',
      fix: 'Nichts zu tun, wenn die Grenze gewollt ist. Um mehr zu erlauben, message_size_limit erhöhen und damit auch mailbox_size_limit, virtual_mailbox_limit und die Grenzen der Filter und des nächsten Servers, damit für angenommene Mail nicht später ein Bounce entsteht.',
    },
  },
  'not-rfc-compliant': {
    title: 'Nicht RFC-konform',
    cause: 'Die Header oder die Form der Nachricht verstoßen gegen die Regeln des Mailformats.',
    when: 'Ein Skript baut Mail selbst zusammen: From, Date oder Message-ID fehlt oder ist doppelt, Zeilenenden sind unvollständig (bare), oder eine Zeile ist zu lang.',
    fix: 'Den in der Antwort genannten Header korrigieren; die Nachricht mit einer Mailbibliothek bauen. From und Date müssen genau einmal vorhanden sein, jede Zeile muss mit CR LF enden und darf höchstens 998 Zeichen haben.',
    inbound: {
      cause: 'Die Nachricht des Clients verstößt gegen Formatregeln, die Ihr Server durchsetzt.',
      when: 'Ein Header fehlt oder ist doppelt, ein Zeilenende ist unvollständig (smtpd_forbid_bare_newline), oder ein Filter ist streng.',
      fix: 'Der Absender muss seine Software korrigieren. Ein eigenes Gerät mit smtpd_forbid_bare_newline_exclusions ausnehmen oder über den Einlieferungsport senden lassen, wo always_add_missing_headers helfen kann.',
    },
  },
  policy: {
    title: 'Ablehnung durch Richtlinie',
    cause: 'Eine lokale Regel des Empfängers hat die Nachricht abgelehnt, ohne zu sagen, welche.',
    when: 'Die Antwort sagt nur, dass der Zugriff verweigert wird, dass die Nachricht durch eine Richtlinie abgelehnt wird oder dass sie gegen eine Regel verstößt.',
    fix: 'Den Text und jeden Link oder jedes Kürzel darin lesen. SPF, DKIM, DMARC, PTR und Sperrlisten prüfen, da sie die üblichen Ursachen sind; dann dem Postmaster der Domain mit Uhrzeit, IP und vollständiger Antwort schreiben.',
    inbound: {
      cause: 'Eine Regel Ihres Servers hat den Client abgelehnt, und die Antwort sagt nicht, warum.',
      when: 'Eine Access-Tabelle, ein Policy-Dienst oder ein Milter hat mit einer bloßen Ablehnung geantwortet.',
      fix: 'Die Regel in der Logzeile und ihren Nachbarzeilen suchen und Access-Tabellen mit postmap -q testen. Ist sie gewollt, ihr einen eigenen Text geben, damit Absender wissen, was zu tun ist; wenn nicht, sie entfernen oder davor eine Ausnahme ergänzen.',
    },
  },
  greylisted: {
    title: 'Greylisting',
    cause: 'Der Server stellt den ersten Kontakt eines unbekannten Clients absichtlich zurück; echte Mailserver kommen wieder.',
    when: 'Sie schreiben einem Empfänger zum ersten Mal, oder Ihre erneuten Versuche kommen von wechselnden IP-Adressen.',
    fix: 'Warten: Der nächste Versuch nach einigen Minuten gelingt meist. Erneute Versuche von derselben IP kommen lassen und den Fall nicht als Bounce zählen.',
    inbound: {
      cause: 'Ihr Greylisting oder die tiefen Prüfungen von postscreen haben einen noch unbekannten Client zurückgestellt.',
      when: 'Die Kombination aus Client, Absender und Empfänger ist neu, oder der Client muss die postscreen-Tests einmal bestehen.',
      fix: 'Nichts zu tun, da gute Clients es erneut versuchen. Verspätet sich Mail großer Provider, weil deren Versuche die IP wechseln, sie per Zulassungsliste ausnehmen (permit_dnswl_client, postscreen_dnsbl_allowlist_threshold) oder das Greylisting nach Netzen durchführen.',
    },
  },
  'rate-limited': {
    title: 'Rate begrenzt',
    cause: 'In einem Zeitraum wurden zu viele Nachrichten gesendet.',
    when: 'Eine Aussendung beginnt mit voller Geschwindigkeit, die IP ist neu, oder das Konto hat ein Limit pro Stunde oder Tag.',
    fix: 'Für diesen Provider langsamer senden: ihm in Postfix einen Transport mit smtp_destination_rate_delay und geringer Parallelität geben. Die Mail in der Warteschlange behalten, eine genannte Wartezeit einhalten und neue IP-Adressen aufwärmen.',
    inbound: {
      cause: 'Der Client hat mehr Nachrichten oder Empfänger pro Zeitraum gesendet, als Ihr Server annimmt.',
      when: 'Ein Limit wie smtpd_client_message_rate_limit, smtpd_client_recipient_rate_limit oder das eines Policy-Dienstes wurde erreicht.',
      fix: 'Nachsehen, wer es ist: Bei einer Flut das Limit beibehalten. Eigene Relays und Anwendungen in smtpd_client_event_limit_exceptions aufnehmen oder das Limit erhöhen; handelt es sich um eine Anmeldung, prüfen, ob das Konto missbraucht wird.',
    },
  },
  'too-many-connections': {
    title: 'Zu viele Verbindungen',
    cause: 'Zu viele Sitzungen waren gleichzeitig offen, oder zu viele Nachrichten kamen in einer Sitzung.',
    when: 'Ein Lauf der Warteschlange oder mehrere Server hinter einer IP senden gleichzeitig an denselben Provider.',
    fix: 'Die Parallelität für diesen Provider mit smtp_destination_concurrency_limit auf einem eigenen Transport senken und erneute Versuche der Warteschlange überlassen.',
    inbound: {
      cause: 'Der Client hat mehr Sitzungen geöffnet, als Ihr Server erlaubt, oder darin zu viele Fehler gemacht.',
      when: 'Das Limit smtpd_client_connection_count_limit, smtpd_client_connection_rate_limit oder das Prozesslimit in master.cf wurde erreicht.',
      fix: 'Bei einer Flut nichts zu tun. Sind erwünschte Clients betroffen, die Limits erhöhen oder sie in smtpd_client_event_limit_exceptions aufnehmen; sind alle smtpd-Prozesse belegt, default_process_limit erhöhen und postscreen davorschalten.',
    },
  },
  'too-many-recipients': {
    title: 'Zu viele Empfänger',
    cause: 'Die Nachricht hat mehr Empfänger in einer Transaktion, als der Server annimmt.',
    when: 'Eine Aussendung richtet sich an viele Personen einer Domain auf einmal.',
    fix: 'Die Transaktion aufteilen; ein echter Mailserver sendet den Rest nach der Antwort 452 von selbst. smtp_destination_recipient_limit für diese Domain senken und bei Aussendungen einzelne Nachrichten senden.',
    inbound: {
      cause: 'Der Client hat in einer Transaktion mehr Empfänger genannt, als Ihr Server annimmt.',
      when: 'Das Limit smtpd_recipient_limit (Standardwert 1000) oder das eines Policy-Dienstes wurde erreicht.',
      fix: 'Nichts zu tun, da ein ordentlicher Client den Rest in einer neuen Transaktion sendet. Für den eigenen Listenserver das Limit erhöhen; von unbekannten Clients ist es oft Spam, daher smtpd_recipient_overshoot_limit im Auge behalten.',
    },
  },
  'network-error': {
    title: 'Netzwerkfehler',
    cause: 'Die Verbindung wurde abgelehnt, ging verloren oder lief in eine Zeitüberschreitung.',
    when: 'Der empfangende Host ist ausgefallen, eine Firewall sperrt Port 25, oder der Weg verliert Pakete.',
    fix: 'Erneute Versuche der Warteschlange überlassen. Hält der Fehler an, nc -vz host 25 vom Mailserver aus testen, auch über IPv6; laufen alle Ziele in eine Zeitüberschreitung, sperrt Ihr Provider Port 25 ausgehend.',
    inbound: {
      cause: 'Die Sitzung mit dem Client ist auf Ihrer Seite abgebrochen oder in eine Zeitüberschreitung gelaufen.',
      when: 'Das Log zeigt lost connection oder timeout nach einem Befehl, oft nach DATA oder beim Verbindungsaufbau.',
      fix: 'Einzelfälle und Portscanner erfordern nichts. Gehen ganze Nachrichten nach DATA verloren, Path-MTU, Firewall und langsame Filter prüfen; smtpd_timeout verkürzt sich unter Last von selbst, daher auch die Auslastung ansehen.',
    },
  },
  'dns-failure': {
    title: 'DNS-Fehler',
    cause: 'Eine DNS-Abfrage ist vorerst fehlgeschlagen.',
    when: 'Der Resolver oder die Nameserver einer Domain antworten nicht, die DNSSEC-Validierung schlägt fehl, oder das Netz ist ausgefallen.',
    fix: 'Erneute Versuche der Warteschlange überlassen. Auf dem Mailserver dig MX domain mit dig MX domain @9.9.9.9 vergleichen: Schlägt nur die eigene Abfrage fehl, /etc/resolv.conf und die chroot-Kopie von Postfix prüfen; schlagen beide fehl, den Inhaber der Domain informieren.',
    inbound: {
      cause:
        'Ihr Server konnte einen Namen nicht auflösen, den er zur Beurteilung des Clients braucht, und hat die Mail zurückgestellt.',
      when: 'Der Reverse-DNS-Name des Clients, die Absenderdomain oder eine Sperrliste hat nicht rechtzeitig aufgelöst.',
      fix: 'Den Resolver auf dem Mailserver mit dig -x IP und dig MX domain testen und einen eigenen cachenden Resolver betreiben. Ist nur eine Domain betroffen, liegt der Fehler bei ihren Nameservern, und der Client wird es erneut versuchen.',
    },
  },
  'routing-loop': {
    title: 'Routing-Schleife',
    cause: 'Die Nachricht kreist zwischen Hosts oder Weiterleitungsregeln und wurde gestoppt.',
    when: 'Zwei Adressen leiten aneinander weiter, oder der MX zeigt auf einen Server, der die Mail zurücksendet.',
    fix: 'Anhand der Received-Header die beiden Hosts ermitteln. Meldet Postfix, dass Mail zu ihm selbst zurückläuft, die Domain in mydestination, virtual_mailbox_domains oder relay_domains eintragen oder transport_maps und den MX korrigieren.',
    inbound: {
      cause: 'Ihr Server hat eine Nachricht gestoppt, die zu viele Server durchlaufen hatte oder zu Ihnen zurückkam.',
      when: 'Die Zahl der Received-Header liegt über hopcount_limit, oder ein Delivered-To-Header nennt den Empfänger bereits.',
      fix: 'Die wiederkehrenden Hosts in den Received-Headern der Nachricht suchen. Eigene Aliase, Weiterleitungen und transport_maps korrigieren oder den anderen Administrator bitten, die Weiterleitung zu beenden; nicht einfach hopcount_limit erhöhen.',
    },
  },
  'system-error': {
    title: 'Systemfehler',
    cause: 'Das empfangende System hat eine Störung oder ist falsch eingerichtet.',
    when: 'Eine Datenbank, ein Filter oder eine Platte des Empfängers fällt aus, oder das System wird gewartet.',
    fix: 'Erneute Versuche der Warteschlange überlassen. Dauert es länger als einen Tag oder kommt ein dauerhafter Code, dem Postmaster der Domain die vollständige Antwort und die Uhrzeit mitteilen.',
    inbound: {
      cause: 'Ihr Server konnte den Client wegen eines eigenen Fehlers nicht bedienen.',
      when: 'Eine Tabellenabfrage ist fehlgeschlagen, ein Milter oder Policy-Dienst hat nicht geantwortet, oder die Konfiguration enthält einen Fehler.',
      fix: 'Im Log nach warning-, error- und fatal-Zeilen unmittelbar vor der Ablehnung suchen. postfix check ausführen, Tabellen mit postmap -q testen und darauf achten, dass Datenbank, Milter und Policy-Dienste laufen und ihre Sockets lesbar sind.',
    },
  },
  'system-full': {
    title: 'System voll',
    cause: 'Dem empfangenden System fehlt Plattenplatz oder eine andere Ressource.',
    when: 'Die Platte für Warteschlange oder Mail ist beim Empfänger voll, oder er ist überlastet.',
    fix: 'Erneute Versuche der Warteschlange überlassen; nur der Administrator des Empfängers kann Platz schaffen.',
    inbound: {
      cause: 'Ihr Server hat Mail abgelehnt, weil er zu wenig freien Platz oder Arbeitsspeicher hat.',
      when: 'Der freie Platz im Dateisystem der Warteschlange liegt unter queue_minfree oder unter dem Anderthalbfachen von message_size_limit.',
      fix: 'Mit df -h und df -i die Verzeichnisse für Warteschlange und Mail prüfen und Logs oder alte Dateien der Warteschlange löschen. Mit qshape deferred nachsehen, ob die Warteschlange selbst die Platte füllt.',
    },
  },
  'protocol-error': {
    title: 'Protokollfehler',
    cause:
      'Der SMTP-Dialog hat gegen eine Regel verstoßen: falsche Reihenfolge, falsche Syntax, unbekannter Befehl oder falscher HELO-Name.',
    when: 'Die Client-Software ist fehlerhaft, der HELO-Name ist nicht vollqualifiziert, oder eine Firewall verändert den Dialog.',
    fix: 'Den HELO-Namen (smtp_helo_name), die Befehlsreihenfolge und die Version des Clients prüfen. Eine Sitzung mit debug_peer_list oder tcpdump aufzeichnen und die SMTP-Inspektion auf Firewalls abschalten.',
    inbound: {
      cause: 'Der Client hat gegen eine Regel des SMTP-Dialogs verstoßen.',
      when: 'Er hat vor der Begrüßung gesendet, ohne Erlaubnis Pipelining genutzt, einen falschen HELO-Namen benutzt oder unbekannte Befehle gesendet.',
      fix: 'Bei Bots, dem üblichen Fall, nichts zu tun. Bei eigenen Geräten den HELO-Namen korrigieren oder sie den Einlieferungsport benutzen lassen; scheitern erwünschte Absender, reject_non_fqdn_helo_hostname oder die Protokolltests von postscreen lockern.',
    },
  },
  'message-expired': {
    title: 'Nachricht abgelaufen',
    cause: 'Die Nachricht blieb ohne Erfolg in der Warteschlange, bis ihre Lebensdauer endete.',
    when: 'Jeder Versuch über Tage hinweg wurde zurückgestellt, oder der Host des Empfängers hat nie geantwortet.',
    fix: 'Mit grep nach der Queue-ID die letzte echte Antwort vor dem Ablauf suchen; sie ist die Ursache. Diese beheben und erneut senden; die Lebensdauer zeigt postconf maximal_queue_lifetime.',
    inbound: {
      cause: 'Ihr Server hat dem Client mitgeteilt, dass die Frist der Nachricht abgelaufen ist.',
      when: 'Eine Zustellfrist der Nachricht war verstrichen, oder ein Server hinter Ihrem hat aufgegeben, und sein Text wurde weitergereicht.',
      fix: 'Die Queue-ID im Log nachschlagen, um die Zurückstellungen davor zu finden. Läuft Mail für eigene Domains auf dem Weg zu einem internen Server ab, transport_maps und diesen Server mit postqueue -p prüfen.',
    },
  },
  'auto-reply': {
    title: 'Automatische Antwort',
    cause: 'Die Nachricht ist eine Abwesenheitsnotiz oder eine andere automatische Antwort, kein Bounce.',
    when: 'Der Empfänger ist abwesend, oder ein Ticketsystem bestätigt den Eingang.',
    fix: 'Keine Maßnahme nötig; die Adresse behalten. Sagt der Text, dass die Person endgültig ausgeschieden ist, sie wie umgezogen behandeln.',
    inbound: {
      cause:
        'Ihr Server hat eine automatische Antwort abgelehnt, etwa eine Abwesenheitsnotiz oder eine Benachrichtigung ohne Rücksendeadresse.',
      when: 'Eine Antwort hat eine Adresse erreicht, die keine Antworten annimmt, oder der leere Absender wurde abgelehnt.',
      fix: 'Nichts zu tun, wenn die Adresse absichtlich keine Antworten annimmt. Niemals den leeren Absender generell ablehnen, da Bounces verloren gingen; wenn Antworten auf gefälschte Mail Sie überfluten, SPF und DMARC veröffentlichen und auf Backscatter prüfen.',
    },
  },
  feedback: {
    title: 'Feedback-Bericht',
    cause: 'Der Empfänger hat Ihre Mail als Spam markiert, und der Provider meldet das im Abuse Reporting Format.',
    when: 'Sie nehmen an einer Feedback-Schleife eines Mailproviders teil.',
    fix: 'Die Person sofort und endgültig abmelden. Die Beschwerderate beobachten: bei mehr als einer von tausend die Registrierung, die Häufigkeit oder den Inhalt ändern.',
    inbound: {
      cause: 'Eine Beschwerde oder ein Bericht über Mail war Teil der Sitzung mit Ihrem Server.',
      when: 'Ein Provider hat einen Feedback-Bericht an Ihre Abuse-Adresse zugestellt, oder einer Ihrer Benutzer hat einen gesendet.',
      fix: 'Dafür sorgen, dass die Abuse- und Postmaster-Adressen solche Berichte annehmen und von der Spamfilterung ausgenommen sind. Den gemeldeten Kunden anhand der ursprünglichen Message-ID ermitteln und tätig werden.',
    },
  },
  delivered: {
    title: 'Zugestellt',
    cause: 'Die Nachricht wurde zugestellt, weitergereicht oder expandiert; dies ist eine Erfolgsmeldung.',
    when: 'Eine Zustellbestätigung wurde angefordert, oder das Log vermerkt eine gesendete Nachricht.',
    fix: 'Keine Maßnahme nötig. Vermisst der Empfänger die Nachricht, dessen Administrator die Queue-ID der Gegenseite aus der Antwort geben.',
    inbound: {
      cause: 'Ihr Server hat die Nachricht des Clients angenommen.',
      when: 'Die Antwort war positiv, die Nachricht wurde also eingereiht oder weitergegeben.',
      fix: 'Keine Maßnahme nötig. Um die Nachricht zu verfolgen, ihre Queue-ID im Log nachschlagen.',
    },
  },
  suppressed: {
    title: 'Für den Versand gesperrt',
    cause: 'Ihr eigener Maildienst hat die Zustellung nicht versucht, weil die Adresse auf einer Suppression-Liste steht.',
    when: 'Für die Adresse gab es früher einen Bounce, eine Beschwerde oder eine Abmeldung.',
    fix: 'Die Adresse aus der Mailingliste entfernen. Die Sperre im Dienst nur aufheben, wenn Sie wissen, dass die Adresse funktioniert und die Person die Mail wünscht.',
    inbound: {
      cause: 'Ihr Server hat den Client abgelehnt, weil der Empfänger auf einer eigenen Suppression-Liste steht.',
      when: 'Ein Kunde oder eine Anwendung sendet über Ihr Relay an eine Adresse, für die es zuvor einen Bounce oder eine Beschwerde gab.',
      fix: 'Den Kunden auffordern, die Adresse zu entfernen. Ist der Eintrag veraltet, ihn aus der Liste oder aus der check_recipient_access-Map löschen.',
    },
  },
  undetermined: {
    title: 'Unbestimmt',
    cause: 'Code und Text nennen die Ursache nicht.',
    when: 'Die Antwort ist sehr allgemein, ist abgeschnitten oder kommt von einem Server, der eigene Worte benutzt.',
    fix: 'Den gesamten Text und die Logzeilen ringsum lesen. Nach 4xx erneut versuchen, nach 5xx aufhören und die Adresse nicht für den Versand sperren, bevor die Ursache bekannt ist.',
    inbound: {
      cause: 'Ihr Server hat den Client abgelehnt, aber Code und Text sagen nicht, warum.',
      when: 'Ein eigener Milter, Policy-Dienst oder eine eigene Tabelle hat mit einem kurzen Text geantwortet.',
      fix: 'Im Log um diese Zeit nach der Queue-ID oder der Client-IP suchen, um die Regel zu finden. Ihr einen klaren Text und einen erweiterten Code geben, damit beide Seiten handeln können.',
    },
  },
};

const enhancedCodes: CatalogueText['enhancedCodes'] = {
  // Registered codes
  'X.0.0': {
    title: 'Nicht näher bestimmter Status',
    cause: 'Der Server meldet Erfolg, einen vorübergehenden oder einen dauerhaften Fehler und sonst nichts.',
    when: 'Alte oder sehr wortkarge Software sendet den Code, und Gateways setzen ihn ein, wenn die Gegenseite keinen genaueren Code geliefert hat.',
    fix: 'Nach Klasse und Wortlaut urteilen: bei 4 erneut versuchen, bei 5 aufhören, 2 ignorieren. Sagt auch der Wortlaut nichts, im Log des Servers nachsehen, der den Code ausgegeben hat.',
  },
  'X.1.0': {
    title: 'Adressproblem, nicht näher bestimmt',
    cause: 'Etwas an einer Adresse hat die Nachricht gestoppt, meist dass der Empfänger dort nicht bekannt ist.',
    when: 'Der Code beantwortet meist RCPT TO bei einem unbekannten Benutzer, aber Spectrum, Orange und Courier lehnen damit auch den Absender ab, und Exchange Online benutzt ihn für Adressen, die es nicht auflösen kann.',
    fix: 'Im Text nachlesen, welche Adresse er nennt. Ist es der Empfänger, ihn bei 5 korrigieren oder entfernen und bei 4 erneut versuchen; ist es der Absender, dessen Schreibweise, MX- und A-Einträge und den Link in der Antwort ansehen.',
  },
  'X.1.1': {
    title: 'Postfach unbekannt',
    cause: 'Die Domain existiert, hat aber kein Postfach mit diesem lokalen Teil.',
    when: 'Eine 5 ist der alltägliche Bounce wegen unbekannten Benutzers bei RCPT TO; eine 4 erscheint, wenn Postfix den Empfänger noch nicht verifizieren kann oder Soft-Bounces eingeschaltet sind. Orange und Comcast senden den Code auch mit 552 oder 452 bei vollem Postfach oder einer Ratenbegrenzung.',
    fix: 'Bei 5 auf einen Tippfehler prüfen, die Adresse aus der Liste entfernen und ihre Herkunft klären. Bei 4 erneute Versuche der Warteschlange überlassen und sie wie eine 5 behandeln, wenn sie tagelang anhält.',
  },
  'X.1.2': {
    title: 'Empfängerdomain unbekannt',
    cause: 'Der Teil hinter dem At-Zeichen existiert im DNS nicht oder führt zu keinem Host, der Mail annimmt.',
    when: 'Eine 5 folgt auf eine eindeutig negative DNS-Antwort; eine 4, etwa die von Postfix bei unbekannter Empfängerdomain, lässt Raum für einen DNS-Fehler.',
    fix: 'Die MX-, A- und AAAA-Einträge der Domain nachschlagen und sie mit häufigen Falschschreibungen vergleichen. Die Adresse entfernen, wenn es die Domain wirklich nicht mehr gibt; nach einer 4 zuerst den Resolver des ablehnenden Servers prüfen.',
  },
  'X.1.3': {
    title: 'Fehlerhaft aufgebaute Empfängeradresse',
    cause:
      'Die Empfängeradresse verletzt die Syntax von Mailadressen, zum Beispiel durch ein Leerzeichen, ein zweites At-Zeichen oder eine fehlende Domain.',
    when: 'Der Code beantwortet RCPT TO, wenn eine Adresse nachlässig eingegeben oder importiert wurde.',
    fix: 'Das falsche Zeichen finden, die Adresse korrigieren oder löschen und Adressen dort prüfen, wo Menschen sie eingeben.',
  },
  'X.1.4': {
    title: 'Mehrdeutige Empfängeradresse',
    cause: 'Die Adresse passt auf mehr als einen Empfänger, und der Server rät nicht.',
    when: 'Der Code kommt von Systemen, die Personen in einem Verzeichnis nach Namen suchen, und aus einem Verzeichnis, in dem sich zwei Einträge eine Adresse teilen.',
    fix: 'Die vollständige, genaue Adresse der Person verwenden. Der Administrator der Empfängerseite sollte das Verzeichnis oder die Alias-Tabelle nach der Dublette durchsuchen; eine 4 verschwindet unter Umständen, sobald das korrigiert ist.',
  },
  'X.1.5': {
    title: 'Empfängeradresse gültig',
    cause: 'Der Server bestätigt, dass die Empfängeradresse in Ordnung ist.',
    when: 'Der Code kommt mit 250 nach RCPT TO, als 2.1.5, und in Zustellberichten über einen Erfolg.',
    fix: 'Nichts zu tun; erst die Antwort nach dem Ende von DATA sagt, ob die Nachricht selbst angenommen wurde.',
  },
  'X.1.6': {
    title: 'Postfach umgezogen, ohne Weiterleitung',
    cause: 'Die Adresse hat früher funktioniert, aber ihr Inhaber ist ausgeschieden, und der Server leitet nicht weiter.',
    when: 'Der Code beantwortet RCPT TO bei ehemaligen Beschäftigten oder Kunden, manchmal mit der neuen Adresse im Text.',
    fix: 'Die neue Adresse übernehmen, wenn die Antwort eine nennt und die Person einverstanden ist; andernfalls die alte entfernen.',
  },
  'X.1.7': {
    title: 'Fehlerhaft aufgebaute Absenderadresse',
    cause: 'Der in MAIL FROM angegebene Envelope-Absender ist keine korrekt aufgebaute Adresse.',
    when: 'Der Code erscheint, wenn Software die Bounce-Adresse aus einer defekten Vorlage oder einem nicht kodierten Namen bildet. Postfix benutzt 4.1.7 und 5.1.7 auch, wenn seine Probe der Absenderadresse scheitert.',
    fix: 'Die MAIL-FROM-Adresse im Log oder in Return-Path nachlesen und die Einstellung des sendenden Programms korrigieren. Spricht der Text von Verifizierung, dafür sorgen, dass das Postfach des Absenders Mail annimmt.',
  },
  'X.1.8': {
    title: 'Absenderdomain nicht brauchbar',
    cause: 'Die Domain des Envelope-Absenders löst nicht auf oder könnte einen Bounce nicht annehmen, wenn einer gesendet würde.',
    when: 'Der Code beantwortet MAIL FROM oder RCPT TO: eine 4, wenn die Abfrage noch gelingen kann, wie bei der Ablehnung von Postfix wegen nicht gefundener Domain, eine 5, wenn nicht. Exchange Online sendet 5.1.8 an eigene Kunden, wenn ein Konto wegen Spam gesperrt ist.',
    fix: 'Die MX- und A-Einträge der Domain des Envelope-Absenders von außerhalb des eigenen Netzes abfragen; interne Namen wie ein bloßer Hostname sind die übliche Ursache. Eine öffentliche Domain als Ursprung der Mail setzen, dann erneut senden.',
  },
  'X.1.9': {
    title: 'Weitergereicht, nicht mehr verfolgbar',
    cause: 'Die Nachricht wurde an ein System weitergereicht, das keine Zustellberichte sendet.',
    when: 'Der Code steht als 2.1.9 in einem Zustell- oder Verfolgungsbericht, dessen Aktion relayed lautet.',
    fix: 'Nichts zu tun; lediglich keine weitere Bestätigung erwarten.',
  },
  'X.1.10': {
    title: 'Empfängerdomain hat einen Null-MX',
    cause:
      'Die Empfängerdomain veröffentlicht einen einzigen MX-Eintrag mit einem Punkt und erklärt damit, dass sie niemals Mail annimmt.',
    when: 'Der sendende Server selbst oder ein Relay findet den Eintrag, bevor eine Zustellung versucht wird, oft mit 556. Exchange Online benutzt 5.1.10 anders: Es gibt keinen Empfänger mit dieser Adresse.',
    fix: 'Den MX der Domain abfragen. Ist es ein Null-MX, die Adresse entfernen oder eine vertippte Domain korrigieren; kommt die Antwort von Exchange Online, sie als unbekannten Benutzer behandeln.',
  },
  'X.2.0': {
    title: 'Postfachproblem, nicht näher bestimmt',
    cause: 'Das Postfach existiert, aber etwas an ihm verhindert die Zustellung.',
    when: 'Greylisting-Erweiterungen für Postfix wie Postgrey und manche Provider stellen mit 4.2.0 zurück; Comcast sendet 5.2.0 bei einer DMARC-Ablehnung und Orange bei Spam.',
    fix: 'Bei 4 mit der normalen Warteschlange erneut versuchen. Bei 5 den Text lesen: Er nennt unter Umständen einen DMARC-Fehler, einen Filter oder einen unerreichbaren Benutzer, und jeder Fall braucht seine eigene Abhilfe.',
  },
  'X.2.1': {
    title: 'Postfach deaktiviert',
    cause: 'Das Postfach existiert, ist aber abgeschaltet: geschlossen, gesperrt oder wegen Inaktivität stillgelegt.',
    when: 'Eine 5 bedeutet endgültig oder bis der Inhaber zurückkehrt, eine 4 nur für den Augenblick. Gmail benutzt beide Klassen auch, wenn ein Benutzer zu schnell Mail empfängt, und AT&T benutzt 5.2.1 für unbekannte Benutzer.',
    fix: 'Bei 5 keine Mail mehr an die Adresse senden und die Person nach einer anderen fragen. Spricht der Text von der Rate, mit der der Benutzer Mail empfängt, die Adresse behalten und später und langsamer senden.',
  },
  'X.2.2': {
    title: 'Postfach voll',
    cause: 'Der Empfänger hat seine Speicher-Quota aufgebraucht.',
    when: 'Eine 4 stellt zurück in der Hoffnung, dass der Benutzer Platz schafft, doch viele Server antworten sofort mit 552 und einer 5. Exchange Online sendet 5.2.2 an eigene Kunden, wenn der Absender sein Einlieferungskontingent überschritten hat.',
    fix: 'Die Adresse behalten und es bei der nächsten Aussendung erneut versuchen; sie für den Versand sperren, wenn das Postfach wochenlang voll bleibt. Der Empfänger muss Mail löschen oder mehr Speicher bekommen.',
  },
  'X.2.3': {
    title: 'Nachricht zu lang für dieses Postfach',
    cause:
      'Die Nachricht ist größer als die Grenze für dieses Postfach, auch wenn andere Postfächer des Systems mehr annehmen können.',
    when: 'Der Code beantwortet den SIZE-Parameter von MAIL FROM oder RCPT TO oder das Ende von DATA. Zoho sendet 5.2.3 bei Verstößen gegen Mailrichtlinien, die nichts mit der Größe zu tun haben.',
    fix: 'Statt des Anhangs einen Link senden oder die Nachricht aufteilen; Anhänge wachsen bei der Übertragung durch Base64 um etwa ein Drittel. Unverändert zu wiederholen ist zwecklos.',
  },
  'X.2.4': {
    title: 'Mailingliste nicht expandierbar',
    cause: 'Die Adresse ist eine Liste, und der Server konnte sie nicht in ihre Mitglieder auflösen.',
    when: 'Der Code erscheint, wenn die Mitgliederdatei oder das Verzeichnis einer Liste fehlt, defekt oder unerreichbar ist; eine 4 deutet auf einen vorübergehenden Abfragefehler, eine 5 auf eine falsche Einrichtung.',
    fix: 'Bei 4 erneut versuchen. Bei 5 den Inhaber der Liste informieren, der die Include-Datei, deren Rechte oder die Verzeichnisabfrage prüfen sollte.',
  },
  'X.3.0': {
    title: 'Problem des Mailsystems, nicht näher bestimmt',
    cause: 'Etwas am empfangenden System als Ganzem hält die Nachricht auf.',
    when: 'Eine 4 ist ein typischer interner Fehler wie ein ausgefallener Filter oder eine gescheiterte Abfrage, eine 5 ein Server, der aufgibt, und eine 2 begleitet eine normale Verabschiedung. AT&T benutzt 5.3.0 mit 553 für gesperrte IP-Adressen.',
    fix: 'Bei 4 erneut versuchen und den Postmaster der Empfängerseite informieren, wenn es stundenlang anhält. Bei 5 den Text auf eine Sperrliste oder einen Konfigurationsfehler lesen; auf dem eigenen Server die Logzeile unmittelbar davor suchen.',
  },
  'X.3.1': {
    title: 'Speicher des Mailsystems erschöpft',
    cause:
      'Dem empfangenden Server sind Plattenplatz, Inodes oder eine ähnliche gemeinsame Ressource ausgegangen, sodass ein einzelner Benutzer nichts dagegen tun kann.',
    when: 'Der Code kommt mit 452 auf MAIL FROM oder nach DATA; Postfix sendet ihn, wenn das Dateisystem der Warteschlange seine Grenze für freien Platz unterschreitet.',
    fix: 'Die Nachricht in der Warteschlange lassen. Auf dem eigenen Server Platz im Spool schaffen, mit Blick auf df -h und df -i sowie auf queue_minfree.',
  },
  'X.3.2': {
    title: 'System nimmt gerade keine Mail an',
    cause: 'Der Host ist in Betrieb, nimmt aber keine Mail an: Herunterfahren, Überlast, Wartung oder Absicht.',
    when: 'Eine 4 sieht man bei Neustarts und wenn Postfix postscreen einen neuen Client abweist; 521 mit 5.3.2 kennzeichnet einen Host, der niemals Mail annimmt. Exchange Online benutzt 4.3.2 auch, wenn ein Postfach oder ein Mandant zu viel auf einmal empfängt.',
    fix: 'Bei 4 mit der normalen Warteschlange erneut versuchen, mit weniger parallelen Sitzungen, wenn es wiederkehrt. Bei 5 prüfen, ob die MX-Einträge noch auf den richtigen Host zeigen, andernfalls die Adresse entfernen.',
  },
  'X.3.3': {
    title: 'Funktion vom System nicht unterstützt',
    cause: 'Die Nachricht verlangt etwas, das das Ziel nicht bietet, etwa eine Erweiterung oder eine Zustelloption.',
    when: 'Der Code tritt bei Gateways und alten Servern auf, wenn ein Client einen Parameter benutzt, der in der EHLO-Antwort nicht angekündigt war.',
    fix: 'Die Parameter von MAIL FROM und RCPT TO im Log mit der EHLO-Antwort vergleichen und die nicht unterstützte Option für dieses Ziel abschalten.',
  },
  'X.3.4': {
    title: 'Nachricht zu groß für das System',
    cause: 'Die Nachricht überschreitet die Größengrenze des gesamten Servers.',
    when: 'Der Code beantwortet MAIL FROM, wenn SIZE angegeben war, sonst das Ende von DATA. Gmail benutzt ihn auch bei zu vielen Anhängen und zu großen Headern.',
    fix: 'Die Größe der Nachricht mit dem SIZE-Wert in der EHLO-Antwort vergleichen, dann einen Link oder eine kleinere Datei senden. Auf dem eigenen Postfix ist die Grenze message_size_limit; nennt der Text Header, diese kürzen.',
  },
  'X.3.5': {
    title: 'System falsch konfiguriert',
    cause: 'Der empfangende Server ist so eingerichtet, dass er diese Nachricht nicht annehmen kann.',
    when: 'Typisch ist ein MX-Host, der sich selbst als besten Mail-Exchanger findet, die Domain aber nicht als eigene kennt; Postfix benutzt den Code auch für defekte Lookup-Tabellen und Einstellungen.',
    fix: 'Den Postmaster des Ziels informieren, auf einem anderen Weg als per Mail. Auf dem eigenen Server mydestination, virtuelle Domains und Relay-Domains und die Warnungen im Log prüfen; eine 4 kommt durch, sobald das erledigt ist.',
  },
  'X.3.6': {
    title: 'Priorität geändert',
    cause: 'Die Nachricht wurde angenommen, aber mit einer anderen Priorität als der verlangten.',
    when: 'Der Code kommt als 2.3.6 mit 250 oder 251 von Servern, die die Erweiterung MT-PRIORITY unterstützen.',
    fix: 'Nichts zu tun, außer die Priorität ist wichtig; dann den Betreiber fragen, welche Stufen für das Konto erlaubt sind.',
  },
  'X.4.0': {
    title: 'Netz- oder Routing-Problem, nicht näher bestimmt',
    cause: 'Die Nachricht konnte nicht zwischen den Servern übertragen werden, und kein genauerer Code passt.',
    when: 'Eine 4 ist bei vorübergehenden Verbindungsproblemen üblich; Postfix benutzt 5.4.0, wenn eine Nachricht zu viele Hops durchlaufen hat.',
    fix: 'Bei 4 erneut versuchen. Hält der Fehler an, den Weg mit einer Verbindung zu Port 25 des MX testen und DNS und Firewall ansehen; bei 5 die Received-Header zählen, um eine Schleife auszuschließen.',
  },
  'X.4.1': {
    title: 'Keine Antwort vom Host',
    cause: 'Der empfangende Host hat den Verbindungsversuch nicht beantwortet.',
    when: 'Der sendende Server schreibt den Code selbst als 4.4.1 nach einer Zeitüberschreitung, einer abgelehnten Verbindung oder bei unerreichbarem Netz. Exchange Online sendet 550 5.4.1 für etwas anderes: Der Empfänger steht nicht in seinem Verzeichnis, oder der Mandant akzeptiert die Domain nicht.',
    fix: 'Erneute Versuche der Warteschlange überlassen und Port 25 jedes MX vom sendenden Host aus testen, auch über IPv6; viele Hosting-Netze sperren Port 25 ausgehend. Bei 5.4.1 von Exchange Online zuerst die Adresse prüfen, dann den MX und die akzeptierten Domains.',
  },
  'X.4.2': {
    title: 'Verbindung verloren',
    cause: 'Die Verbindung kam zustande, brach aber ab oder lief in eine Zeitüberschreitung, bevor die Transaktion beendet war.',
    when: 'Logs zeigen den Code als 4.4.2 mit dem Schritt, in dem die Verbindung verloren ging, oder mit 421, wenn eine untätige Sitzung geschlossen wird.',
    fix: 'Erneute Versuche der Warteschlange überlassen. Geschieht es immer bei großen Nachrichten, die Path-MTU oder eine Firewall mit SMTP-Inspektion verdächtigen; geschieht es gleich nach der Begrüßung, weist die Gegenseite den Client womöglich absichtlich ab.',
  },
  'X.4.3': {
    title: 'Ausfall von Verzeichnis- oder DNS-Server',
    cause: 'Ein DNS- oder Verzeichnisserver, der für die Entscheidung gebraucht wird, hat nicht geantwortet.',
    when: 'Der Absender sieht 4.4.3, wenn die MX-Abfrage in eine Zeitüberschreitung läuft oder mit SERVFAIL endet; ein Empfänger sendet den Code, wenn seine LDAP- oder Datenbankabfrage scheitert.',
    fix: 'Erneut versuchen. Den MX der Domain über den Resolver des Mailservers und über einen öffentlichen abfragen: Scheitern beide, sind die Nameserver oder DNSSEC der Domain defekt, sonst ist es der lokale Resolver.',
  },
  'X.4.4': {
    title: 'Keine Route zum Ziel',
    cause:
      'Es war kein nächster Host zu finden: Die Domain hat weder MX- noch Adresseinträge, oder die Routing-Tabelle enthält keinen Eintrag für sie.',
    when: 'Postfix schreibt 5.4.4, wenn die Domain oder der MX-Host nicht gefunden wird. Eine 4 spiegelt meist einen DNS-Fehler wider, der vorübergehen kann.',
    fix: 'MX, A und AAAA der Domain und jedes MX-Namens abfragen. Bei 5 die Adresse korrigieren oder entfernen; bei 4 erneut versuchen und den Resolver sowie die Relay- oder Transport-Einstellungen ansehen.',
  },
  'X.4.5': {
    title: 'Mailsystem überlastet',
    cause: 'Das empfangende System ist zu beschäftigt, um derzeit mehr Mail anzunehmen.',
    when: 'Eine 4 ist ein ausgelasteter Server oder eine Begrenzung der Sitzungen, etwa bei Gmail oder Cisco-Appliances. Gmail benutzt 5.4.5 auch für eigene Benutzer: Das tägliche Sendelimit ist erreicht.',
    fix: 'Für dieses Ziel langsamer senden und weniger parallele Sitzungen benutzen. Bei 5.4.5 von Gmail warten, bis das Limit zurückgesetzt wird, meist nach einem Tag, und Massenmail über einen anderen Dienst senden.',
  },
  'X.4.6': {
    title: 'Routing-Schleife',
    cause: 'Die Nachricht kreist zwischen Hosts oder Weiterleitungsadressen, statt ein Postfach zu erreichen.',
    when: 'In der Praxis kommt der Code als 5.4.6: von Postfix, wenn der MX einer Domain auf ihn selbst zurückzeigt, von anderen, wenn die zulässige Zahl der Hops überschritten ist. Zoho benutzt 5.4.6 für ungewöhnliche Sendeaktivität seiner Benutzer.',
    fix: 'Die Received-Header von unten nach oben lesen und die beiden Hosts finden, die sich abwechseln. Die Domain in die lokalen oder die Relay-Domains des letzten Hosts eintragen oder den MX, den Transport oder die Weiterleitungsregel korrigieren.',
  },
  'X.4.7': {
    title: 'Zustellfrist abgelaufen',
    cause:
      'Die Nachricht blieb in einer Warteschlange, bis ihre Lebensdauer endete, weil jeder Versuch vorübergehend fehlschlug.',
    when: 'Der Code beschließt eine Reihe von Zurückstellungen nach ein bis fünf Tagen, mit beiden Klassen; Exchange Online sendet ihn als 4.4.7, obwohl die Zustellung aufgegeben wurde.',
    fix: 'Die letzte echte Antwort vor dem Ablauf suchen, im Log oder im Diagnostic-Code des Bounces, und sie als Ursache behandeln. Erst erneut senden, wenn diese verschwunden ist.',
  },
  'X.5.0': {
    title: 'Protokollproblem, nicht näher bestimmt',
    cause: 'Der SMTP-Dialog ist auf eine Weise schiefgegangen, die kein genauerer Code beschreibt.',
    when: 'Der Code kommt mit vielen Basiscodes, mit einer 2 auch als einfacher Erfolg. Outlook.com sendet 550 5.5.0 für ein Postfach, das nicht existiert, und Gmail 4.5.0 bei einer Verletzung des Protokolls.',
    fix: 'Zuerst den Text lesen: Spricht er von einem Postfach, als unbekannten Benutzer behandeln. Andernfalls den Dialog im Log mit der üblichen Befehlsreihenfolge vergleichen; bei 4 erneut versuchen, bei 5 den Client reparieren.',
  },
  'X.5.1': {
    title: 'Befehl ungültig oder in falscher Reihenfolge',
    cause: 'Der Server kennt den Befehl nicht oder erlaubt ihn an dieser Stelle nicht.',
    when: 'Skripte und alte Programme verursachen den Code, zum Beispiel mit MAIL FROM vor EHLO, mit AUTH, wo es nicht angeboten wird, oder indem sie nach einem abgelehnten Empfänger weitersprechen.',
    fix: 'Den Befehl unmittelbar vor der Antwort und die EHLO-Schlüsselwörter des Servers ansehen. Bei einer Firewall, die SMTP-Befehle in eine Reihe von Buchstaben umschreibt, diese Funktion abschalten.',
  },
  'X.5.2': {
    title: 'Syntaxfehler im Befehl',
    cause: 'Der Server konnte den Befehl nicht parsen.',
    when: 'Häufige Auslöser sind MAIL FROM oder RCPT TO ohne spitze Klammern oder mit einem Leerzeichen nach dem Doppelpunkt und defektes Base64 in AUTH. Postfix benutzt den Code auch für Hostnamen und Adressen ohne vollständige Domain.',
    fix: 'Die genaue Zeile dem Log des Clients entnehmen und korrigieren. Beanstandet der Text HELO oder einen nicht vollqualifizierten Namen, einen vollständigen Hostnamen oder eine vollständige Adresse konfigurieren.',
  },
  'X.5.3': {
    title: 'Zu viele Empfänger',
    cause: 'Die Transaktion hat mehr Empfänger, als der Server erlaubt.',
    when: 'Der Code beantwortet ein spätes RCPT TO, meist als 452 mit einer 4; die Empfänger davor bleiben gültig. Eine 5 von Gmail oder einem Einlieferungsserver bedeutet ein festes Limit für den Absender.',
    fix: 'Die Nachricht auf Transaktionen mit weniger Empfängern aufteilen; in Postfix smtp_destination_recipient_limit für diese Route senken. Nur an die abgelehnten Empfänger muss erneut gesendet werden.',
  },
  'X.5.4': {
    title: 'Befehlsargumente ungültig',
    cause: 'Der Befehl ist bekannt, aber seine Argumente liegen außerhalb des Zulässigen, sind unbekannt oder nicht erlaubt.',
    when: 'Gmail antwortet so auf einen leeren oder ungültigen HELO-Namen, andere Server auf einen nicht unterstützten Parameter von MAIL FROM. Manche Filter wie FireEye hängen den Code an Ablehnungen wegen einer Sperrliste an.',
    fix: 'Prüfen, welches Argument der Text zitiert: Der HELO-Name muss ein vollständiger Hostname oder ein Adressliteral sein, und jeder Parameter muss in der EHLO-Antwort angekündigt sein.',
  },
  'X.5.5': {
    title: 'Falsche Protokollversion',
    cause: 'Die beiden Seiten benutzen Versionen des Protokolls, die nicht zusammenpassen.',
    when: 'Der Code ist bei SMTP selten und kommt von Gateways zu anderen Mailsystemen oder davon, dass LMTP auf einem SMTP-Port benutzt wird.',
    fix: 'Prüfen, ob Port und Protokoll zusammenpassen: SMTP auf 25 und 587, LMTP nur zu einem Zustellagenten. Passen sie zusammen, die ältere Seite aktualisieren.',
  },
  'X.5.6': {
    title: 'Authentifizierungszeile zu lang',
    cause: 'Eine Base64-Zeile des AUTH-Dialogs ist länger als der Puffer des Servers.',
    when: 'Der Code kommt bei der Einlieferung mit großen Kerberos-Tickets oder OAuth-Tokens vor.',
    fix: 'Einen Mechanismus mit kürzeren Antworten verwenden oder das Token oder Ticket verkleinern, indem Gruppenmitgliedschaften entfallen. Gehört der Server Ihnen, seine Grenze für AUTH-Zeilen erhöhen.',
  },
  'X.6.0': {
    title: 'Inhaltsproblem, nicht näher bestimmt',
    cause: 'Etwas im Nachrichtentext, in den Headern oder in einem Anhang war nicht akzeptabel.',
    when: 'Der Code beantwortet das Ende von DATA; Gmail benutzt ihn für fehlerhaft aufgebaute Nachrichten, andere für gefilterte Anhänge.',
    fix: 'Im Text nach dem genannten Header oder Dateityp suchen, ihn korrigieren und erneut senden. Mit einer reinen Textnachricht testen, um den Inhalt vom Absender zu trennen.',
  },
  'X.6.1': {
    title: 'Medientyp nicht unterstützt',
    cause: 'Ein Teil der Nachricht hat einen Typ, den ein Host auf dem Weg oder der Empfänger nicht verarbeiten kann.',
    when: 'Der Code kommt von Gateways zu Fax-, Kurznachrichten- oder Sprachsystemen und von Servern, die bestimmte Anhangstypen ablehnen.',
    fix: 'Den Content-Type jedes Teils prüfen, dann den Inhalt als reinen Text oder in einem gängigen Format wie PDF senden.',
  },
  'X.6.2': {
    title: 'Konvertierung nötig, aber untersagt',
    cause: 'Der Inhalt müsste unterwegs konvertiert werden, und der Absender oder eine Regel verbietet das.',
    when: 'Betroffen sind signierte oder verschlüsselte Mail und Nachrichten in 8-Bit- oder Binärform auf einem Weg, der nur 7-Bit-Text überträgt.',
    fix: 'Die Nachricht vor dem Signieren und Senden als Base64 oder quoted-printable kodieren, damit keine Konvertierung nötig ist.',
  },
  'X.6.3': {
    title: 'Konvertierung nötig, aber nicht unterstützt',
    cause: 'Der Inhalt müsste konvertiert werden, und dieser Host ist dazu nicht in der Lage.',
    when: 'Eine 8-Bit- oder Binärnachricht trifft auf einen nächsten Host ohne 8BITMIME oder BINARYMIME, oft mit 554.',
    fix: 'In der EHLO-Antwort des nächsten Hosts nach 8BITMIME suchen. Die Nachricht als quoted-printable oder Base64 senden oder über einen Server leiten, der konvertiert.',
  },
  'X.6.4': {
    title: 'Mit Verlust konvertiert',
    cause: 'Der Inhalt wurde für den Empfänger konvertiert, und dabei ging etwas verloren.',
    when: 'Eine 2 meldet, dass die Nachricht in reduzierter Form zugestellt wurde, zum Beispiel ohne Bilder; eine 5 von einem strengen Gateway bedeutet, dass sie nicht weitergegeben wurde.',
    fix: 'Bei 2 nichts zu tun, sofern der verlorene Teil nicht wichtig ist; sonst ihn in einem einfacheren Format senden. Nach einer 5 ist das ohnehin nötig.',
  },
  'X.6.5': {
    title: 'Konvertierung fehlgeschlagen',
    cause: 'Ein Gateway hat versucht, den Inhalt zu konvertieren, und ist gescheitert.',
    when: 'Eine beschädigte MIME-Struktur, ein falsch angegebener Zeichensatz oder ein zu großes Bild ist der übliche Auslöser.',
    fix: 'Bei 4 erneut versuchen. Bei 5 die MIME-Grenzen und den Zeichensatz jedes Teils prüfen, dann eine reine Textfassung senden.',
  },
  'X.6.6': {
    title: 'Nachrichteninhalt nicht verfügbar',
    cause: 'Der Inhalt, den der Server per Verweis abrufen sollte, war nicht zu bekommen.',
    when: 'Der Code beantwortet den Befehl BURL, wenn der IMAP-Server ausgefallen ist, die Nachricht nicht mehr da ist oder die URL nicht autorisiert ist.',
    fix: 'Die IMAP-URL, ihre Ablaufzeit und das Vertrauen zwischen Einlieferungs- und IMAP-Server prüfen; bei 4 darf erneut versucht werden, nach einer 5 den Inhalt mit DATA senden.',
  },
  'X.6.7': {
    title: 'Nicht-ASCII-Adresse nicht zugelassen',
    cause: 'Die Absender- oder Empfängeradresse enthält Zeichen außerhalb von ASCII, und dieser Server lässt sie hier nicht zu.',
    when: 'Der Code beantwortet MAIL FROM oder RCPT TO mit 550 oder 553; Postfix schreibt 5.6.7 auch, wenn dem nächsten Host SMTPUTF8 fehlt.',
    fix: 'In der EHLO-Antwort nach SMTPUTF8 suchen. Einen ASCII-Alias der Adresse verwenden und die Form mit xn--, wenn nur die Domain fremde Buchstaben hat.',
  },
  'X.6.8': {
    title: 'UTF-8-Antwort nötig, aber nicht erlaubt',
    cause: 'Die Antwort müsste eine Nicht-ASCII-Adresse enthalten, und der Client hat das nicht zugelassen.',
    when: 'Der Code kommt auf VRFY, EXPN oder RCPT TO, wenn der Client den Parameter SMTPUTF8 weglässt.',
    fix: 'Den Client SMTPUTF8 benutzen lassen, wenn er dazu in der Lage ist, andernfalls an den ASCII-Alias adressieren.',
  },
  'X.6.9': {
    title: 'UTF-8-Header nicht weitergebbar',
    cause: 'Die Nachricht hat unkodierte UTF-8-Header, und der Weg zu mindestens einem Empfänger unterstützt sie nicht.',
    when: 'Der Code beantwortet das Ende von DATA, sodass die ganze Nachricht abgelehnt wird, obwohl manche Empfänger sie annehmen könnten.',
    fix: 'Die Header als Encoded-Words kodieren, ASCII-Adressen verwenden oder an die betroffenen Empfänger getrennt senden.',
  },
  'X.6.10': {
    title: 'Veralteter Code für UTF-8-Antworten',
    cause:
      'Die Nummer wurde irrtümlich mit der Bedeutung von X.6.8 registriert: Die Antwort bräuchte UTF-8, das der Client nicht zugelassen hat.',
    when: 'Der Code sollte in der Praxis nicht vorkommen, da er bei der Registrierung zurückgezogen wurde.',
    fix: 'Wie X.6.8 behandeln und auf dem eigenen Server nicht erzeugen.',
  },
  'X.7.0': {
    title: 'Sicherheit oder Richtlinie, nicht näher bestimmt',
    cause:
      'Die Ablehnung hat mit Sicherheit oder Richtlinien zu tun, und die Nummer sagt nicht, womit genau; der Text entscheidet. Übliche Ursachen sind fehlende Authentifizierung oder fehlendes STARTTLS, schlechte Reputation, ein Relay-Versuch, ein Filter oder zu viele Fehler in der Sitzung.',
    when: 'Gmail sendet 4.7.0 bei fehlendem PTR, verdächtiger Mail, fehlendem TLS und einfachen temporären Fehlern und 5.7.0 bei verlangter Anmeldung, verweigertem Relaying oder gesperrtem Inhalt. Proofpoint benutzt 5.7.0 für Sperrlisten und DMARC, und eine 2 steht für eine erfolgreiche Anmeldung.',
    fix: 'Vor allem anderen den Text und seinen Link lesen. Bei 4 langsamer senden und PTR, SPF, DKIM und TLS prüfen, während die Warteschlange es erneut versucht; bei 5 ändern, was der Text nennt, zum Beispiel sich anmelden, das richtige Relay verwenden oder das Delisting beantragen.',
  },
  'X.7.1': {
    title: 'Zustellung nicht autorisiert',
    cause:
      'Der Server lässt diesen Absender diese Nachricht nicht zustellen; der Text entscheidet, warum. Übliche Ursachen sind eine Sperrliste, verweigertes Relaying, schlechte Reputation, Spam-Inhalt, nicht bestandenes SPF oder DMARC, fehlende Anmeldung, ein fehlender PTR oder eine für Außenstehende geschlossene Gruppe.',
    when: 'Der am stärksten überladene Code von allen: Postfix sendet 554 5.7.1 bei Sperrlisten und 454 4.7.1 oder 554 5.7.1 beim Relaying, und eine 4 wird für Greylisting und Volumengrenzen benutzt. Yandex sendet 5.7.1 sogar bei unbekannten Benutzern.',
    fix: 'Im Text nach einer IP-Adresse, dem Namen einer Liste, einer URL oder Wörtern wie relay, SPF, DMARC oder user suchen. Abstellen, was genannt ist: Delisting, Authentifizierung, Anmeldung oder Entfernen der Adresse; bei 4 außerdem langsamer senden.',
  },
  'X.7.2': {
    title: 'Senden an die Liste nicht erlaubt',
    cause: 'Die Adresse ist eine Mailingliste oder Gruppe, und dieser Absender darf nicht an sie schreiben.',
    when: 'Der Code beantwortet RCPT TO oder DATA, wenn ein Nichtmitglied an eine geschlossene Liste schreibt. Yahoo hat 5.7.2 mit 553 für Absender benutzt, die es dauerhaft zurückstellt.',
    fix: 'Der Liste beitreten, von der eingetragenen Adresse schreiben oder den Inhaber der Liste bitten, den Absender zuzulassen.',
  },
  'X.7.3': {
    title: 'Sicherheitskonvertierung nicht möglich',
    cause:
      'Die Nachricht müsste zwischen zwei Schutzverfahren umgewandelt werden, etwa durch Neuverschlüsselung an einem Gateway, und das ist nicht möglich.',
    when: 'Der Code kommt von Verschlüsselungs-Gateways, denen der Schlüssel oder das Zertifikat für eine Seite fehlt.',
    fix: 'Schlüssel oder Zertifikate mit dem Empfänger austauschen oder die Nachricht in einer Form senden, die beide Seiten unterstützen.',
  },
  'X.7.4': {
    title: 'Sicherheitsfunktion nicht unterstützt',
    cause: 'Der Client verlangt eine Sicherheitsfunktion, meist einen AUTH-Mechanismus, die die Gegenseite nicht anbietet.',
    when: 'Der Code kommt mit 504 bei der Anmeldung; Gmail sendet ihn bei unbekannten Mechanismen. Postfix schreibt 4.7.4 auch, wenn TLS verlangt wird und der andere Host es nicht anbietet.',
    fix: 'Den Mechanismus im Client mit der AUTH-Zeile der EHLO-Antwort vergleichen, die sich nach STARTTLS ändern kann. Spricht der Text von TLS, prüfen, ob der andere Host STARTTLS anbietet, oder die Richtlinie für ihn lockern.',
  },
  'X.7.5': {
    title: 'Kryptografischer Fehler',
    cause: 'Ein Zertifikat, ein Schlüssel oder eine Signatur konnte nicht validiert oder verwendet werden.',
    when: 'Postfix schreibt 4.7.5, wenn der TLS-Handshake oder die Zertifikatsprüfung fehlschlägt, und Exchange Online sendet den Code, wenn das Zertifikat MTA-STS nicht genügt. Yahoo benutzt 5.7.5 für einen DMARC-Eintrag, der sich nicht auswerten lässt.',
    fix: 'Das Zertifikat mit openssl s_client -starttls smtp untersuchen: seine Namen, seinen Ablauf und die Kette. Die MTA-STS-Policy oder die TLSA-Einträge damit vergleichen; bei der DMARC-Variante den TXT-Eintrag unter _dmarc korrigieren.',
  },
  'X.7.6': {
    title: 'Kryptografischer Algorithmus nicht unterstützt',
    cause: 'Beide Seiten haben keinen Cipher, keine Protokollversion und keinen Algorithmus gemeinsam.',
    when: 'Der Code erscheint, wenn eine Seite auf alten TLS-Versionen besteht oder die andere sie abgeschaltet hat oder wenn ein Gateway den Algorithmus einer verschlüsselten Nachricht nicht kennt.',
    fix: 'Auf beiden Seiten TLS 1.2 oder 1.3 mit gängigen Ciphern anbieten und veraltete Schlüssel und Hash-Algorithmen ersetzen.',
  },
  'X.7.7': {
    title: 'Integrität der Nachricht verletzt',
    cause: 'Die Nachricht wurde unterwegs verändert oder beschädigt, sodass eine Prüfung ihrer Integrität fehlschlägt.',
    when: 'Der Code kommt von Gateways, die Signaturen prüfen; eine häufige Ursache ist ein Relay, das nach dem Signieren eine Fußzeile anfügt oder den Nachrichtentext umschreibt.',
    fix: 'Als letzten Schritt der ausgehenden Verarbeitung signieren und hinter dem Signierer keine Fußzeilen anfügen und nichts umschreiben. Nach einer 4 erst erneut versuchen, wenn das geklärt ist.',
  },
  'X.7.8': {
    title: 'Zugangsdaten ungültig',
    cause: 'Benutzername oder Passwort oder das stattdessen benutzte Token ist falsch.',
    when: 'Der Code kommt mit 535 während AUTH bei der Einlieferung; eine lange Reihe davon von fremden Adressen ist das Erraten von Passwörtern.',
    fix: 'Die Zugangsdaten von Hand testen und auf ein geändertes Passwort, ein verlangtes App-Passwort oder eine abgeschaltete Basic-Anmeldung prüfen. Auf dem eigenen Server den Authentifizierungsdienst prüfen und das Erraten mit fail2ban oder Ähnlichem begrenzen.',
  },
  'X.7.9': {
    title: 'Authentifizierung zu schwach',
    cause: 'Der Server verlangt einen stärkeren Anmeldemechanismus als den, den der Client benutzt hat.',
    when: 'Der Code kommt mit 534 während AUTH; Gmail verlangt damit ein App-Passwort oder eine Anmeldung per Browser. Yahoo benutzt 5.7.9 für etwas anderes: Der Nachricht fehlt SPF, DKIM oder DMARC, oder sie verstößt gegen dessen Richtlinie.',
    fix: 'Einen stärkeren Mechanismus wie OAuth wählen oder ein App-Passwort erzeugen. Kommt die Antwort von Yahoo auf eine Zustellung, stattdessen SPF, DKIM und das DMARC-Alignment der From-Domain prüfen.',
  },
  'X.7.10': {
    title: 'Verschlüsselung zuerst nötig',
    cause: 'Die Sitzung muss verschlüsselt sein, bevor diese Authentifizierung benutzt werden kann.',
    when: 'Der Code kommt mit 523 auf AUTH bei unverschlüsselter Verbindung. Gmail benutzt 5.7.10, wenn ein Client zusammen mit STARTTLS weitere Befehle sendet.',
    fix: 'Im Client STARTTLS auf Port 587 oder implizites TLS auf Port 465 einschalten. Bei der Gmail-Variante den Client die Antwort auf STARTTLS abwarten lassen, bevor er weitermacht.',
  },
  'X.7.11': {
    title: 'Mechanismus nur mit Verschlüsselung',
    cause: 'Der gewählte Anmeldemechanismus ist erlaubt, aber nur innerhalb von TLS.',
    when: 'Der Code kommt mit 538, wenn ein Client PLAIN oder LOGIN über eine unverschlüsselte Verbindung sendet.',
    fix: 'Im Client TLS vor der Anmeldung verlangen. Das Passwort ändern, wenn es bereits im Klartext gesendet wurde.',
  },
  'X.7.12': {
    title: 'Passwortumstellung nötig',
    cause:
      'Das Konto muss sich einmal mit einem Klartextmechanismus anmelden, damit der Server das Passwort für den stärkeren speichern kann.',
    when: 'Der Code kommt mit 432 oder 422 während AUTH nach einer Änderung des Passwortsystems. Exchange Online benutzt 5.7.12 für einen Empfänger, der nur Mail aus der eigenen Organisation annimmt.',
    fix: 'Sich einmal mit PLAIN über TLS anmelden oder das Passwort neu setzen. Bei der Exchange-Online-Variante muss der Administrator der Empfängerseite externe Absender für das Postfach oder die Gruppe zulassen.',
  },
  'X.7.13': {
    title: 'Konto deaktiviert',
    cause: 'Das Konto, das Mail einliefern will, ist gesperrt; der Empfänger hat damit nichts zu tun.',
    when: 'Der Code kommt mit 525 während AUTH. Exchange Online benutzt 5.7.13, wenn ein öffentlicher Ordner keine Mail von außen annimmt.',
    fix: 'Den Betreiber des Einlieferungsservers fragen, warum das Konto gesperrt ist, und nach einer Kompromittierung suchen, bevor es wieder freigegeben wird. Bei der Exchange-Online-Variante muss der Administrator der Empfängerseite anonyme Absender zulassen.',
  },
  'X.7.14': {
    title: 'Vertrauensstellung erforderlich',
    cause: 'Der Einlieferungsserver braucht eine Vertrauensstellung zu einem anderen Server und hat keine.',
    when: 'Nach dem Standard betrifft der Code BURL, bei dem Inhalt von einem IMAP-Server geholt wird. Gmail verlangt mit 534 5.7.14, dass der Benutzer sich per Browser anmeldet.',
    fix: 'Das Vertrauen zwischen Einlieferungs- und IMAP-Server einrichten oder mit DATA senden. Bei der Gmail-Variante sich per Browser anmelden, die Aktivität bestätigen und OAuth oder ein App-Passwort verwenden.',
  },
  'X.7.15': {
    title: 'Priorität zu niedrig',
    cause: 'Die Priorität der Nachricht liegt unter dem, was der Server derzeit annimmt.',
    when: 'Nur Server mit der Erweiterung MT-PRIORITY senden den Code, eine 4 unter Last und eine 5 als feste Regel.',
    fix: 'Bei 4 später erneut versuchen; bei 5 eine höhere Priorität beantragen, wenn das Konto dazu berechtigt ist.',
  },
  'X.7.16': {
    title: 'Zu groß für ihre Priorität',
    cause: 'Die Nachricht ist größer, als der Server bei der ihr zugewiesenen Priorität erlaubt.',
    when: 'Server mit der Erweiterung MT-PRIORITY senden den Code mit 552. Server mit Future Release benutzen dieselbe Nummer unter Umständen für ein Kontingent an zurückgehaltenen Nachrichten des Benutzers.',
    fix: 'Die Nachricht verkleinern oder eine andere Priorität wählen; eine 4 kann vorübergehen, wenn die Last sinkt.',
  },
  'X.7.17': {
    title: 'Postfachinhaber gewechselt',
    cause: 'Das Postfach gehört inzwischen jemand anderem als zu dem Datum, das der Absender angegeben hat.',
    when: 'Der Code beantwortet eine Nachricht mit Require-Recipient-Valid-Since, zum Beispiel eine Passwortrücksetzung an eine neu vergebene Adresse. Server mit Future Release benutzen die Nummer unter Umständen für ein Kontingent des Systems.',
    fix: 'Keine persönlichen Inhalte dorthin senden. Die Adresse aus dem Konto entfernen und den Kunden auf anderem Weg ansprechen.',
  },
  'X.7.18': {
    title: 'Domaininhaber gewechselt',
    cause: 'Die Empfängerdomain ist seit dem Datum, das der Absender angegeben hat, an einen anderen Inhaber übergegangen.',
    when: 'Der Code beantwortet eine Nachricht mit Require-Recipient-Valid-Since, wenn die gesamte Domain neu registriert wurde.',
    fix: 'Alle gespeicherten Adressen dieser Domain als unbekannte Personen behandeln und die Kunden nach neuen fragen.',
  },
  'X.7.19': {
    title: 'Inhaberprüfung nicht möglich',
    cause: 'Der Server unterstützt die Prüfung auf einen Inhaberwechsel, hat aber für dieses Postfach keine Aufzeichnung.',
    when: 'Der Code beantwortet eine Nachricht mit Require-Recipient-Valid-Since bei Postfächern, deren Erstellungsdatum nicht bekannt ist.',
    fix: 'Entscheiden, ob der Inhalt für einen neuen Inhaber unbedenklich ist, und wenn ja, ohne RRVS-Parameter und -Header erneut senden.',
  },
  'X.7.20': {
    title: 'Keine gültige DKIM-Signatur',
    cause: 'Die Nachricht hat keine DKIM-Signatur, die sich verifizieren lässt.',
    when: 'Ein Empfänger, der DKIM verlangt, sendet den Code mit 550 nach DATA; eine 4 lässt Zeit zur Reparatur.',
    fix: 'Selektor und Domain des DKIM-Signature-Headers mit dem TXT-Eintrag unter _domainkey vergleichen und prüfen, dass kein Relay die Nachricht nach dem Signieren verändert.',
  },
  'X.7.21': {
    title: 'Keine akzeptable DKIM-Signatur',
    cause: 'Signaturen lassen sich verifizieren, aber der Empfänger akzeptiert keine davon.',
    when: 'Typische Gründe sind ein kurzer Schlüssel, rsa-sha1, eine Signatur, die vorgeschriebene Header auslässt, oder eine ungeeignete signierende Domain.',
    fix: 'Mit einem 2048-Bit-RSA-Schlüssel und rsa-sha256 signieren, From, Subject und Date einbeziehen und das Längen-Tag l weglassen.',
  },
  'X.7.22': {
    title: 'Keine DKIM-Signatur der Autorendomain',
    cause: 'Keine gültige Signatur stammt von der Domain im From-Header.',
    when: 'Der Code kommt vor, wenn nur ein Versanddienst mit seiner eigenen Domain signiert oder eine Liste nichts umschreibt, aber die ursprüngliche Signatur bricht.',
    fix: 'Einen DKIM-Schlüssel für die From-Domain veröffentlichen und den Dienst damit signieren lassen, sodass das d-Tag der Signatur der From-Domain entspricht.',
  },
  'X.7.23': {
    title: 'SPF nicht bestanden',
    cause: 'Der SPF-Eintrag der Absenderdomain besagt, dass diese IP-Adresse nicht für sie senden darf.',
    when: 'Der Code beantwortet MAIL FROM, RCPT TO oder DATA, oft nach einer Weiterleitung oder einem Umzug auf einen neuen Server. Gmail benutzt 4.7.23 stattdessen für einen fehlenden PTR.',
    fix: 'Die IP-Adresse und die MAIL-FROM-Domain dem Log entnehmen und die Adresse oder deren Include in den SPF-Eintrag aufnehmen. Weiterleiter sollten den Absender mit SRS umschreiben; bei der Gmail-Variante den PTR setzen.',
  },
  'X.7.24': {
    title: 'SPF nicht auswertbar',
    cause: 'Die SPF-Prüfung endete mit einem Fehler: Das DNS hat nicht geantwortet, oder der Eintrag ist fehlerhaft.',
    when: 'Eine 4 ist ein vorübergehender DNS-Fehler, eine 5 ein dauerhafter Mangel wie zwei SPF-Einträge, mehr als zehn Abfragen oder ein Syntaxfehler.',
    fix: 'Die TXT-Einträge der MAIL-FROM-Domain abfragen: Genau einer darf mit v=spf1 beginnen, und seine Includes dürfen höchstens zehn Abfragen auslösen. Bei 4 erneut versuchen.',
  },
  'X.7.25': {
    title: 'Reverse-DNS-Prüfung fehlgeschlagen',
    cause: 'Die IP-Adresse des Clients hat keinen PTR-Eintrag, oder der Name darin führt nicht zur Adresse zurück.',
    when: 'Postfix sendet 4.7.25, wenn es den Hostnamen des Clients nicht findet; Gmail und Exchange Online senden 5.7.25, oft an neue IPv6-Adressen.',
    fix: 'Beim Inhaber des IP-Bereichs einen PTR setzen lassen, den A- oder AAAA-Eintrag ergänzen, der zurückführt, und diesen Namen im HELO verwenden. IPv4 und IPv6 getrennt prüfen.',
  },
  'X.7.26': {
    title: 'Mehrere Authentifizierungsprüfungen nicht bestanden',
    cause:
      'Mehr als eine der Prüfungen SPF, DKIM und DMARC wurde nicht bestanden, sodass nichts die Herkunft der Nachricht belegt.',
    when: 'Gmail sendet den Code bei nicht authentifizierter Mail und bei DMARC-Fehlern, mit einer 4, solange es den Absender nur bremst, und mit einer 5, wenn es ablehnt. Exchange Online sendet 4.7.26 bei nicht authentifizierter Mail über IPv6.',
    fix: 'Den Authentication-Results-Header einer zugestellten Nachricht lesen, dann SPF und DKIM für die From-Domain in Ordnung bringen, bis eines davon bestanden wird und im Alignment ist. Weitergeleitete Mail braucht unversehrte DKIM-Signaturen.',
  },
  'X.7.27': {
    title: 'Absenderdomain hat einen Null-MX',
    cause:
      'Die Domain des Envelope-Absenders erklärt mit einem Null-MX, dass sie keine Mail annimmt, sodass Bounces nicht zurückgesendet werden könnten.',
    when: 'Der Code beantwortet MAIL FROM mit 550. Gmail benutzt 4.7.27 und 5.7.27 für etwas anderes: SPF wurde bei einem Massenversender nicht bestanden.',
    fix: 'Mit einer Domain senden, die einen funktionierenden MX hat, oder den Null-MX entfernen. Kommt die Antwort von Gmail, die sendende IP-Adresse in den SPF-Eintrag der MAIL-FROM-Domain aufnehmen.',
  },
  'X.7.28': {
    title: 'Mailflut erkannt',
    cause: 'Die Nachricht sieht aus wie Teil einer Flut ähnlicher oder missbräuchlicher Mail.',
    when: 'Gmail sendet den Code bei ungewöhnlich viel Mail von einer IP-Adresse, einer Domain oder mit einem Link: mit einer 4, solange es die Rate begrenzt, mit einer 5, wenn es sperrt.',
    fix: 'Die Warteschlange anhalten und nach einem kompromittierten Konto oder Skript suchen. Dann mit niedriger Rate an aktive Empfänger fortfahren und die Spamrate in Postmaster Tools beobachten.',
  },
  'X.7.29': {
    title: 'ARC-Validierung fehlgeschlagen',
    cause:
      'Die Kette der ARC-Header, mit denen Weiterleiter für eine frühere Authentifizierung bürgen, lässt sich nicht verifizieren.',
    when: 'Betroffen sind weitergeleitete Mail und Mailinglisten. Gmail benutzt 4.7.29 und 5.7.29 für etwas anderes: Die Nachricht kam nicht über TLS an.',
    fix: 'Den letzten Hop finden, der die Nachricht verändert hat, ohne einen gültigen ARC-Satz hinzuzufügen, und dessen Versiegelung reparieren oder aktualisieren. Kommt die Antwort von Gmail, STARTTLS für ausgehende Mail einschalten.',
  },
  'X.7.30': {
    title: 'REQUIRETLS nicht verfügbar',
    cause: 'Die Nachricht verlangt REQUIRETLS, und kein nächster Host auf dem Weg bietet es an.',
    when: 'Der Code ist mit 550 selten, da wenige Server die Erweiterung unterstützen. Gmail benutzt 4.7.30 und 5.7.30 für etwas anderes: DKIM wurde bei einem Massenversender nicht bestanden.',
    fix: 'Auf die Vorgabe verzichten, wenn der Inhalt es erlaubt, oder den Administrator der Empfängerseite um Unterstützung für REQUIRETLS bitten. Kommt die Antwort von Gmail, den DKIM-Schlüssel im DNS und das Signieren mit der From-Domain prüfen.',
  },

  // Subjects, for details that nobody documents
  'X.0': {
    title: 'Unbekannter Code ohne Thema',
    cause: 'Der Code nennt die Klasse, kein Thema und ein Detail, das nicht registriert ist.',
    when: 'Private Ergänzungen eines einzelnen Providers oder Parsers sehen so aus.',
    fix: 'Nach Text und Klasse gehen: bei 4 erneut versuchen, bei 5 aufhören. In der Dokumentation des sendenden Servers nach dem vollständigen Code suchen.',
  },
  'X.1': {
    title: 'Adressstatus',
    cause: 'Der Fehler liegt an der Absender- oder Empfängeradresse, in einer Weise, die nicht registriert ist.',
    when: 'Server mit privaten Detailnummern senden den Code auf MAIL FROM oder RCPT TO.',
    fix: 'Aus dem Text ermitteln, welche Adresse gemeint ist, dann ihre Schreibweise und die DNS-Einträge ihrer Domain prüfen. Bei 4 erneut versuchen; bei 5 die Adresse ändern oder entfernen.',
  },
  'X.2': {
    title: 'Postfachstatus',
    cause:
      'Der Fehler liegt am Postfach des Empfängers, in einer Weise, die nicht registriert ist: Es ist womöglich voll, geschlossen, begrenzt oder geschützt.',
    when: 'Provider mit privaten Detailnummern senden den Code auf RCPT TO oder nach DATA.',
    fix: 'Den Text lesen, bevor die Adresse für den Versand gesperrt wird. Bei 4 erneut versuchen; nach wiederholten Antworten mit 5 den Empfänger auf anderem Weg fragen.',
  },
  'X.3': {
    title: 'Status des Mailsystems',
    cause: 'Der Fehler liegt am empfangenden System als Ganzem, in einer Weise, die nicht registriert ist.',
    when: 'Server mit privaten Detailnummern senden den Code, zum Beispiel bei internen Störungen oder wegen lokaler Regeln.',
    fix: 'Bei 4 erneut versuchen. Bei 5 die vollständige Antwort an den Postmaster des Ziels weitergeben.',
  },
  'X.4': {
    title: 'Netz- und Routing-Status',
    cause: 'Der Fehler liegt auf dem Weg zwischen den Servern, in einer Weise, die nicht registriert ist.',
    when: 'Relays mit privaten Detailnummern schreiben den Code, wenn eine Verbindung, eine Abfrage oder eine Route scheitert.',
    fix: 'Bei 4 erneut versuchen. Hält der Fehler an oder ist es eine 5, die MX- und Adresseinträge der Domain prüfen und Port 25 jedes MX testen.',
  },
  'X.5': {
    title: 'Status des Zustellprotokolls',
    cause: 'Der Fehler liegt im SMTP-Dialog, in einer Weise, die nicht registriert ist.',
    when: 'Server mit privaten Detailnummern senden den Code als Antwort auf einen bestimmten Befehl.',
    fix: 'Den Befehl vor der Antwort im Log nachschlagen und mit den EHLO-Schlüsselwörtern vergleichen. Bei 4 erneut versuchen; bei 5 den Client korrigieren.',
  },
  'X.6': {
    title: 'Inhalts- oder Medienstatus',
    cause: 'Der Fehler liegt an der Nachricht selbst, in einer Weise, die nicht registriert ist.',
    when: 'Server mit privaten Detailnummern senden den Code nach DATA; Exchange Online zum Beispiel benutzt 5.6.11 für einzelne Zeilenvorschübe (bare LF).',
    fix: 'Im Text nach einem Header, einem Anhangstyp oder einem Zeilenformat suchen, dies korrigieren und erneut senden. Eine 4 kann auch von einem ausgefallenen Filter kommen.',
  },
  'X.7': {
    title: 'Sicherheits- oder Richtlinienstatus',
    cause: 'Eine Sicherheitsregel oder Richtlinie hat die Nachricht gestoppt, und das Detail ist nicht registriert.',
    when: 'Provider nummerieren unter diesem Thema eigene Regeln, für Sperren, Authentifizierung und Ratenbegrenzungen.',
    fix: 'Dem Link oder Kürzel im Text zur Seite des Providers folgen. Bei 4 langsamer senden; bei 5 vor dem erneuten Senden Sperrlisten, SPF, DKIM, DMARC und PTR prüfen.',
  },

  // Codes in use without registration
  'X.2.5': {
    title: 'Postfach verweigert die Zustellung',
    cause:
      'Das Postfach existiert, lehnt aber diese Nachricht ab; die Nummer stammt aus alten Entwürfen und wurde nie registriert.',
    when: 'Es wurde beobachtet, dass Exchange-Server sie senden.',
    fix: 'Im Text nach der Einschränkung suchen. Bei 4 erneut versuchen; bei 5 den Empfänger oder den dortigen Administrator bitten, den Absender zuzulassen.',
  },
  'X.4.8': {
    title: 'MX-Host nicht verwendbar',
    cause:
      'Die Abfrage ergab einen MX-Host, der für diese Domain nicht benutzt werden darf oder nur über eine andere Adressfamilie.',
    when: 'Exchange Online schreibt 4.4.8, wenn der MX-Name in der MTA-STS-Policy der Domain fehlt; anderswo kennzeichnet der Code einen erneuten Versuch über IPv4.',
    fix: 'Die MX-Einträge der Domain mit den mx-Zeilen ihrer MTA-STS-Policy-Datei vergleichen; der Inhaber der Domain aktualisiert die Datei und danach die id im TXT-Eintrag _mta-sts. Anschließend erneut versuchen.',
  },
  'X.4.316': {
    title: 'Verbindung vom nächsten Host abgelehnt',
    cause: 'Exchange Online konnte sich nicht mit dem empfangenden Server verbinden.',
    when: 'Der Code steht in Verzögerungsmeldungen und Bounces von Exchange Online, mit einer 4, solange es erneut versucht, und mit einer 5, nachdem es aufgegeben hat.',
    fix: 'Auf dem in der Antwort genannten Server prüfen, ob Port 25 für die Adressbereiche von Microsoft offen ist und ob MX oder Connector auf den richtigen Host zeigen.',
  },
  'X.5.9': {
    title: 'Protokollproblem bei Google',
    cause: 'Etwas im SMTP-Dialog war nicht akzeptabel; kein öffentliches Dokument definiert die Nummer.',
    when: 'Der Code wurde hin und wieder bei Google beobachtet.',
    fix: 'Den Text und den Link darin lesen und die Befehle vor der Antwort mit der üblichen Reihenfolge vergleichen. Bei 4 erneut versuchen; bei 5 den Client korrigieren.',
  },
  'X.7.32': {
    title: 'From-Domain nicht im Alignment',
    cause: 'SPF oder DKIM wird vielleicht bestanden, aber keines davon für die Organisationsdomain im From-Header.',
    when: 'Gmail sendet den Code an Massenversender, als 4.7.32, solange es die Rate begrenzt, und als 5.7.32, wenn es sperrt; ein Versanddienst mit eigenen Domains ist der übliche Ursprung.',
    fix: 'Den Dienst mit DKIM für die From-Domain signieren lassen oder eine Bounce-Domain unterhalb der From-Domain mit SPF verwenden. Zur Kontrolle in Authentication-Results auf ein DMARC-Ergebnis pass achten.',
  },
  'X.7.40': {
    title: 'Kein DMARC-Eintrag',
    cause: 'Die Domain im From-Header veröffentlicht keinen DMARC-Eintrag oder keine Richtlinie darin.',
    when: 'Gmail sendet den Code an Massenversender, als 4.7.40, solange es die Rate begrenzt, und als 5.7.40, wenn es sperrt.',
    fix: 'Einen TXT-Eintrag unter _dmarc der From-Domain veröffentlichen; v=DMARC1; p=none mit einer rua-Adresse genügt für den Anfang. Prüfen, dass es nur einen gibt.',
  },
  'X.7.321-325': {
    title: 'DANE- oder Zertifikatsprüfung fehlgeschlagen',
    cause:
      'Das Ziel erfüllt seine eigene DANE-Policy nicht: 321 kein STARTTLS, 322 Zertifikat abgelaufen, 323 TLSA passt nicht, 324 DNSSEC defekt, 325 Zertifikat nennt einen anderen Host.',
    when: 'Exchange Online schreibt den Code über Mail, die es an eine Domain mit DNSSEC und TLSA-Einträgen sendet, mit einer 4, solange es erneut versucht, und danach mit einer 5.',
    fix: 'Der Administrator der Empfängerseite repariert den genannten Punkt: STARTTLS anbieten, das Zertifikat erneuern, passende TLSA-Einträge veröffentlichen oder die DNSSEC-Kette korrigieren. Der Absender kann ihn nur informieren und erneut senden.',
  },
  '4.0.900-999': {
    title: 'Sisimai-Pseudocode, temporär',
    cause: 'Der Parser Sisimai hat den Code für einen vorübergehenden Fehler erfunden, dessen Bounce keinen enthielt.',
    when: 'Der Code steht nur in Daten, die durch Sisimai gegangen sind; kein Mailserver sendet ihn.',
    fix: 'Die Nummer ignorieren, zum ursprünglichen Bounce zurückgehen und dessen Text lesen. Die Klasse sagt, dass ein erneuter Versuch sinnvoll ist.',
  },
  '4.7.500-699': {
    title: 'Verdächtiger Verkehr gebremst',
    cause: 'Der Verkehr von dieser IP-Adresse sah ungewöhnlich aus und wird daher zurückgehalten, während er bewertet wird.',
    when: 'Exchange Online sendet den Code mit 451 und einem Code in Klammern, der mit den Buchstaben AS beginnt, meist an neue oder plötzlich sehr aktive IP-Adressen; es stellt mit 4.7.500 auch zurück, wenn sein Server ausgelastet ist.',
    fix: 'Mit niedriger Rate weiter versuchen und das Volumen über Tage wachsen lassen. Inzwischen nach kompromittierten Konten suchen und PTR, SPF und DKIM prüfen.',
  },
  '4.7.650': {
    title: 'Rate wegen der IP-Reputation begrenzt',
    cause: 'Die Reputation der sendenden IP-Adresse ist schlecht, daher nimmt Outlook.com vorerst nur einen Teil ihrer Mail an.',
    when: 'Outlook.com sendet den Code mit 451 bei neuen Adressen, plötzlichem Volumen und Mail mit vielen Beschwerden.',
    fix: 'Die Rate zu outlook.com, hotmail.com und live.com senken und zuerst an aktive Empfänger senden. Die Adresse in SNDS prüfen und über das Support-Formular für Absender um Hilfe bitten, wenn es anhält.',
  },
  '4.7.651': {
    title: 'Rate erneut wegen der IP-Reputation begrenzt',
    cause: 'Die Reputation der sendenden IP-Adresse ist schlecht, und Outlook.com hält ihre Mail bis auf Weiteres zurück.',
    when: 'Outlook.com sendet den Code mit 451, mit demselben Wortlaut wie bei 4.7.650.',
    fix: 'Die Rate für die Domains von Outlook.com senken, bis die Zurückstellungen aufhören. Beschwerden und Spamfallen in SNDS ansehen und inaktive Empfänger entfernen.',
  },
  '4.7.652': {
    title: 'Verbindungslimit erreicht',
    cause: 'Die sendende IP-Adresse hat mehr offene Verbindungen, als Outlook.com ihr erlaubt.',
    when: 'Outlook.com sendet den Code mit 451, während eine große Aussendung über viele parallele Sitzungen läuft.',
    fix: 'Die Parallelität für dieses Ziel senken, in Postfix smtp_destination_concurrency_limit eines eigenen Transports, und mehr Nachrichten pro Sitzung senden.',
  },
  '4.7.850-899': {
    title: 'IP-Adresse zur Bewertung eingeschränkt',
    cause: 'Exchange Online hat die IP-Adresse eine Zeit lang begrenzt, um ihren Verkehr zu beurteilen.',
    when: 'Der Code kommt mit 451 bei Adressen ohne viel Vorgeschichte oder mit plötzlichem Anstieg des Volumens.',
    fix: 'Die Warteschlange langsam erneut versuchen lassen und das Volumen schrittweise erhöhen. Die Einschränkung endet von selbst, wenn der Verkehr sauber bleibt.',
  },
  '4.16.x': {
    title: 'Keine Ressourcen bei Yahoo',
    cause: 'Yahoo hat im Augenblick keine Ressourcen für die Nachricht; die Nummer gehört zu einer privaten Reihe.',
    when: 'Der Code steht in Klammern in den 451-Antworten der Server von Yahoo und AOL.',
    fix: 'Mit der normalen Warteschlange erneut versuchen, mit weniger Sitzungen und weniger Nachrichten pro Verbindung, wenn es wiederkehrt.',
  },
  '5.0.350': {
    title: 'Allgemeine Hülle einer fremden Ablehnung',
    cause: 'Ein anderer Server hat die Nachricht abgelehnt, und Exchange Online gibt das unter eigener Nummer weiter.',
    when: 'Der Code steht in Bounces, die Exchange Online für Mail seiner Benutzer schreibt, zum Beispiel wenn die Gegenseite einen zu großen Header ablehnt.',
    fix: 'Im Diagnoseabschnitt nach der zitierten Antwort der Gegenseite suchen und nach deren Code und Text handeln.',
  },
  '5.0.900-999': {
    title: 'Sisimai-Pseudocode, dauerhaft',
    cause: 'Der Parser Sisimai hat den Code für einen dauerhaften Fehler erfunden, dessen Bounce keinen enthielt.',
    when: 'Der Code steht nur in Daten, die durch Sisimai gegangen sind; kein Mailserver sendet ihn.',
    fix: 'Die Nummer ignorieren, zum ursprünglichen Bounce zurückgehen und dessen Text lesen, bevor die Adresse für den Versand gesperrt wird.',
  },
  '5.1.90': {
    title: 'Tägliches Empfängerlimit erreicht',
    cause: 'Das sendende Postfach hat so viele Empfänger angeschrieben, wie es innerhalb eines Tages darf.',
    when: 'Exchange Online gibt den Code an eigene Benutzer bei Massensendungen oder nach einer Kompromittierung zurück.',
    fix: 'Die gesendeten Elemente und das Anmeldeprotokoll auf eine Kompromittierung prüfen. Warten, bis das Limit zurückgesetzt wird, und für große Aussendungen einen Massenmaildienst nutzen.',
  },
  '5.2.121': {
    title: 'Empfängerlimit für einen Absender',
    cause:
      'Dieser Absender hat innerhalb einer Stunde mehr Mail an ein Postfach gesendet, als es von einer einzelnen Quelle annimmt.',
    when: 'Exchange Online sendet den Code bei Monitoring-Alarmen, Berichtsskripten und Mailschleifen.',
    fix: 'Den Job oder die Schleife finden, die so oft schreibt, und die Nachrichten bündeln. Nach einer Stunde mit niedrigerer Rate erneut senden.',
  },
  '5.2.122': {
    title: 'Stündliches Empfangslimit des Postfachs',
    cause: 'Das Postfach hat von allen Absendern zusammen mehr Mail empfangen, als es innerhalb einer Stunde darf.',
    when: 'Exchange Online sendet den Code, wenn ein Postfach überflutet wird, als Sammelstelle für automatische Mail dient oder in einer Schleife steckt.',
    fix: 'Eine Stunde warten und erneut senden. Der Administrator der Empfängerseite sollte automatische Mail auf mehrere Postfächer verteilen oder die Schleife finden.',
  },
  '5.4.300': {
    title: 'In der Warteschlange von Exchange Online abgelaufen',
    cause: 'Exchange Online hat es über seine gesamte Wiederholungsfrist versucht und aufgegeben.',
    when: 'Der Code beschließt einen Bounce zu Mail eines Benutzers von Exchange Online, deren Ziel nicht geantwortet oder immer wieder zurückgestellt hat.',
    fix: 'Den letzten im Bounce zitierten Fehler lesen und ihn als Ursache behandeln. MX-Einträge und Port 25 des Ziels prüfen, bevor erneut gesendet wird.',
  },
  '5.7.57': {
    title: 'Client nicht authentifiziert',
    cause: 'Ein Gerät oder Programm versucht, ohne Anmeldung Mail über Exchange Online einzuliefern.',
    when: 'Exchange Online beantwortet damit MAIL FROM auf smtp.office365.com, oft bei Druckern, Scannern und Skripten oder wenn SMTP AUTH für das Postfach abgeschaltet ist.',
    fix: 'Benutzer, Anmeldeverfahren und STARTTLS auf Port 587 konfigurieren und authentifiziertes SMTP für das Postfach zulassen. Ein Gerät, das sich nicht anmelden kann, sollte einen Connector mit fester IP-Adresse benutzen.',
  },
  '5.7.64': {
    title: 'Connector passt nicht, Relaying verweigert',
    cause:
      'Exchange Online kann die Verbindung keinem Mandanten zuordnen, weil kein eingehender Connector zu ihrem Zertifikat oder ihrer IP-Adresse passt.',
    when: 'Der Code erscheint in Hybridumgebungen, nachdem sich das Zertifikat oder die öffentliche Adresse des lokalen Servers geändert hat.',
    fix: 'Den eingehenden Connector mit dem neuen Zertifikatsnamen oder der neuen IP-Adresse aktualisieren und prüfen, ob die Absenderdomain eine akzeptierte Domain des Mandanten ist.',
  },
  '5.7.124': {
    title: 'Absender nicht auf der Zulassungsliste',
    cause: 'Die Gruppe nimmt Mail nur von Absendern auf ihrer Liste an, und dieser ist nicht darunter.',
    when: 'Exchange Online sendet den Code bei Verteilergruppen mit eingeschränkten Absendern.',
    fix: 'Den Inhaber der Gruppe bitten, den Absender zu den zugelassenen hinzuzufügen, oder direkt an ein Mitglied schreiben.',
  },
  '5.7.133-136': {
    title: 'Externe Absender nicht zugelassen',
    cause:
      'Der Empfänger nimmt nur Mail von Absendern aus seiner Organisation an: 133 ist eine Gruppe, 134 ein Postfach, 135 ein öffentlicher Ordner, 136 ein E-Mail-Benutzer.',
    when: 'Exchange Online sendet den Code an externe Absender, oft aus Versehen, nachdem eine neue Gruppe mit Standardeinstellungen angelegt wurde.',
    fix: 'Der Administrator der Empfängerseite muss externe Absender in den Zustelleinstellungen dieses Empfängers zulassen. Bis dahin dort eine andere Adresse verwenden.',
  },
  '5.7.501-503': {
    title: 'Sendendes Konto gesperrt',
    cause: 'Microsoft hat das Konto gesperrt, weil es Spam oder verdächtige Mail gesendet hat.',
    when: 'Exchange Online gibt den Code mit 550 an Absender zurück, die es gesperrt hat, meist nach einer Kompromittierung.',
    fix: 'Das Passwort zurücksetzen, alle Sitzungen beenden, fremde Posteingangsregeln entfernen und das Anmeldeprotokoll prüfen. Dann den Administrator das Konto freigeben oder einen Supportfall eröffnen lassen.',
  },
  '5.7.504': {
    title: 'Empfängeradresse bei Microsoft nicht gültig',
    cause: 'Exchange Online nimmt für diese Adresse keine Mail an, sie ist also faktisch nicht gültig.',
    when: 'Der Code kommt mit 550 auf RCPT TO bei veralteten oder vertippten Adressen.',
    fix: 'Die Adresse mit ihrer Quelle vergleichen, sie korrigieren oder entfernen und den Empfänger auf anderem Weg fragen, wenn sie funktionieren sollte.',
  },
  '5.7.505': {
    title: 'Empfänger gesperrt',
    cause: 'Microsoft hat die Empfängeradresse vom Mailempfang ausgeschlossen.',
    when: 'Exchange Online sendet den Code mit 550, wer auch immer der Absender ist.',
    fix: 'Die Adresse entfernen. Besteht die Person darauf, dass sie funktioniert, muss ihr Administrator einen Fall bei Microsoft eröffnen.',
  },
  '5.7.506': {
    title: 'HELO-Name nicht akzeptabel',
    cause: 'Der Client stellt sich mit einem Namen vor, der ihm nicht gehören kann, etwa dem Namen des empfangenden Servers.',
    when: 'Exchange Online sendet den Code bei falsch konfigurierten Gateways und bei Bots.',
    fix: 'Den HELO-Namen auf Ihren eigenen öffentlichen Hostnamen setzen, in Postfix smtp_helo_name oder myhostname, und PTR und A-Eintrag damit in Einklang bringen.',
  },
  '5.7.507': {
    title: 'IP-Adresse von der Empfängerorganisation gesperrt',
    cause: 'Die Organisation des Empfängers hat die sendende IP-Adresse in ihren eigenen Einstellungen gesperrt.',
    when: 'Exchange Online sendet den Code für einen Mandanten, sodass andere Mandanten die Mail womöglich weiterhin annehmen.',
    fix: 'Den dortigen Administrator per Telefon oder über eine andere Mailadresse um Austragung aus dem Verbindungsfilter bitten. Eine Anfrage bei Microsoft hilft nicht.',
  },
  '5.7.508': {
    title: 'IPv6-Bereich über seinem Limit',
    cause: 'Der IPv6-Bereich des Absenders hat in einem Zeitraum mehr gesendet, als ihm erlaubt ist.',
    when: 'Exchange Online sendet den Code, da es IPv6-Mail nach Netz und nicht nach einzelner Adresse zählt.',
    fix: 'Langsamer oder über IPv4 senden und prüfen, ob auch andere Hosts desselben Bereichs Mail senden.',
  },
  '5.7.509': {
    title: 'DMARC-Ablehnung',
    cause: 'Die Nachricht hat DMARC nicht bestanden, und die From-Domain veröffentlicht die Richtlinie p=reject.',
    when: 'Exchange Online sendet den Code bei gefälschter Mail, aber auch bei weitergeleiteter Mail und bei Diensten, die ohne DKIM der From-Domain senden.',
    fix: 'Bei jedem Dienst, der für die From-Domain sendet, DKIM für sie einrichten und die MAIL-FROM-Domain ins Alignment bringen. Die Aggregatberichte von DMARC zeigen, welche Quellen scheitern.',
  },
  '5.7.511': {
    title: 'Sendende IP-Adresse gesperrt',
    cause: 'Microsoft hat die IP-Adresse gesperrt; das übliche Selbstbedienungsformular greift nicht.',
    when: 'Exchange Online sendet den Code mit 550 bei Adressen mit anhaltendem oder schwerem Spam.',
    fix: 'Die Spamquelle finden und stoppen, dann den vollständigen Bounce an die darin genannte Delisting-Adresse senden.',
  },
  '5.7.512': {
    title: 'From-Header nicht gültig',
    cause: 'Die Nachricht hat keinen From-Header, mehrere davon oder einen mit fehlerhaft aufgebauter Adresse.',
    when: 'Exchange Online sendet den Code nach DATA, hauptsächlich bei Mail von Skripten und Geräten.',
    fix: 'Genau einen From-Header mit einer vollständigen Adresse schreiben; einen Sender-Header ergänzen, wenn From mehrere Autoren nennt. Prüfen, ob Anzeigenamen mit Kommas in Anführungszeichen stehen.',
  },
  '5.7.513': {
    title: 'Auf der Sperrliste eines Kunden',
    cause: 'Die Empfängerorganisation führt in Exchange Online eine eigene Sperrliste, und die sendende IP-Adresse steht darauf.',
    when: 'Der Code kommt mit 550 nur bei Empfängern dieser einen Organisation.',
    fix: 'Den Empfänger oder dessen Administrator auf anderem Weg ansprechen und um Austragung aus dieser Liste bitten.',
  },
  '5.7.515': {
    title: 'Domain eines Massenversenders nicht authentifiziert',
    cause: 'Die Absenderdomain erreicht nicht das Authentifizierungsniveau, das Outlook.com von Massenversendern verlangt.',
    when: 'Outlook.com sendet den Code mit 550 an Domains mit mehr als 5.000 Nachrichten am Tag, wenn SPF, DKIM oder DMARC fehlt oder nicht bestanden wird.',
    fix: 'SPF und DKIM zum Bestehen bringen, DMARC mit mindestens p=none veröffentlichen und dafür sorgen, dass SPF oder DKIM mit der From-Domain im Alignment ist.',
  },
  '5.7.606-649': {
    title: 'Sendende IP-Adresse auf der Sperrliste von Microsoft 365',
    cause: 'Microsoft hat die IP-Adresse wegen Spam gesperrt, der von ihr gesehen wurde.',
    when: 'Exchange Online sendet den Code mit 550 auf RCPT TO, auch bei frisch gemieteten Adressen mit schlechter Vergangenheit.',
    fix: 'Zuerst die Ursache abstellen, dann die Austragung der Adresse auf sender.office.com beantragen; bis sie wirkt, vergehen bis zu ein oder zwei Tage.',
  },
  '5.7.703': {
    title: 'Durch die Mandantenliste des Absenders gesperrt',
    cause:
      'Die Organisation des Absenders hat die Empfängeradresse oder -domain auf die Sperrliste ihres eigenen Mandanten gesetzt.',
    when: 'Exchange Online gibt den Code an eigene Benutzer zurück, bevor die Nachricht hinausgeht.',
    fix: 'Den eigenen Administrator bitten, den Eintrag in der Tenant Allow/Block List zu prüfen und ihn zu entfernen, wenn der Empfänger legitim ist.',
  },
  '5.7.705': {
    title: 'Mandant über seiner Sendeschwelle',
    cause: 'Zu viel der Mail des gesamten Mandanten war verdächtig, daher hat Microsoft dessen ausgehende Mail gestoppt.',
    when: 'Exchange Online gibt den Code an eigene Benutzer nach kompromittierten Konten oder ungewöhnlicher Massenmail zurück.',
    fix: 'Die kompromittierten Konten und Connectors absichern, Massenaussendungen stoppen, dann einen Supportfall eröffnen, um den Mandanten freigeben zu lassen.',
  },
  '5.7.708': {
    title: 'Verkehr von dieser IP-Adresse nicht akzeptiert',
    cause: 'Der Mandant sendet von Adressen mit niedriger Reputation, und Microsoft lässt die Mail nicht hinaus.',
    when: 'Exchange Online gibt den Code an eigene Benutzer zurück, meist in neuen Mandanten und Testmandanten.',
    fix: 'Den Mandanten in einem Supportfall verifizieren lassen oder von der Testversion zu einem bezahlten Tarif wechseln; erneute Versuche allein helfen nicht.',
  },
  '5.7.750': {
    title: 'Absenderdomain im Mandanten nicht registriert',
    cause: 'Zu viel Mail geht über den Mandanten mit Domains hinaus, die dort nicht registriert sind.',
    when: 'Exchange Online sendet den Code in Hybrid- und Relay-Umgebungen, oft verursacht durch weitergeleitete Mail, die ihren ursprünglichen Absender behält.',
    fix: 'Die Domains als akzeptierte Domains hinzufügen und verifizieren, weitergeleitete Absender mit SRS umschreiben und nach einem missbrauchten Konto suchen.',
  },
  '5.7.800': {
    title: 'Absenderdomain gesperrt',
    cause: 'Microsoft hat eine Domain gesperrt, die in EHLO, in MAIL FROM oder im From-Header erscheint.',
    when: 'Exchange Online sendet den Code mit 550, welche IP-Adresse auch immer benutzt wird.',
    fix: 'Herausfinden, welche der drei Domains gemeint ist, ihren Missbrauch beenden und auf dem in der Antwort beschriebenen Weg die Austragung beantragen. Ein Wechsel der IP-Adresse hilft nicht.',
  },
  '5.9.9': {
    title: 'Als Spam eingestuft',
    cause: 'Ein Filter hat den Inhalt als Spam eingestuft; das Thema 9 ist privat und nicht registriert.',
    when: 'Der Code wurde bei bmail.ru und wenigen anderen Servern beobachtet.',
    fix: 'Im Text nach einer Regel oder einem Link suchen, Links und Wortlaut der Nachricht ändern und den dortigen Postmaster fragen, wenn das Urteil falsch ist.',
  },
};

/** Everything the catalogue has to say, in German. */
export const de: CatalogueText = { replyCodes, enhancedCodes, reasons, providers: deProviders };
