package org.samenspraak.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** Says a "no" that no page caught itself, in plain words. */
@ControllerAdvice
class RefusalAdvice {

    private final MessageSource texts;
    private final ErrorPages errors;

    RefusalAdvice(MessageSource texts, ErrorPages errors) {
        this.texts = texts;
        this.errors = errors;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, Locale locale) {
        return errors.page(HttpStatus.UNPROCESSABLE_ENTITY, text(refusal, locale));
    }

    @ExceptionHandler
    ModelAndView missing(NotFound refusal, Locale locale) {
        return errors.page(HttpStatus.NOT_FOUND, text(refusal, locale));
    }

    private String text(Refusal refusal, Locale locale) {
        return texts.getMessage(refusal.messageKey(), refusal.args().toArray(), locale);
    }

    @ExceptionHandler(OptimisticLockingFailureException.class)
    ModelAndView changedMeanwhile() {
        return errors.page(HttpStatus.CONFLICT, null);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ModelAndView tooLarge(HttpServletRequest request) {
        return errors.tooLarge(request);
    }

    @ExceptionHandler(MultipartException.class)
    ModelAndView unreadable() {
        return errors.page(HttpStatus.BAD_REQUEST, null);
    }
}
