package org.samenspraak.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;
import org.samenspraak.kernel.PersonId;

/** What a session remembers of who signed in. Groups and permissions are read anew at each request. */
record Account(UUID person, String username) implements Principal, Serializable {

    Account(PersonId person, String username) {
        this(person.value(), username);
    }

    PersonId id() {
        return new PersonId(person);
    }

    @Override
    public String getName() {
        return username;
    }
}
