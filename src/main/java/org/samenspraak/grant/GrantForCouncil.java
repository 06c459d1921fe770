package org.samenspraak.grant;

import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.CouncilSection;
import org.springframework.stereotype.Component;

/** Shows its council where a grant stands, as {@link GrantSection} does in the office. */
@Component
class GrantForCouncil implements CouncilSection {

    private final GrantSection section;

    GrantForCouncil(GrantSection section) {
        this.section = section;
    }

    @Override
    public String titleKey() {
        return section.titleKey();
    }

    @Override
    public String template() {
        return section.template();
    }

    @Override
    public boolean shownFor(CaseView view) {
        return section.shownFor(view);
    }

    @Override
    public Object data(CaseView view) {
        return section.shown(view, false);
    }
}
