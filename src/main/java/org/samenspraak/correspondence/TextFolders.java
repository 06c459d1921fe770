package org.samenspraak.correspondence;

import java.util.Collection;

/** Names trajectories that did not come with the product, so that they can have letters: a bean of the module that draws them. */
public interface TextFolders {

    Collection<String> folders();
}
