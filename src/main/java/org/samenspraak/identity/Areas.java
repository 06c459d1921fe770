package org.samenspraak.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;

/** Parts of the municipality; they nest. */
public class Areas {

    public AreaId add(String name, @Nullable AreaId within) {
        throw new UnsupportedOperationException();
    }

    public Area get(AreaId id) {
        throw new UnsupportedOperationException();
    }

    /** All areas by name. */
    public List<Area> all() {
        throw new UnsupportedOperationException();
    }

    /** The area, the areas around it and the areas inside it. */
    public List<Area> related(AreaId id) {
        throw new UnsupportedOperationException();
    }

    public record Area(AreaId id, String name, @Nullable AreaId within) {}
}
