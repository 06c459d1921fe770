package org.samenspraak.grant;

import java.util.Map;
import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;

/** What the models of grants may ask of this module. */
@ProcessSteps("grant")
public class GrantSteps {

    private final GrantRequests requests;
    private final GrantAccounts accounts;
    private final Assessing assessing;
    private final Deciding deciding;
    private final Accounting accounting;

    GrantSteps(
            GrantRequests requests,
            GrantAccounts accounts,
            Assessing assessing,
            Deciding deciding,
            Accounting accounting) {
        this.requests = requests;
        this.accounts = accounts;
        this.assessing = assessing;
        this.deciding = deciding;
        this.accounting = accounting;
    }

    @Step(name = "Subsidie beginnen", about = "Geeft als feit applies: yes, no of late.", says = "applies")
    public Map<String, Object> begin(StepContext step) {
        return Map.of("applies", requests.begin(step.caseId()));
    }

    @Step(name = "Te laat", about = "Noteert dat de sluitingsdag voorbij is.")
    public void late(StepContext step) {
        requests.late(step.caseId());
    }

    @Step(name = "Niet gevraagd", about = "De raad vroeg niets, of te laat. Geeft als feit asked: no.", says = "asked")
    public Map<String, Object> notAsked(StepContext step) {
        return requests.notAsked(step.caseId());
    }

    @Step(
            name = "Aanvraag bewaren",
            about = "Bewaart het bedrag en de rekening. Geeft als feiten asked: yes, en account: same, waits of ask.",
            says = {"asked", "account"})
    public Map<String, Object> receive(StepContext step) {
        return requests.receive(step.caseId(), step.actor());
    }

    @Step(name = "Rekening nakijken", about = "Geeft als feit account: waits, ask of same.", says = "account")
    public Map<String, Object> account(StepContext step) {
        return Map.of(GrantRequests.ACCOUNT, accounts.state(step.caseId()));
    }

    @Step(
            name = "Nakijken of er geld wacht",
            about = "Geeft als feit account: missing als er geld wacht op een rekening, anders later.",
            says = "account")
    public Map<String, Object> missingAccount(StepContext step) {
        return Map.of(GrantRequests.ACCOUNT, accounts.isMissing(step.caseId()) ? "missing" : "later");
    }

    @Step(name = "Nakijken of het geld er is", about = "Geeft als feit money: there of gone.", says = "money")
    public Map<String, Object> checkPaid(StepContext step) {
        return Map.of("money", deciding.isPaid(step.caseId()) ? "there" : "gone");
    }

    @Step(
            name = "Rekening overnemen",
            about = "Bewaart het nummer van de raad. Geeft als feit account: same of waits.",
            says = "account")
    public Map<String, Object> takeAccount(StepContext step) {
        var account = accounts.take(step.caseId(), step.actor());
        requests.keepForum(step.caseId());
        return Map.of(GrantRequests.ACCOUNT, account);
    }

    @Step(
            name = "Rekening bevestigen",
            about = "Een tweede lid van het bestuur bevestigt het nummer of niet. Geeft als feit account: same of ask.",
            says = "account")
    public Map<String, Object> signAccount(StepContext step) {
        return Map.of(GrantRequests.ACCOUNT, accounts.sign(step.caseId(), step.actor()));
    }

    @Step(
            name = "Beoordelen en reserveren",
            about = "Bewaart elke voorwaarde en reserveert het voorgestelde bedrag. Geeft als feit organ.",
            says = "organ")
    public Map<String, Object> assess(StepContext step) {
        return assessing.assess(step.caseId(), step.actor());
    }

    @Step(name = "Besluit vastleggen", about = "Legt het besliste bedrag vast, of geeft het gereserveerde vrij.")
    public void decide(StepContext step) {
        deciding.decide(step.caseId(), step.actor());
    }

    @Step(name = "Betaling noteren", about = "De bank betaalde de subsidie.")
    public void paid(StepContext step) {
        deciding.paid(step.caseId());
    }

    @Step(
            name = "Cijfer bewaren",
            about = "Bewaart wat de raad van de samenwerking vindt, voor het participatiebureau.")
    public void keepGrade(StepContext step) {
        deciding.keepGrade(step.caseId());
    }

    @Step(name = "Termijnen van de verantwoording", about = "Laat de dag lopen waarop de verantwoording er moet zijn.")
    public void startTerms(StepContext step) {
        accounting.startTerms(step.caseId());
    }

    @Step(name = "Steekproef trekken", about = "Zegt of de raad bewijsstukken toont. Boven een bedrag altijd.")
    public void draw(StepContext step) {
        accounting.draw(step.caseId());
    }

    @Step(name = "Volgende subsidie blokkeren", about = "De verantwoording is veel te laat.")
    public void block(StepContext step) {
        accounting.block(step.caseId());
    }

    @Step(
            name = "Verantwoording bewaren",
            about = "Bewaart wat de raad uitgaf. Geeft als feit review: yes of no.",
            says = "review")
    public Map<String, Object> keepReport(StepContext step) {
        return accounting.keepReport(step.caseId());
    }

    @Step(name = "Oordeel nakijken", about = "Weigert meer terug te vragen dan betaald is.")
    public void review(StepContext step) {
        accounting.review(step.caseId());
    }

    @Step(name = "Verantwoording goedkeuren", about = "De subsidie is verantwoord.")
    public void approve(StepContext step) {
        accounting.approve(step.caseId());
    }

    @Step(
            name = "Subsidie terugvorderen",
            about = "Boekt wat de raad moet terugbetalen, met het nummer van het besluit.")
    public void reclaim(StepContext step) {
        accounting.reclaim(step.caseId(), step.actor());
    }

    @Step(name = "Terugbetaald", about = "Het geld is terug: de subsidie is verantwoord.")
    public void paidBack(StepContext step) {
        accounting.paidBack(step.caseId());
    }
}
