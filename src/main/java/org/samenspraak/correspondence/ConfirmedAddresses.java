package org.samenspraak.correspondence;

import org.samenspraak.council.AddressDoubts;
import org.samenspraak.kernel.CouncilId;
import org.springframework.stereotype.Component;

/** An address of which the register says that it is right: questions that waited for that are asked again. */
@Component
class ConfirmedAddresses implements AddressDoubts {

    private final DisownedAddresses disowned;
    private final PromptMails mails;
    private final Reaching reaching;

    ConfirmedAddresses(DisownedAddresses disowned, PromptMails mails, Reaching reaching) {
        this.disowned = disowned;
        this.mails = mails;
        this.reaching = reaching;
    }

    @Override
    public boolean isDoubted(CouncilId council, String address) {
        return disowned.contains(council, address);
    }

    @Override
    public void confirm(CouncilId council, String address) {
        disowned.remove(council, address).forEach(mails::resent);
        reaching.again(council);
    }
}
