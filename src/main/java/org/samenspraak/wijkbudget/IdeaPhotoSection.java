package org.samenspraak.wijkbudget;

import java.util.UUID;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.DossierSection;
import org.springframework.stereotype.Component;

/** The photos of an idea: who says whether everybody may see them, sees them. */
@Component
class IdeaPhotoSection implements DossierSection {

    private final IdeaPhotos photos;

    IdeaPhotoSection(IdeaPhotos photos) {
        this.photos = photos;
    }

    @Override
    public String titleKey() {
        return "wijkbudget.idea.photos";
    }

    @Override
    public String template() {
        return "wijkbudget/idea-photo-section";
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public boolean shownFor(CaseView view) {
        return view.trajectory().equals(Idea.TRAJECTORY)
                && !photos.sent(view.id()).isEmpty();
    }

    @Override
    public boolean isBesideTask() {
        return true;
    }

    @Override
    public Object data(CaseView view) {
        return photos.sent(view.id()).stream()
                .map(row -> new Photographed(
                        view.number(), row.id(), row.name(), row.isReadable() && InitiatorActs.isPhoto(row)))
                .toList();
    }

    /** @param seen a picture that was scanned; another file is opened from the documents */
    public record Photographed(String number, UUID id, String name, boolean seen) {}
}
