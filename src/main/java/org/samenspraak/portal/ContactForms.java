package org.samenspraak.portal;

import java.util.Optional;
import org.samenspraak.correspondence.Opening.Open;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.Forms;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.springframework.stereotype.Component;

/** Forms that hold addresses of members: they open for who sends for the council, and for nobody else of it. */
@Component
class ContactForms {

    private final Tasks tasks;
    private final Forms forms;

    ContactForms(Tasks tasks, Forms forms) {
        this.tasks = tasks;
        this.forms = forms;
    }

    boolean isClosedTo(Open open) {
        return isClosed(open.taskId(), open.maySend());
    }

    /** Also of a task that is gone. */
    boolean isClosed(String taskId, boolean maySend) {
        return !maySend
                && formOf(taskId).map(forms::parse).filter(Form::asksContacts).isPresent();
    }

    private Optional<String> formOf(String taskId) {
        return tasks.find(taskId).map(OpenTask::formJson).or(() -> tasks.formOfGone(taskId));
    }
}
