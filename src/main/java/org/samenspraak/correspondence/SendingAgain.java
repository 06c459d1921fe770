package org.samenspraak.correspondence;

import java.util.Optional;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Component;

/** The office says that the addresses of a council are right: what did not come to the right reader goes out once more. */
@Component
class SendingAgain {

    private final UndeliveredMails undelivered;
    private final DisownedAddresses disowned;
    private final Messages messages;
    private final PromptMails mails;
    private final Reaching reaching;
    private final Cases cases;

    SendingAgain(
            UndeliveredMails undelivered,
            DisownedAddresses disowned,
            Messages messages,
            PromptMails mails,
            Reaching reaching,
            Cases cases) {
        this.undelivered = undelivered;
        this.disowned = disowned;
        this.messages = messages;
        this.mails = mails;
        this.reaching = reaching;
        this.cases = cases;
    }

    /** In the running transaction. Questions of other cases to a confirmed address go out too. */
    void send(CaseId caseId) {
        undelivered.of(caseId).forEach(mail -> messages.resend(mail.id()));
        disowned.of(caseId)
                .forEach(row -> disowned.remove(row.council(), row.recipient()).forEach(mails::resent));
        Optional.ofNullable(cases.get(caseId).council()).ifPresent(reaching::again);
    }
}
