package org.samenspraak.web;

import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Keeps the language of a reader in every link to the public side, and from the first page, which sets no cookie. */
@Component
class PublicLinks extends StandardLinkBuilder {

    PublicLinks(SpringTemplateEngine pages) {
        pages.setLinkBuilder(this);
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        var processed = super.processLink(context, link);
        return (PublicSide.isOf(processed) || (isOnFirst(context) && isPlain(processed)))
                        && context.getLocale().getLanguage().equals("en")
                ? PublicSide.in(processed, "en")
                : processed;
    }

    /** A page, in no language yet. */
    private static boolean isPlain(String link) {
        return !link.startsWith("/assets/") && !link.contains(PublicSide.LANGUAGE + "=");
    }

    private static boolean isOnFirst(IExpressionContext context) {
        return context instanceof IWebContext page
                && PublicSide.isFirst(page.getExchange().getRequest().getRequestPath());
    }
}
