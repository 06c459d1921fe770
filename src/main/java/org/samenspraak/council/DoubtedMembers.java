package org.samenspraak.council;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Members whose mail address is in doubt: the register is where that ends, also when no case asks it any more. */
@Service
class DoubtedMembers {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final AddressDoubts doubts;
    private final CouncilHistory history;
    private final MessageSource texts;
    private final Today today;

    DoubtedMembers(AddressDoubts doubts, CouncilHistory history, MessageSource texts, Today today) {
        this.doubts = doubts;
        this.history = history;
        this.texts = texts;
        this.today = today;
    }

    @Transactional(readOnly = true)
    public boolean contains(CouncilId council, Member member) {
        return address(member)
                .filter(address -> doubts.isDoubted(council, address))
                .isPresent();
    }

    /** Somebody asked the member. Nothing for an address that is not in doubt, such as one that was changed with it. */
    @Transactional
    public void confirm(CouncilId council, Member member, Actor by) {
        address(member).filter(address -> doubts.isDoubted(council, address)).ifPresent(address -> {
            doubts.confirm(council, address);
            var args =
                    Map.of("name", member.details().name(), "day", today.date().toString());
            history.add(
                    council,
                    "council.member-changed",
                    args,
                    texts.getMessage("council.member.confirmed-note", null, DUTCH),
                    null,
                    by);
        });
    }

    private static Optional<String> address(Member member) {
        return Optional.ofNullable(member.details().email());
    }
}
