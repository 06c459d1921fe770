package org.samenspraak.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A parsed form-js schema; parsing refuses what the server can't show. */
public final class Form {

    private final String id;
    private final String json;
    private final JsonNode root;
    private final List<Field> fields;

    Form(String id, String json, JsonNode root, List<Field> fields) {
        this.id = id;
        this.json = json;
        this.root = root;
        this.fields = fields;
    }

    public String id() {
        return id;
    }

    public String json() {
        return json;
    }

    /** The name of the form: its custom properties {@code title} and {@code title_en}, else its id. */
    public String title(Locale locale) {
        var properties = root.path("properties");
        var title = properties.path("title").asText(id);
        return locale.getLanguage().equals("en") ? properties.path("title_en").asText(title) : title;
    }

    /** What somebody should know once they sent it: its custom properties {@code sent} and {@code sent_en}; answers may stand in it. */
    @Nullable
    String sent(Locale locale) {
        return own("sent", locale);
    }

    /** What the button says that sends it: its custom properties {@code send} and {@code send_en}; none for the usual word. */
    public @Nullable String send(Locale locale) {
        return own("send", locale);
    }

    private @Nullable String own(String name, Locale locale) {
        var properties = root.path("properties");
        var text = properties.path(name).textValue();
        return locale.getLanguage().equals("en") ? properties.path(name + "_en").asText(text) : text;
    }

    /** The id of the form whose answers it asks again, as a supplement does: its custom property {@code corrects}. */
    Optional<String> corrects() {
        return Optional.ofNullable(root.path("properties").path("corrects").textValue());
    }

    List<Field> fields() {
        return fields;
    }

    /** The only role that reads the answers in a dossier, besides who sent them; none for all who see the case. */
    public Optional<String> onlyFor() {
        return Optional.ofNullable(root.path("properties").path("for").textValue());
    }

    /** The same with the questions of another form before its own, which are no part of its schema. */
    public Form after(Form first) {
        return new Form(
                id,
                json,
                root,
                Stream.concat(first.fields.stream(), fields.stream()).toList());
    }

    /** First words of the facts that it says it reads ({@code reads}). */
    List<String> reads() {
        return List.of(root().path("properties").path("reads").asText("").split("[ ,]+"));
    }

    JsonNode root() {
        return root;
    }

    /** Every field, also inside groups and lists, in the order of the page. */
    Stream<Field> all() {
        return all(fields);
    }

    /** The fields for files that can be filled in, by path. In a list there are none: rows are counted by place. */
    Map<String, Field> fileFields() {
        return outsideRows(it -> it.kind() == Kind.FILEPICKER && !it.fixed());
    }

    /** Lists that take rows over from a text, by path. */
    Map<String, Field> pasted() {
        return outsideRows(it -> it.kind() == Kind.DYNAMICLIST && it.property("paste") != null);
    }

    /** What a start form says of the case it opens: the answers to questions with {@code case: title}, {@code council} or {@code area}. */
    Map<String, String> ofCase(Answers answers) {
        var said = new HashMap<String, String>();
        outsideRows(it -> it.property("case") != null).forEach((path, field) -> {
            var answer = answers.text(path);
            if (answer != null && !answer.isBlank()) {
                said.put(Objects.requireNonNull(field.property("case")), answer.strip());
            }
        });
        return said;
    }

    private Map<String, Field> outsideRows(Predicate<Field> wanted) {
        var found = new LinkedHashMap<String, Field>();
        outsideRows(fields, "", wanted, found);
        return found;
    }

    private static void outsideRows(
            List<Field> fields, String prefix, Predicate<Field> wanted, Map<String, Field> found) {
        for (var field : fields) {
            if (field.kind() == Kind.GROUP) {
                var inside = field.key().isEmpty() ? prefix : prefix + field.key() + ".";
                outsideRows(field.parts(), inside, wanted, found);
            } else if (wanted.test(field)) {
                found.put(prefix + field.key(), field);
            }
        }
    }

