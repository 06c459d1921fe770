package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.forms.DraftTerms;
import org.samenspraak.forms.Drafts;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Sheet;
import org.samenspraak.kernel.Actor;
import org.samenspraak.process.Trajectory;
import org.samenspraak.web.Throttle;
import org.springframework.stereotype.Component;

/** Whose draft a request for an application is about. */
@Component
class Visits {

    /** New drafts of one address in an hour; a library has one address. */
    static final int MOST_DRAFTS = 100;

    private static final String DRAFT = "draft";

    private final Forms forms;
    private final Drafts drafts;
    private final DraftTerms terms;
    private final Applying applying;
    private final DraftCookie cookie;
    private final Throttle throttle;

    Visits(Forms forms, Drafts drafts, DraftTerms terms, Applying applying, DraftCookie cookie, Throttle throttle) {
        this.forms = forms;
        this.drafts = drafts;
        this.terms = terms;
        this.applying = applying;
        this.cookie = cookie;
        this.throttle = throttle;
    }

    /** Goes on with the draft of this browser, or gives it a number for a new one; nothing is stored yet. */
    Visit open(Trajectory trajectory, HttpServletRequest request, HttpServletResponse response) {
        var number = cookie.read(request, trajectory.key())
                .filter(it -> applied(trajectory, it).isEmpty())
                .orElseGet(() -> cookie.give(response, trajectory.key()));
        return visit(trajectory, number, true, request);
    }

    /** For what a page sends; nothing when neither browser nor page says which draft it is about. */
    Optional<Visit> find(Trajectory trajectory, HttpServletRequest request) {
        var own = cookie.read(request, trajectory.key());
        return own.or(() -> cookie.ofPage(request)).map(it -> visit(trajectory, it, own.isPresent(), request));
    }

    /** The same with a draft of its own for a page that says nothing. */
    Visit get(Trajectory trajectory, HttpServletRequest request) {
        return find(trajectory, request).orElseGet(() -> visit(trajectory, UUID.randomUUID(), false, request));
    }

    /** The case that the draft of this page, or of this browser, opened already. */
    Optional<CaseView> applied(Trajectory trajectory, HttpServletRequest request) {
        return Stream.of(cookie.ofPage(request), cookie.read(request, trajectory.key()))
                .flatMap(Optional::stream)
                .flatMap(it -> applied(trajectory, it).stream())
                .findFirst();
    }

    /** After something was typed: the browser keeps its number as long as we keep the text. */
    void remember(Visit visit, HttpServletResponse response) {
        var place = visit.sheet().place();
        if (!drafts.isKept(place)) {
            return;
        }
        if (visit.isNew()) {
            throttle.take(DRAFT, visit.address(), MOST_DRAFTS, Throttle.HOUR);
        }
        if (visit.byCookie()) {
            cookie.keep(
                    response,
                    visit.trajectory().key(),
                    visit.number(),
                    retention(visit).days());
        }
    }

    void leave(Visit visit, HttpServletResponse response) {
        cookie.remove(response, visit.trajectory().key());
    }

    DraftTerms.Retention retention(Visit visit) {
        return terms.ofVisitor(visit.sheet().place());
    }

    private Optional<CaseView> applied(Trajectory trajectory, UUID number) {
        return applying.applied(drafts.ofVisitor(trajectory.key(), number));
    }

    private Visit visit(Trajectory trajectory, UUID number, boolean byCookie, HttpServletRequest request) {
        var address = request.getRemoteAddr();
        var place = drafts.ofVisitor(trajectory.key(), number);
        var isNew = !drafts.isKept(place);
        var keeps = !isNew || !throttle.isSpent(DRAFT, address, MOST_DRAFTS, Throttle.HOUR);
        var form = forms.parse(trajectory.form());
        var known = forms.prefill(form, null, Actor.resident(""));
        return new Visit(trajectory, number, byCookie, isNew, new Sheet(place, form, known, "", keeps), address);
    }

    /**
     * @param byCookie or by the page only
     * @param isNew nothing was typed before
     * @param address of the network
     */
    record Visit(Trajectory trajectory, UUID number, boolean byCookie, boolean isNew, Sheet sheet, String address) {

        String here() {
            return "/aanvraag/" + trajectory.key();
        }
    }
}
