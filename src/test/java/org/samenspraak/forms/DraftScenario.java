package org.samenspraak.forms;

import static org.samenspraak.forms.FormsHouse.field;
import static org.samenspraak.forms.FormsHouse.sent;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.LinkedMultiValueMap;

/** One form that several people fill in. */
abstract class DraftScenario extends PostgresIT {

    static final Map<String, Object> NOTHING = Map.of();
    static final String AN = "An, voorzitter";
    static final String ELS = "Els, secretaris";

    @Autowired
    Drafts drafts;

    @Autowired
    Forms forms;

    DraftPlace place;
    Form form;

    @BeforeEach
    void open() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("nl"));
        place = drafts.ofStart("recognition", "t1", "runkst");
        form = form(
                field("textfield", "'key':'what','label':'Wat'"),
                field("number", "'key':'cost','label':'Kost','properties':{'format':'money'}"),
                field("checkbox", "'key':'sure','label':'Zeker'"),
                field(
                        "radio",
                        "'key':'kind','label':'Soort','values':[{'label':'Straat','value':'s'},{'label':'Park','value':'p'}]"),
                "{'type':'dynamiclist','id':'l','path':'members','label':'Leden','components':["
                        + field("textfield", "'key':'name','label':'Naam'") + ","
                        + field("checkbox", "'key':'chair','label':'Voorzitter'") + "]}");
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    Form form(String... components) {
        return forms.parse(("{'type':'default','id':'test','schemaVersion':18,'components':["
                        + String.join(",", components) + "]}")
                .replace('\'', '"'));
    }

    Draft page() {
        return drafts.open(place, form, NOTHING);
    }

    Draft save(Draft page, String by, String... pairs) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("nl"));
        LinkedMultiValueMap<String, String> sent = sent(pairs);
        sent.add("_page", page.page());
        sent.add("_read", page.read());
        return drafts.save(place, form, NOTHING, sent, by);
    }
}
