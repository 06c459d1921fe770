package org.samenspraak.agenda;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much of the office somebody looks at. Tasks are never of groups one is not in; their terms are. */
public enum Whose {
    /** Everything one may see. */
    ALL("alles"),
    /** Tasks on one's own name. */
    MINE("mijn"),
    /** Those and what is offered to one's groups. */
    GROUPS("groepen"),
    /** Of cases in one's own areas. */
    AREAS("gebieden");

    private final String code;

    Whose(String code) {
        this.code = code;
    }

    /** As it stands in addresses. */
    public String code() {
        return code;
    }

    static Optional<Whose> find(@Nullable String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
