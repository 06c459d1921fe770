package org.samenspraak.correspondence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.TextHead.Kind;
import org.samenspraak.correspondence.TextHead.Shipped;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.Preview;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins texts of the city's own: a model sends one by its name once it is published. */
@Service
public class OwnTexts {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,79}");
    private static final Pattern FOLDER = Pattern.compile(".*/forms/([a-z0-9-]+)/[^/]+");

    private final KnownTexts known;
    private final OwnTextRows rows;
    private final Preview forms;
    private final Audit audit;
    private final List<String> shippedFolders;
    private final ObjectProvider<TextFolders> drawn;

    OwnTexts(
            KnownTexts known,
            OwnTextRows rows,
            ShippedTexts shipped,
            Preview forms,
            Audit audit,
            ObjectProvider<TextFolders> drawn) {
        this.known = known;
        this.rows = rows;
        this.forms = forms;
        this.audit = audit;
        this.drawn = drawn;
        this.shippedFolders = Stream.concat(
                        withForms(),
                        shipped.all("nl").stream()
                                .filter(text -> !text.isOfOffice())
                                .map(Shipped::folder))
                .toList();
    }

    private static Stream<String> withForms() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*/*.form");
            var found = Stream.<String>builder();
            for (var file : files) {
                var path = FOLDER.matcher(file.getURL().toString());
                if (path.matches()) {
                    found.add(path.group(1));
                }
            }
            return found.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The trajectories that a text can be of, also those that are only being drawn. */
    public List<String> folders() {
        var own = drawn.orderedStream().flatMap(it -> it.folders().stream());
        return Stream.concat(shippedFolders.stream(), own).distinct().sorted().toList();
    }

    public List<String> kinds() {
        return List.of(Kind.LETTER.name(), Kind.DECISION.name(), Kind.MAIL.name());
    }

    /** The forms that a decision can be taken on. */
    public List<Form> forms() {
        return forms.shipped();
    }

    /**
     * Begins a text, without words.
     *
     * @throws Refusal with the field of the page: a name that can't be or is taken, a kind or trajectory that doesn't exist, a
     *     decision without a form of its trajectory
     */
    @Transactional
    public void add(NewText typed, Actor by) {
        var name = typed.name().strip();
        if (!NAME.matcher(name).matches()) {
            throw Refusal.of("name", "correspondence.own.name");
        }
        if (!kinds().contains(typed.kind())) {
            throw Refusal.of("kind", "correspondence.own.kind");
        }
        if (!folders().contains(typed.folder())) {
            throw Refusal.of("folder", "correspondence.own.folder");
        }
        var kind = Kind.valueOf(typed.kind());
        var decision = kind == Kind.DECISION ? form(typed) : null;
        if (known.find(name, "nl").isPresent() || !rows.add(name, typed.folder(), kind, decision, by)) {
            throw Refusal.of("name", "correspondence.own.taken");
        }
        audit.add(Act.TEXT_ADDED, by, name);
    }

    private String form(NewText typed) {
        return forms.shipped(typed.folder()).stream()
                .map(Form::id)
                .filter(id -> id.equals(typed.decision()))
                .findFirst()
                .orElseThrow(() -> Refusal.of("decision", "correspondence.own.decision"));
    }

    /**
     * What somebody typed.
     *
     * @param folder of the trajectory: its forms give the fields
     * @param kind one of {@link #kinds}
     * @param decision id of the form that the decision is taken on; looked at for a decision only
     */
    public record NewText(String name, String folder, String kind, @Nullable String decision) {}
}
