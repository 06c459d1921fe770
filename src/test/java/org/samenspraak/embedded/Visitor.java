package org.samenspraak.embedded;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** Somebody with a browser: sends what the forms of pages hold, and keeps cookies. */
class Visitor {

    static final String APPLICATION = "/aanvraag/recognition";

    private final String office;
    private final Connection browser = Jsoup.newSession().ignoreHttpErrors(true);

    Visitor(String office) {
        this.office = office;
    }

    Document open(String path) throws IOException {
        return browser.newRequest(office + path).get();
    }

    void signIn(String username, String password) throws IOException {
        var form = open("/aanmelden").expectForm("main form");
        form.expectFirst("[name=username]").val(username);
        form.expectFirst("[name=password]").val(password);
        send(form);
    }

    Document send(FormElement form) throws IOException {
        return form.submit().execute().parse();
    }

    /** Applies for recognition as a council of this name; the page that it leads to. */
    Document apply(String council, String area) throws IOException {
        return send(council, area, open(APPLICATION));
    }

    /** Presses the button of that form, also once more. */
    Document send(String council, String area, Document shown) throws IOException {
        return browser.newRequest(office + APPLICATION)
                .header("Sec-Fetch-Site", "same-origin")
                .data("_draft", shown.expectFirst("[name=_draft]").val())
                .data(application(council, area))
                .post();
    }

    private static Map<String, String> application(String council, String area) {
        var answers = new HashMap<>(Map.of(
                "kind", "wijkraad",
                "name", council,
                "area", area,
                "boundaries", "Tussen de ring en het kanaal.",
                "purpose", "Samen de buurt mooier maken.",
                "receivesMoney", "yes",
                "openToNewMembers", "yes",
                "contactName", "Secretaris van " + council,
                "contactMail", "secretaris@raad.example",
                "_rows.members", "2"));
        answers.putAll(member(0, "chair"));
        answers.putAll(member(1, "secretary"));
        return answers;
    }

    private static Map<String, String> member(int row, String function) {
        var path = "members[" + row + "].";
        return Map.of(
                path + "name",
                "Lid " + row,
                path + "address",
                "Dorpsstraat " + row + ", 3500 Hasselt",
                path + "email",
                function + "@raad.example",
                path + "functions",
                function,
                path + "membership",
                "voting",
                path + "politician",
                "no",
                path + "sex",
                row == 0 ? "woman" : "man");
    }
}
