package org.samenspraak.designer;

import java.util.TreeMap;
import org.samenspraak.process.ModelChange;
import org.samenspraak.process.TrajectoryFiles;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of one version shows: what it held against what holds now. */
@Component
class VersionModel {

    private final ModelPublishing publishing;
    private final TrajectoryFiles files;
    private final TrajectoryModel page;

    VersionModel(ModelPublishing publishing, TrajectoryFiles files, TrajectoryModel page) {
        this.publishing = publishing;
        this.files = files;
        this.page = page;
    }

    String fill(String folder, int number, Model model) {
        var version = publishing.version(folder, number);
        var now = files.current(folder).map(files::files).orElseGet(TreeMap::new);
        model.addAttribute("folder", folder);
        model.addAttribute("version", version);
        model.addAttribute(
                "isCurrent", files.current(folder).filter(version::equals).isPresent());
        var then = files.files(version);
        model.addAttribute("changes", page.changes(ModelChange.between(now, then), then));
        return "designer/version";
    }
}
