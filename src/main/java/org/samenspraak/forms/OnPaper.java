package org.samenspraak.forms;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.process.Feel;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/**
 * A form to fill in by hand, in Dutch: what is known is printed, each list has empty rows, and every question stands on it
 * that can be asked, with when to answer it.
 */
@Service
public class OnPaper {

    /** In a list of which each row has a box of its own, and in one that is a table. */
    private static final int EMPTY_BOXES = 3;

    private static final int EMPTY_LINES = 8;

    private final Feel feel;
    private final Offers offers;
    private final Reader reader;
    private final Painter painter;
    private final MessageSource messages;

    OnPaper(
            Feel feel,
            List<OfferedValues> house,
            FormSettings settings,
            Clock clock,
            Municipality municipality,
            MessageSource messages) {
        var evaluator = new Evaluator(feel);
        this.feel = feel;
        this.offers = new Offers(evaluator, house);
        var values = new Values(offers, clock, municipality.zone());
        this.reader = new Reader(evaluator, values);
        this.painter = new Painter(evaluator, offers, values, new Shown(offers, values, messages), feel, settings);
        this.messages = messages;
    }

    /** @param known what the form starts from, as in {@link Forms#view} */
    public Blank blank(Form form, Map<String, Object> known) {
        var data = Tree.copy(known);
        var mends = form.corrects().isPresent();
        if (!mends) {
            addRows(form.fields(), Here.top(data, data));
        }
        var read = reader.read(form, data, null, Map.of(), Forms.DUTCH);
        var reading =
                new Reading(form, read.top(), null, read.problems(), read.locked(), hiddenForGood(form, read.hidden()));
        var view = painter.paint(reading, List.of(), Painter.Mode.SENT, Forms.DUTCH);
        var hands = new LinkedHashMap<String, Hand>();
        addHands(form.fields(), reading.top(), new OnlyWhen(form, offers, messages, reading.top()), hands);
        return new Blank(view, hands, mends);
    }

    private static void addRows(List<Field> fields, Here here) {
        for (var field : fields) {
            if (field.kind() == Kind.DYNAMICLIST && grows(field)) {
                var rows = new ArrayList<>(Tree.rows(here.data(), field.key()));
                for (int i = 0; i < (isTable(field) ? EMPTY_LINES : EMPTY_BOXES); i++) {
                    rows.add(new LinkedHashMap<>());
                }
                here.put(field, rows);
            }
            if (field.kind().holds()) {
                here.inside(field).forEach(it -> addRows(field.parts(), it));
            }
        }
    }

    private static boolean grows(Field list) {
        return list.json().path("allowAddRemove").asBoolean(true);
    }

    /** Short answers beside each other: a row is a line. */
    private static boolean isTable(Field list) {
        return list.parts().size() <= 4
                && list.parts().stream().allMatch(it -> Set.of(Kind.TEXTFIELD, Kind.NUMBER, Kind.DATETIME)
                        .contains(it.kind()));
    }

    /** A condition on an answer that is given here hides nothing on paper. */
    private Set<String> hiddenForGood(Form form, Set<String> hidden) {
        var fields = form.all().collect(Collectors.toMap(Field::id, Function.identity(), (one, other) -> one));
        var answered = form.all()
                .filter(it -> (it.kind().hasKey() && !it.fixed()) || it.kind() == Kind.DYNAMICLIST)
                .map(it -> it.key().split("\\.")[0])
                .collect(Collectors.toSet());
        answered.addAll(Set.of("this", "parent", "i"));
        return hidden.stream()
                .filter(mark -> {
                    var condition = OnlyWhen.condition(fields.get(mark.substring(mark.lastIndexOf('#') + 1)));
                    return condition.isEmpty() || feel.names(condition).stream().noneMatch(answered::contains);
                })
                .collect(Collectors.toSet());
    }

    private void addHands(List<Field> fields, Here here, OnlyWhen only, Map<String, Hand> hands) {
        for (var field : fields) {
            var path = field.key().isEmpty() ? here.prefix() + field.id() : here.path(field);
            hands.put(path, new Hand(only.words(field), lines(field), isTable(field)));
            if (field.kind().holds()) {
                here.inside(field).forEach(it -> addHands(field.parts(), it, only, hands));
            }
        }
    }

    /** To write on: about a hundred characters each. */
    private static int lines(Field field) {
        if (field.kind() != Kind.TEXTAREA) {
            return 1;
        }
        var most = field.validate("maxLength").asInt(1_000);
        return Math.max(3, Math.min(most / 100, 14));
    }

    /**
     * @param hands what a field needs on paper only, by its path
     * @param mends whether it asks answers again that are known: only what is missing needs a place of its own
     */
    public record Blank(FormView form, Map<String, Hand> hands, boolean mends) {}

    /**
     * @param only when this has to be filled in ("Alleen als …"), or none when always
     * @param lines to write on
     * @param table whether the rows of a list are lines of a table
     */
    public record Hand(@Nullable String only, int lines, boolean table) {}
}
