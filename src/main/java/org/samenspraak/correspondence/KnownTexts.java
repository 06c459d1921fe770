package org.samenspraak.correspondence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samenspraak.correspondence.TextHead.Kind;
import org.samenspraak.correspondence.TextHead.Shipped;
import org.samenspraak.process.StepArguments;
import org.springframework.stereotype.Component;

/** Every text: those that came with the product, and those that the city made itself. */
@Component
class KnownTexts implements StepArguments {

    private static final String DUTCH = "nl";

    private final ShippedTexts shipped;
    private final OwnTextRows own;
    private final TextRows rows;

    KnownTexts(ShippedTexts shipped, OwnTextRows own, TextRows rows) {
        this.shipped = shipped;
        this.own = own;
        this.rows = rows;
    }

    /** Those in a language, by trajectory and name. */
    List<Shipped> all(String language) {
        return Stream.concat(
                        shipped.all(language).stream(),
                        own.all(language).stream().filter(text -> shipped.find(text.name(), language)
                                .isEmpty()))
                .sorted(Comparator.comparing(Shipped::folder).thenComparing(Shipped::name))
                .toList();
    }

    /** One that came along goes before one of the same name that the city made before that. */
    Optional<Shipped> find(String name, String language) {
        return shipped.find(name, language)
                .or(() -> own.find(name, language).filter(it -> languages().contains(language)));
    }

    List<String> languages() {
        return shipped.languages();
    }

    /** A letter or mail that a model sends is one that somebody wrote, and published. */
    @Override
    public boolean accept(String step, List<String> texts) {
        return switch (step) {
            case "correspondence.letter" ->
                holds(texts.get(0))
                        .filter(kind -> kind == Kind.LETTER || kind == Kind.DECISION)
                        .isPresent();
            case "correspondence.mail" ->
                holds(texts.get(0)).filter(kind -> kind == Kind.MAIL).isPresent();
            default -> true;
        };
    }

    private Optional<Kind> holds(String name) {
        return find(name, DUTCH)
                .filter(text -> !text.isOfOffice())
                .filter(text -> !text.isOwn() || rows.newest(name, DUTCH).isPresent())
                .map(text -> text.head().kind());
    }
}
