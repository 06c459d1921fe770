package org.samenspraak.correspondence;

import java.util.Collection;

/** The trajectories that are drawn here, so that they can have letters about what was answered: a bean of the module that draws them. */
public interface TextFolders {

    Collection<String> folders();

    /** The forms of one, as they are drawn now: schemas, also of a draft. Nothing for a folder that it does not know. */
    Collection<String> forms(String folder);
}
