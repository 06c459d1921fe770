package org.samenspraak.process;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.GroupId;

/** What the designer wrote at an element and the engine itself forgets: its kind, its properties, its groups. */
final class Drawn {

    /** The property that holds the name for who reads English. */
    static final String NAME_EN = "name_en";

    /** The property that holds the documentation for who reads English. */
    static final String ABOUT_EN = "about_en";

    /** The property of a user task that names the tasks of the same model whose doer may not do it. */
    static final String NOT_BY = "not_by";

    private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");
    private static final String TYPE = "samenspraak.type";
    private static final String PROPERTIES = "samenspraak.properties";
    private static final String GROUPS = "samenspraak.groups";
    private static final String ABOUT = "samenspraak.about";

    private Drawn() {}

    static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    static void keep(CoreModelElement model, Element element) {
        model.setProperty(TYPE, element.getTagName());
        model.setProperty(PROPERTIES, read(element));
        var documentation = element.element("documentation");
        if (documentation != null) {
            model.setProperty(ABOUT, documentation.getText().strip());
        }
    }

    /** The groups as they are drawn; the engine itself gets them with their scope resolved, when the task opens. */
    static void keepGroups(CoreModelElement model, TaskDefinition task) {
        var groups = new LinkedHashSet<GroupId>();
        for (Expression group : task.getCandidateGroupIdExpressions()) {
            groups.add(GroupId.parse(group.getExpressionText()));
        }
        task.getCandidateGroupIdExpressions().clear();
        model.setProperty(GROUPS, groups);
    }

    static String type(CoreModelElement model) {
        return String.valueOf(model.getProperty(TYPE));
    }

    @SuppressWarnings("unchecked")
    static Map<String, String> properties(CoreModelElement model) {
        var properties = (Map<String, String>) model.getProperty(PROPERTIES);
        return properties == null ? Map.of() : properties;
    }

    @SuppressWarnings("unchecked")
    static Set<GroupId> groups(CoreModelElement model) {
        var groups = (Set<GroupId>) model.getProperty(GROUPS);
        return groups == null ? Set.of() : groups;
    }

    static @Nullable String about(CoreModelElement model) {
        return (String) model.getProperty(ABOUT);
    }

    private static Map<String, String> read(Element element) {
        var properties = new HashMap<String, String>();
        var extensions = element.element("extensionElements");
        var group = extensions == null ? null : extensions.elementNS(CAMUNDA, "properties");
        if (group != null) {
            for (var property : group.elementsNS(CAMUNDA, "property")) {
                properties.put(property.attribute("name"), property.attribute("value"));
            }
        }
        return properties;
    }
}
