package org.samenspraak.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.samenspraak.kernel.Actor;
import org.samenspraak.process.Tasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What somebody sends when its task is not open any more: nothing typed is lost, and a second click is no second answer. */
@Service
public class TooLate {

    private final Tasks tasks;
    private final Forms forms;
    private final Submissions submissions;
    private final DraftRecords drafts;

    TooLate(Tasks tasks, Forms forms, Submissions submissions, DraftRecords drafts) {
        this.tasks = tasks;
        this.forms = forms;
        this.submissions = submissions;
        this.drafts = drafts;
    }

    /** To read and to copy; none when nothing was typed, or nobody remembers the form. */
    public Optional<Unsent> typed(String taskId, MultiValueMap<String, String> sent) {
        return tasks.formOfGone(taskId)
                .filter(json -> sent.entrySet().stream().anyMatch(it -> isTyped(it.getKey(), it.getValue())))
                .map(json -> typed(forms.parse(json), sent));
    }

    /** What this party typed before its task was taken away, with what this page still brings; as {@link #typed}. */
    @Transactional(readOnly = true)
    public Optional<Unsent> typed(String taskId, String party, MultiValueMap<String, String> sent) {
        return tasks.formOfGone(taskId).map(forms::parse).flatMap(form -> {
            var rows = drafts.ofGone(taskId, party);
            var all = new LinkedMultiValueMap<String, String>();
            all.putAll(Typed.again(form, Retyped.of(form, rows, Forms.locale())).texts());
            all.putAll(sent);
            var rivals = drafts.rivalsOfGone(taskId, party).stream()
                    .map(it -> new Unread(it.label(), it.words()))
                    .filter(it -> !it.text().isBlank())
                    .toList();
            return typed(taskId, all).map(it -> it.with(rivals));
        });
    }

    /** The same for somebody of the office who typed in it, and nobody else. */
    @Transactional(readOnly = true)
    public Optional<Unsent> typedBy(String taskId, String party, String name) {
        return Stream.concat(drafts.ofGone(taskId, party).stream(), drafts.rivalsOfGone(taskId, party).stream())
                        .anyMatch(it -> it.by().equals(name))
                ? typed(taskId, party, new LinkedMultiValueMap<>())
                : Optional.empty();
    }

    private static boolean isTyped(String name, List<String> texts) {
        return !name.startsWith("_") && texts.stream().anyMatch(text -> !text.isBlank());
    }

    private Unsent typed(Form form, MultiValueMap<String, String> sent) {
        var read = forms.judge(form, Map.of(), sent);
        var unread = read.errors().stream()
                .filter(error -> sent.containsKey(error.path()))
                .map(error -> new Unread(error.label(), String.join(", ", sent.get(error.path()))))
                .filter(one -> !one.text().isBlank())
                .toList();
        return new Unsent(forms.unsent(form, read.answers()), unread, read.answers());
    }

    /**
     * Whether the same sender answered this task with all that is typed here, or did it when it has no form: who presses twice
     * gets the same receipt.
     */
    public boolean isRepeat(String taskId, MultiValueMap<String, String> sent, Actor by) {
        if (tasks.formOfGone(taskId).isEmpty()) {
            return tasks.wasDoneBy(taskId, by);
        }
        var unsent = typed(taskId, sent);
        return unsent.map(Unsent::unread).orElse(List.of()).isEmpty()
                && submissions.hold(taskId, unsent.map(Unsent::answers).orElse(new Answers(Map.of())), by);
    }

    /** @param unread what is no answer as it stands */
    public record Unsent(FormView form, List<Unread> unread, Answers answers) {

        private Unsent with(List<Unread> more) {
            return new Unsent(
                    form, Stream.concat(unread.stream(), more.stream()).toList(), answers);
        }
    }

    public record Unread(String label, String text) {}
}
