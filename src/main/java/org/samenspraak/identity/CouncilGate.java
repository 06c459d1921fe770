package org.samenspraak.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Says who of the councils may in today; implemented by the module that knows their members. */
public interface CouncilGate {

    /** Whether the request comes from somebody who signed in and is of a council still. */
    boolean opens(HttpServletRequest request);

    /** Where somebody goes on who sends a form for a council that they left, and is of another still; empty for everybody else. */
    Optional<String> elsewhere(HttpServletRequest request);
}
