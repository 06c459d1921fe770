package org.samenspraak.identity;

import jakarta.servlet.http.HttpServletRequest;

/** Says who of the councils may in today; implemented by the module that knows their members. */
public interface CouncilGate {

    /** Whether the request comes from somebody who signed in and is of a council still. */
    boolean opens(HttpServletRequest request);
}
