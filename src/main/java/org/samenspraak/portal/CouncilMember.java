package org.samenspraak.portal;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;

/**
 * The person of a council behind a request; a handler with {@link org.samenspraak.identity.ForCouncils} asks it as a
 * parameter. Read anew at each request.
 *
 * @param member who; of two with one mail address the chair, then the secretary
 * @param council the one they act for now
 * @param councils names of all they are in, by id
 * @param maySend whether they may send in its name
 */
record CouncilMember(Member member, CouncilView council, Map<CouncilId, String> councils, boolean maySend) {

    public String address() {
        return key(Objects.requireNonNull(member.details().email()));
    }

    /** As addresses are compared. */
    static String key(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    public String name() {
        return member.details().name();
    }

    /** CHAIR, SECRETARY, TREASURER or MEMBER. */
    public String function() {
        return function(member.details());
    }

    static String function(NewMember person) {
        return person.functions().stream()
                .sorted()
                .map(Function::name)
                .findFirst()
                .orElse("MEMBER");
    }

    /** Chair and secretary decide for their council. */
    public boolean decides() {
        return member.isContact();
    }

    /** Who sends sees the contact details of all, for the forms that they send; others their own. */
    public boolean seesContactsOf(Member one) {
        return maySend || one.id().equals(member.id());
    }

    /** As the dossier keeps it: "An Peeters, voorzitter (Wijkraad Runkst)". */
    Actor actor(String functionInWords) {
        return Actor.council(council.id(), name() + ", " + functionInWords + " (" + council.name() + ")");
    }
}
