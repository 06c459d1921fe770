package org.samenspraak.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A group of people that a task can be offered to: a role, for the whole municipality or within a scope. Written {@code
 * role} or {@code role@scope}; in a model the scope is a word ({@code area-manager@area}), in the database an id.
 */
public record GroupId(String role, @Nullable String scope) {

    public static GroupId of(String role) {
        return new GroupId(role, null);
    }

    public static GroupId parse(String text) {
        var at = text.indexOf('@');
        return at < 0 ? of(text) : new GroupId(text.substring(0, at), text.substring(at + 1));
    }

    @Override
    public String toString() {
        return scope == null ? role : role + "@" + scope;
    }
}
