package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.forms.FormsHouse.errors;
import static org.samenspraak.forms.FormsHouse.field;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.casefile.Documents;

class FormJudgeTest {
    private static final String ON_OFFER = "'values':[{'label':'Ja','value':'yes'},{'label':'Nee','value':'no'}]";
    private static final String REQUIRED = "'validate':{'required':true}";

    private final FormsHouse house = new FormsHouse();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            textfield  | 'x':1                | Vul dit in.
            textarea   | 'x':1                | Vul dit in.
            number     | 'x':1                | Vul een getal in, bijvoorbeeld 12.
            number     | 'properties':{'format':'money'} | Vul een bedrag in euro in, bijvoorbeeld 1.250,50.
            datetime   | 'subtype':'date'     | Vul een datum in, bijvoorbeeld 14-9-2026.
            datetime   | 'subtype':'time'     | Vul een tijd in, bijvoorbeeld 10:30.
            datetime   | 'subtype':'datetime' | Vul een datum en een tijd in, bijvoorbeeld 14-9-2026 10:30.
            checkbox   | 'x':1                | Vink dit aan om verder te gaan.
            checklist  | 'values':[]          | Kies minstens één antwoord.
            taglist    | 'values':[]          | Kies minstens één antwoord.
            radio      | 'values':[]          | Maak een keuze.
            select     | 'values':[]          | Maak een keuze.
            filepicker | 'x':1                | Voeg een bestand toe.
            """)
    void asksForWhatIsRequired(String type, String rest, String message) {
        var form = house.form(field(type, "'key':'a','label':'Vraag'," + REQUIRED + "," + rest));

        var judged = house.judge(form, "a=");

        assertThat(judged.accepted()).isFalse();
        assertThat(judged.errors()).containsExactly(new Forms.FieldError("a", "Vraag", message));
        assertThat(house.judge(form).accepted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            textfield | 'validate':{'minLength':3}            | ab             | Schrijf minstens 3 tekens. U schreef er 2.
            textfield | 'validate':{'maxLength':3}            | abcd           | Schrijf hoogstens 3 tekens. U schreef er 4.
            textfield | 'validate':{'pattern':'^\\\\d+$'}     | 12a            | Dit antwoord heeft niet de gevraagde vorm. Kijk naar de uitleg bij de vraag.
            textfield | 'validate':{'validationType':'email'} | jan@           | Dit is geen e-mailadres. Vul een adres in zoals naam@voorbeeld.be.
            textfield | 'validate':{'validationType':'phone'} | 12             | Dit is geen telefoonnummer. Vul een nummer in zoals 011 23 45 67 of +32 11 23 45 67.
            textfield | 'properties':{'format':'iban'}        | BE68539007547035 | Dit rekeningnummer klopt niet. Kijk de cijfers na. Een Belgisch nummer ziet eruit als BE68 5390 0754 7034.
            textfield | 'properties':{'format':'money'}       | veel           | Dit is geen bedrag. Vul een bedrag in euro in, bijvoorbeeld 1.250,50.
            number    | 'properties':{'format':'money'}       | 1,234          | Dit is geen bedrag. Vul een bedrag in euro in, bijvoorbeeld 1.250,50.
            number    | 'decimalDigits':0                     | 1,5            | Vul een heel getal in, zonder cijfers na de komma.
            number    | 'decimalDigits':1                     | 1,55           | Schrijf hoogstens 1 cijfer na de komma.
            number    | 'validate':{'min':1000}               | 999            | Vul 1.000 of meer in.
            number    | 'validate':{'max':'=2 + 3'}           | 6              | Vul 5 of minder in.
            number    | 'properties':{'format':'money'},'validate':{'max':1000} | 1000,01 | Vul € 1.000,00 of minder in.
            number    | 'increment':'0.5'                     | 1,2            | Dit getal kan niet. De dichtste getallen die kunnen, zijn 1,0 en 1,5.
            number    | 'x':1                                 | 1e9            | Dit is geen getal. Schrijf alleen cijfers, bijvoorbeeld 12 of 12,5.
            datetime  | 'subtype':'date'                      | 31-2-2026      | Dit is geen datum. Vul een datum in, bijvoorbeeld 14-9-2026.
            datetime  | 'subtype':'date','disallowPassedDates':true | 13-9-2026 | Deze dag is voorbij. Kies vandaag of een latere dag.
            datetime  | 'subtype':'date','properties':{'latest':'today'} | 15-9-2026 | Deze dag moet nog komen. Kies vandaag of een vroegere dag.
            datetime  | 'subtype':'date','properties':{'latest':'=date(2026, 12, 31)'} | 1-1-2027 | Deze dag is te laat. Kies 31 december 2026 of een vroegere dag.
            datetime  | 'subtype':'time','timeInterval':15    | 10:20          | Kies een tijd in stappen van 15 minuten.
            datetime  | 'subtype':'time'                      | 25:00          | Dit is geen tijd. Vul een tijd in, bijvoorbeeld 10:30.
            radio     | 'values':[{'value':'a','label':'A'}]  | b              | Deze keuze is er niet (meer). Kies opnieuw.
            select    | 'valuesKey':'areas'                   | a3             | Deze keuze is er niet (meer). Kies opnieuw.
            checklist | 'valuesExpression':'=[1,2]'           | 3              | Deze keuze is er niet (meer). Kies opnieuw.
            """)
    void saysWhatIsWrongAndWhatToDo(String type, String rest, String typed, String message) {
        var form = house.form(field(type, "'key':'a','label':'Vraag'," + rest));

        assertThat(errors(house.judge(form, "a=" + typed))).containsExactly(Map.entry("a", message));
    }

    @Test
    void offersTheListOfTheHouseAlsoWhenTheQuestionIsCalledTheSame() {
        var form = house.form(field("checklist", "'key':'areas','label':'Gebieden','valuesKey':'areas'"));

        var page = house.page(house.forms.view(form, Map.of("areas", List.of("a2"))));

        assertThat(page.select("[name=areas]").eachAttr("value")).containsExactly("a1", "a2");
        assertThat(page.select("[name=areas][checked]").eachAttr("value")).containsExactly("a2");
        assertThat(errors(house.judge(form, "areas=a3"))).containsOnlyKeys("areas");
        assertThat(house.judge(form, "areas=a1").accepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "BE68 5390 0754 7034, true",
        "be68-5390-0754-7034, true",
        "NL91 ABNA 0417 1643 00, true",
        "NO93 8601 1117 947, true",
        "MT84 MALT 0110 0001 2345 MTLC AST0 01S, true",
        "BE68 5390 0754 7035, false",
        "BE62 5100 0754 7062, false",
        "NL91 ABNA 0417 1643, false",
        "XX68 5390 0754 7034, false",
        "BE68, false"
    })
    void knowsAnAccountNumberByLengthAndCheckDigits(String typed, boolean right) {
        var form = house.form(field("textfield", "'key':'a','label':'R','properties':{'format':'iban'}"));

        var judged = house.judge(form, "a=" + typed);

        assertThat(judged.accepted()).isEqualTo(right);
        if (right) {
            var again = house.page(house.forms.view(form, judged.answers().values()))
                    .expectFirst("#a");
            assertThat(again.attr("value"))
                    .isEqualTo(typed.toUpperCase(java.util.Locale.ROOT).replace('-', ' '));
            assertThat(again.attr("spellcheck")).isEqualTo("false");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | 1.250,50 | 1250.50",
                "nl | € 0,1    | 0.10",
                "nl | 1250,-   | 1250.00",
                "nl | 1.250    | 1250.00",
                "nl | 0,30 EUR | 0.30",
                "en | 1,250.50 | 1250.50",
                "en | 1,250    | 1250.00",
                "en | €12.5    | 12.50",
            })
    void keepsMoneyToTheCent(String language, String typed, BigDecimal kept) {
        house.in(language);
        var form = house.form(field("number", "'key':'a','label':'B','properties':{'format':'money'}"));

        assertThat(house.judge(form, "a=" + typed).answers().values()).isEqualTo(Map.of("a", kept));
    }

    @Test
    void keepsWhatCanBeKept() {
        var form = house.form(
                field("textfield", "'key':'name'"),
                field("number", "'key':'count'"),
                field("number", "'key':'cost','properties':{'format':'money'}"),
                field("number", "'key':'exact','serializeToString':true"),
                field("datetime", "'key':'day','subtype':'date','disallowPassedDates':true"),
                field("datetime", "'key':'at','subtype':'datetime','timeSerializingFormat':'utc_offset'"),
                field("datetime", "'key':'time','subtype':'time','timeSerializingFormat':'utc_normalized'"),
                field("checkbox", "'key':'sure'"),
                field("checklist", "'key':'many'," + ON_OFFER),
                field("radio", "'key':'one','values':[{'label':'Twee','value':2}]"),
                field("select", "'key':'area','valuesKey':'areas'"),
                field("textfield", "'key':'iban','properties':{'format':'iban'}"));

        var judged = house.judge(
                form,
                "name=  Jan\u0000 ",
                "count=1.250",
                "cost=€ 1.250,5",
                "exact=3,10",
                "day=14/9/2026",
                "at=2026-09-14T10:30",
                "time=10:30",
                "sure=true",
                "many=yes",
                "many=no",
                "many=yes",
                "one=2",
                "area=a2",
                "iban=be68 5390 0754 7034",
                "unknown=1");

        assertThat(judged.errors()).isEmpty();
        assertThat(judged.answers().values())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("name", "Jan"),
                        Map.entry("count", 1250L),
                        Map.entry("cost", new BigDecimal("1250.50")),
                        Map.entry("exact", "3.10"),
                        Map.entry("day", "2026-09-14"),
                        Map.entry("at", "2026-09-14T10:30+02:00"),
                        Map.entry("time", "08:30Z"),
                        Map.entry("sure", true),
                        Map.entry("many", List.of("yes", "no")),
                        Map.entry("one", 2),
                        Map.entry("area", "a2"),
                        Map.entry("iban", "BE68539007547034")));
    }

    @Test
    void factsAreSetAlsoToNothing() {
        var form = house.form(
                field("radio", "'key':'complete','properties':{'fact':'yes'}," + ON_OFFER),
                field("number", "'key':'cost','properties':{'fact':'yes','format':'money'}"),
                field("textfield", "'key':'more','properties':{'fact':'yes'},'conditional':{'hide':'=true'}"),
                field("textfield", "'key':'private'"));

        var facts = house.judge(form, "complete=yes", "cost=1,50", "more=x", "private=y")
                .facts();

        assertThat(facts)
                .containsEntry("complete", "yes")
                .containsEntry("cost", 1.5)
                .containsEntry("more", null);
        assertThat(facts).doesNotContainKey("private");
    }

    @Test
    void speaksEnglish() {
        house.in("en");
        var form = house.form(
                field("textfield", "'key':'a','label':'Naam','properties':{'label_en':'Name'}," + REQUIRED),
                field("number", "'key':'n'"));

        var judged = house.judge(form, "a=", "n=1,250.5");

        assertThat(judged.errors()).containsExactly(new Forms.FieldError("a", "Name", "Fill this in."));
        assertThat(judged.answers().values()).containsEntry("n", new BigDecimal("1250.5"));
    }

    @Test
    void chosenFilesAreAnAnswerWithoutTheirMark() {
        var form = house.form(field("filepicker", "'key':'f','label':'F','validate':{'required':true}"));
        var id = UUID.randomUUID();
        var clean = FileRows.chosen(id, "rules.pdf", 5, Documents.Scan.CLEAN);
        var bad = FileRows.chosen(id, "virus.pdf", 5, Documents.Scan.INFECTED);

        var good = house.judge(form, Map.of("f", List.of(clean)));

        assertThat(good.errors()).isEmpty();
        assertThat(good.files()).isEqualTo(Map.of("f", List.of(id)));
        assertThat(good.answers().values())
                .isEqualTo(Map.of("f", List.of(Map.of("id", id.toString(), "name", "rules.pdf", "bytes", 5L))));
        assertThat(errors(house.judge(form))).containsEntry("f", "Voeg een bestand toe.");
        assertThat(errors(house.judge(form, "f=rules.pdf"))).as("typed").containsOnlyKeys("f");
        assertThat(errors(house.judge(form, Map.of("f", List.of(bad)))))
                .hasEntrySatisfying("f", it -> assertThat(it).contains("virus.pdf"));
        assertThat(errors(house.forms.judge(
                        form, Map.of("f", List.of(clean)), FormsHouse.sent(), Map.of("f", "x.exe: nee"))))
                .containsEntry("f", "x.exe: nee");
    }

    @Test
    void lockedFileFieldTakesNothing() {
        var form = house.form(field("filepicker", "'key':'f','label':'F','readonly':'=true'"));
        var before = Map.<String, Object>of("id", "1", "name", "old.pdf", "bytes", 5L);
        var chosen = FileRows.chosen(UUID.randomUUID(), "new.pdf", 5, null);

        var judged = house.judge(form, Map.of("f", List.of(before, chosen)));

        assertThat(judged.answers().values()).isEqualTo(Map.of("f", List.of(before)));
        assertThat(judged.files()).isEmpty();
    }

    @Test
    void fillsInWhatTheHouseKnows() {
        var council = new Prefill() {
            @Override
            public String source() {
                return "council";
            }

            @Override
            public Map<String, Object> known(
                    org.samenspraak.kernel.@org.jspecify.annotations.Nullable CaseId caseId,
                    org.samenspraak.kernel.Actor by) {
                return Map.of("iban", "BE68539007547034");
            }
        };
        var known = new FormsHouse(council);
        var form = known.form(
                field("textfield", "'key':'account.no','properties':{'prefill':'council.iban','format':'iban'}"));

        var data = known.forms.prefill(form, null, org.samenspraak.kernel.Actor.SYSTEM);

        assertThat(data).isEqualTo(Map.of("account", Map.of("no", "BE68539007547034")));
        assertThat(known.page(known.forms.view(form, data))
                        .select("input[type=text]")
                        .attr("value"))
                .isEqualTo("BE68 5390 0754 7034");
    }
}
