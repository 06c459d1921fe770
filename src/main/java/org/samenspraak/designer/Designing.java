package org.samenspraak.designer;

import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the pages of the workbench whether who looks may change anything, or only reads. */
@ControllerAdvice(assignableTypes = {TrajectoryPages.class, EditorPages.class, RunningPages.class, PublishPages.class})
class Designing {

    @ModelAttribute("designs")
    boolean designs(SignedIn me) {
        return me.may(Permission.DESIGN);
    }
}
