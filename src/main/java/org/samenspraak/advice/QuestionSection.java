package org.samenspraak.advice;

import java.util.ArrayList;
import java.util.List;
import org.samenspraak.advice.Questions.Question;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.DossierSection;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The question of a request in its dossier, with what changed in each version. */
@Component
class QuestionSection implements DossierSection {

    private final Requests requests;
    private final Questions questions;
    private final QuestionChanges changes;
    private final ChangedTexts changed;
    private final QuestionDocuments papers;
    private final RequestWithdrawals withdrawals;

    QuestionSection(
            Requests requests,
            Questions questions,
            QuestionChanges changes,
            ChangedTexts changed,
            QuestionDocuments papers,
            RequestWithdrawals withdrawals) {
        this.requests = requests;
        this.questions = questions;
        this.changes = changes;
        this.changed = changed;
        this.papers = papers;
        this.withdrawals = withdrawals;
    }

    @Override
    public String titleKey() {
        return "advice.question.title";
    }

    @Override
    public String template() {
        return "advice/versions";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean shownFor(CaseView view) {
        return view.trajectory().equals(Drafting.REQUEST);
    }

    @Override
    public Object data(CaseView view) {
        var all = questions.all(view.id());
        var versions = new ArrayList<Version>();
        for (int at = 0; at < all.size(); at++) {
            var before = at + 1 < all.size() ? all.get(at + 1) : null;
            versions.add(new Version(
                    all.get(at),
                    before == null
                            ? List.of()
                            : changed.of(before.texts(), all.get(at).texts(), LocaleContextHolder.getLocale()),
                    before == null
                            ? List.of()
                            : papers.with(view.id(), all.get(at).version())));
        }
        var changeable = requests.find(view.id()).filter(changes::isPossible).isPresent();
        return new Shown(view.id().toString(), versions, changeable, withdrawals.isPossible(view.id()));
    }

    /** @param versions newest first */
    record Shown(String id, List<Version> versions, boolean changeable, boolean withdrawable) {}

    /**
     * @param changes what is different from the version before, in words
     * @param documents names of those that it added
     */
    record Version(Question question, List<String> changes, List<String> documents) {}
}
