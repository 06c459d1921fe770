package org.samenspraak.correspondence;

import java.util.Map;
import java.util.UUID;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;

/** Letters from templates, filed in the dossier as PDF and mailed to those they are for. */
public class Letters {

    /**
     * @param template name of {@code templates/letters/<template>.html}
     * @param to {@code council}: chair and secretary of the case's council
     * @param fields what the template shows besides case, council and municipality
     * @return the document in the dossier
     */
    public UUID send(CaseId caseId, String template, String to, Map<String, Object> fields, Actor by) {
        throw new UnsupportedOperationException();
    }
}
