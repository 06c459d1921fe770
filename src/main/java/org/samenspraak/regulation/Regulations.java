package org.samenspraak.regulation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

/** Versioned parameters. A version that a case depends on is locked. */
@Service
public class Regulations {

    private final RegulationVersions versions;
    private final OfficeDefaults defaults;
    private final RegulationSettings settings;
    private final Municipality municipality;
    private final Clock clock;
    private final Audit audit;
    private final ParameterTexts texts;
    private final ObjectProvider<ParameterUse> uses;
    private final ObjectProvider<ParameterCheck> checks;

    Regulations(
            RegulationVersions versions,
            OfficeDefaults defaults,
            RegulationSettings settings,
            Municipality municipality,
            Clock clock,
            Audit audit,
            ParameterTexts texts,
            ObjectProvider<ParameterUse> uses,
            ObjectProvider<ParameterCheck> checks) {
        this.versions = versions;
        this.defaults = defaults;
        this.settings = settings;
        this.municipality = municipality;
        this.clock = clock;
        this.audit = audit;
        this.texts = texts;
        this.uses = uses;
        this.checks = checks;
    }

    /**
     * The version of the regulation configured for a trajectory that holds on a day.
     *
     * @throws Refusal when none holds yet
     */
    public RegulationId inForce(String trajectory, LocalDate day) {
        var name = settings.regulationOf(trajectory, municipality.jurisdiction());
        return versions.inForce(name, day).orElseThrow(() -> new Refusal("regulation.refusal.none-in-force", name));
    }

    /** Of each regulation the version that holds on a day, by name. */
    public List<RegulationView> inForce(LocalDate day) {
        return versions.inForce(day);
    }

    /** What the regulation says, else the product's default where it has one: its sentence says that it is a default. */
    public Optional<Parameter> find(RegulationId regulation, String key) {
        return versions.parameter(regulation, key).or(() -> defaults.find(key));
    }

    /** @throws IllegalStateException when the regulation lacks it */
    public Parameter get(RegulationId regulation, String key) {
        return find(regulation, key)
                .orElseThrow(() -> new IllegalStateException(regulation + " has no parameter " + key));
    }

    /** All parameters by key, in the order of the regulation. */
    public Map<String, Parameter> parameters(RegulationId regulation) {
        var byKey = new LinkedHashMap<String, Parameter>();
        versions.parameters(regulation).forEach(parameter -> byKey.put(parameter.key(), parameter));
        return byKey;
    }

    /** The same with the product's defaults for what the regulation leaves out, as {@link #find} gives each. */
    public Map<String, Parameter> effective(RegulationId regulation) {
        var byKey = new LinkedHashMap<>(defaults.all());
        byKey.putAll(parameters(regulation));
        return byKey;
    }

    /** All values as a decision table takes them; {@code members.one-sex-maximum} is named {@code membersOneSexMaximum} there. */
    public Map<String, Object> facts(RegulationId regulation) {
        var facts = new LinkedHashMap<String, Object>();
        versions.parameters(regulation).forEach(parameter -> facts.put(camelCase(parameter.key()), parameter.fact()));
        return facts;
    }

    private static String camelCase(String key) {
        var words = key.split("[.-]");
        return words[0]
                + Arrays.stream(words).skip(1).map(StringUtils::capitalize).collect(Collectors.joining());
    }

    /**
     * How to object to a decision: the sentences for its letter.
     *
     * @param decision "refused", "not-handled", "withdrawn", "granted"
     */
    public Parameter objection(RegulationId regulation, String decision) {
        return find(regulation, "objection." + decision).orElseGet(() -> get(regulation, "objection"));
    }

    /** Called when a case is bound; from then on this version can't change. */
    @Transactional
    public void lock(RegulationId regulation) {
        versions.lock(regulation, clock.instant());
    }

    /** Newest first. */
    public List<RegulationId> versions(String name) {
        return versions.versions(name);
    }

    /** Every version of every regulation, newest first within a regulation. */
    public List<RegulationView> all() {
        return versions.all();
    }

    /** The newest version that holds on no day yet: where values are changed and added. */
    public Optional<RegulationView> draft(String name) {
        return versions.all().stream()
                .filter(view -> view.id().name().equals(name) && view.holdsFrom() == null && !view.locked())
                .findFirst();
    }

    /** @throws Refusal when there is no such version */
    public RegulationView view(RegulationId regulation) {
        return versions.find(regulation).orElseThrow(() -> new Refusal("regulation.refusal.unknown", regulation));
    }

