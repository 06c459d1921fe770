package org.samenspraak.wijkbudget;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/** Behind a link of an idea that opens nothing: the same page for all, whatever is wrong with it, with whom to ask. */
@ControllerAdvice(assignableTypes = {IdeaPages.class, SurveyPages.class, ExecutionPages.class})
class BrokenIdeaLinks {

    @ExceptionHandler(ResponseStatusException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String nothing() {
        return "wijkbudget/broken-link";
    }
}