    /** What is wrong, one of each question, in the order of the page; what belongs to no question of the form comes last. */
    List<Forms.FieldError> inOrder(List<Forms.FieldError> errors) {
        var order = new ArrayList<String>();
        addPaths(fields, "", order);
        var first = new LinkedHashMap<String, Forms.FieldError>();
        errors.forEach(it -> first.putIfAbsent(it.path(), it));
        return first.values().stream()
                .sorted(Comparator.comparingInt(it -> {
                    var place = order.indexOf(it.path().split("\\[")[0]);
                    return place < 0 ? order.size() : place;
                }))
                .toList();
    }

    private static void addPaths(List<Field> fields, String prefix, List<String> paths) {
        for (var field : fields) {
            var path = field.key().isEmpty() ? prefix : prefix + field.key();
            if (field.kind() == Kind.GROUP) {
                addPaths(field.parts(), field.key().isEmpty() ? prefix : path + ".", paths);
            } else {
                paths.add(path);
            }
        }
    }

    private static Stream<Field> all(List<Field> fields) {
        return fields.stream().flatMap(it -> Stream.concat(Stream.of(it), all(it.parts())));
    }

    /**
     * The answers without those about a person ({@code personal: yes} or {@code contact} on the field, or on a group or list around it): what
     * may be published or handed out. A free text can still name somebody.
     */
    public Answers impersonal(Answers answers) {
        var kept = Here.top(Tree.copy(answers.values()), new LinkedHashMap<>());
        forget(fields, kept);
        return new Answers(kept.data());
    }

    private static void forget(List<Field> fields, Here here) {
        for (var field : fields) {
            if (field.isPersonal() && (field.kind().hasKey() || field.kind() == Kind.DYNAMICLIST)) {
                here.put(field, null);
            } else if (field.kind().holds()) {
                here.inside(field).forEach(it -> forget(field.parts(), it));
            }
        }
    }

    /** What can be said of its answers one by one: no lists, no files, no addresses of people. */
    public List<Question> questions(Locale locale) {
        var found = new ArrayList<Question>();
        questions(fields, "", locale, found);
        return found;
    }

    /** @param path of the answer; dots go into groups */
    public record Question(String path, String label) {}

    private static void questions(List<Field> fields, String prefix, Locale locale, List<Question> found) {
        for (var field : fields) {
            var path = prefix + field.key();
            if (field.kind() == Kind.GROUP) {
                questions(field.parts(), field.key().isEmpty() ? prefix : path + ".", locale, found);
            } else if (field.kind().asks() && field.kind() != Kind.FILEPICKER && !field.isContact()) {
                found.add(new Question(path, field.label(locale)));
            }
        }
    }

    /** Keys of the answers about a person, with {@code []} behind a list ({@code members[].name}). */
    public Set<String> personal() {
        var keys = new LinkedHashSet<String>();
        personal(fields, "", keys);
        return keys;
    }

    private static void personal(List<Field> fields, String prefix, Set<String> keys) {
        for (var field : fields) {
            var path = prefix + field.key();
            if (field.isPersonal() && field.kind().hasKey()) {
                keys.add(path);
            } else if (field.kind().holds()) {
                var list = field.kind() == Kind.DYNAMICLIST;
                personal(field.parts(), list ? path + "[]." : field.key().isEmpty() ? prefix : path + ".", keys);
            }
        }
    }

    /** Whether it asks for an address of somebody: only for who works with the council. */
    public boolean asksContacts() {
        return all().anyMatch(Field::isContact);
    }

    /** The version of the schema: the SHA-256 of its text, in hex. */
    String sha256() {
        return sha256(json);
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What the mail that brings it says already: the values of its fields with {@code mail: yes}, by their names but for one text
     * alone.
     */
    public List<String> told(Map<String, Object> data, Locale language) {
        var told = all().filter(it -> it.says("mail", "yes"))
                .filter(it -> !said(it, data).isBlank())
                .toList();
        return told.stream()
                .map(it -> told.size() == 1 && it.kind() == Kind.TEXTAREA
                        ? said(it, data)
                        : Shown.lead(it.label(language)) + " " + said(it, data))
                .toList();
    }

    private static String said(Field field, Map<String, Object> data) {
        return Objects.toString(Tree.get(data, field.key()), "");
    }
}