    /** Makes a new version with the same values. It is a draft: {@link #holdFrom} puts it in force. */
    @Transactional
    public RegulationId copy(RegulationId regulation, Actor by) {
        versions.lockLoading();
        var source = view(regulation);
        var newest = versions.versions(regulation.name()).get(0).version();
        var copy = new RegulationId(regulation.name(), newest + 1);
        versions.add(copy, source.adoptedBy(), null, null, clock.instant(), versions.parameters(regulation));
        if (source.holdsFrom() == null) {
            versions.keepWriters(regulation, copy);
        }
        audit.add(Act.REGULATION_COPIED, by, named(copy));
        return copy;
    }

    /**
     * Changes a value and its source while no case depends on the version; refuses a value that its type can't hold, and in a version
     * that holds one that can't go with another.
     */
    @Transactional
    public void change(RegulationId regulation, ChangeParameter command, Actor by) {
        refuseIfLocked(regulation);
        var before = get(regulation, command.key());
        var after = before.with(command);
        versions.change(regulation, after, by.id());
        if (view(regulation).holdsFrom() != null) {
            check(regulation);
        }
        audit.add(
                Act.REGULATION_CHANGED,
                by,
                named(regulation) + ", " + command.key() + ": " + before.value() + " → " + after.value());
    }

    /**
     * Adds a value to a draft: a version that holds already would change for who never saw it.
     *
     * @throws Refusal at the field, for a key that is there or can't be, a value that its type can't hold, and a name that is
     *     missing where no text of the product has one
     */
    @Transactional
    public void add(RegulationId regulation, NewParameter command, Actor by) {
        refuseIfLocked(regulation);
        refuseIfHolds(regulation);
        var parameter = Parameter.begun(command);
        if (find(regulation, parameter.key()).isPresent()) {
            throw Refusal.of("key", "regulation.refusal.taken");
        }
        if (parameter.name() == null && !texts.isNamed(parameter.key())) {
            new ParameterName("", "").checked();
        }
        versions.add(regulation, parameter, by.id());
        audit.add(Act.REGULATION_ADDED, by, named(regulation) + ", " + parameter.key() + ": " + parameter.value());
    }

    /**
     * Takes out of a draft what the office added itself.
     *
     * @throws Refusal for what came with the product, and for what a model or a letter uses
     */
    @Transactional
    public void remove(RegulationId regulation, String key, Actor by) {
        refuseIfLocked(regulation);
        refuseIfHolds(regulation);
        if (!isOwn(regulation, key)) {
            throw new Refusal("regulation.refusal.not-own");
        }
        var users = uses.orderedStream().flatMap(use -> use.of(key).stream()).toList();
        if (!users.isEmpty()) {
            throw new Refusal("regulation.refusal.used", String.join(", ", users));
        }
        versions.remove(regulation, key, by.id());
        audit.add(Act.REGULATION_REMOVED, by, named(regulation) + ", " + key);
    }

    /** Whether the office added it: by a name of its own, or as a part of what has one ({@code own.reminders}). */
    public boolean isOwn(RegulationId regulation, String key) {
        var dot = key.lastIndexOf('.');
        return versions.parameter(regulation, key)
                .filter(it -> it.name() != null || (dot > 0 && isOwn(regulation, key.substring(0, dot))))
                .isPresent();
    }

    /**
     * Puts a version in force for cases received from that day on; refuses a day that is over, who changed a value of it, and values that
     * can't hold together.
     */
    @Transactional
    public void holdFrom(RegulationId regulation, LocalDate day, Actor by) {
        refuseIfLocked(regulation);
        if (settings.fourEyes() && by.id() != null && versions.isWriter(regulation, by.id())) {
            throw new Refusal("regulation.refusal.four-eyes");
        }
        if (day.isBefore(LocalDate.now(clock.withZone(municipality.zone())))) {
            throw Refusal.of("holdsFrom", "regulation.refusal.day-over");
        }
        check(regulation);
        versions.holdFrom(regulation, day);
        audit.add(Act.REGULATION_HOLDS, by, named(regulation) + ": " + day);
    }

    /** @throws Refusal when values of this version can't hold together */
    public void check(RegulationId regulation) {
        var parameters = effective(regulation);
        checks.orderedStream().forEach(check -> check.check(parameters));
    }

    private static String named(RegulationId regulation) {
        return regulation.name() + " " + regulation.version();
    }

    private void refuseIfHolds(RegulationId regulation) {
        if (view(regulation).holdsFrom() != null) {
            throw new Refusal("regulation.refusal.holds");
        }
    }

    private void refuseIfLocked(RegulationId regulation) {
        view(regulation);
        if (!versions.reserveForChange(regulation)) {
            throw new Refusal("regulation.refusal.locked", regulation);
        }
    }
}
